#include "cyberlex/answer/dual_verdict.h"

#include <algorithm>
#include <array>

#include "cyberlex/answer/dual_basis.h"

namespace cyberlex {
namespace {

// What stands against a verdict by one treaty's rule of length; empty when nothing does.
std::string trouble_of(DualAnswer const& answer, DualReach const& reach) {
  if (reach.articles.empty() || reach.rule.empty()) {
    return {};
  }
  if (reach.length != Ternary::kTrue) {
    return reach.length == Ternary::kFalse ? "length-not-reached" : "length-unknown";
  }
  Confidence const own = answer.requesting.at(reach.offence).length.confidence;
  Confidence const other = answer.requested.at(*reach.counterpart).length.confidence;
  return std::max(own, other) == Confidence::kVerified ? "" : "not-verified";
}

std::string length_trouble(DualAnswer const& answer, size_t offence) {
  for (DualBasis const& basis : answer.basis) {
    bool const may_bind = basis.binds != Ternary::kFalse;
    for (DualReach const& reach : basis.reach) {
      std::string trouble =
          may_bind && reach.offence == offence ? trouble_of(answer, reach) : std::string();
      if (!trouble.empty()) {
        return trouble;
      }
    }
  }
  return {};
}

}  // namespace

std::string_view name_of(Within value) {
  static constexpr std::array<std::string_view, 3> kNames = {"not-shown", "partly", "wholly"};
  return kNames.at(static_cast<size_t>(value));
}

std::string_view name_of(DualVerdict value) {
  static constexpr std::array<std::string_view, 3> kNames = {"not-found-in-corpus", "doubtful",
                                                             "prima-facie"};
  return kNames.at(static_cast<size_t>(value));
}

DualFinding finding_on(DualAnswer const& answer, size_t offence) {
  DualPair const* const pair = strongest_pair(answer, offence);
  if (pair == nullptr) {
    bool const looked = answer.requested_corpus.offences > 0;
    return {DualVerdict::kNotFound, looked ? "no-candidate" : "not-assessed", std::nullopt,
            std::nullopt};
  }
  DualFinding out{DualVerdict::kDoubtful, "", pair->within, pair->confidence};
  if (pair->within != Within::kWholly) {
    out.reason = pair->within == Within::kPartly ? "partly-within" : "not-shown";
  } else if (pair->confidence != Confidence::kVerified) {
    out.reason = "not-verified";
  } else {
    out.reason = length_trouble(answer, offence);
  }
  if (out.reason.empty()) {
    out.verdict = DualVerdict::kPrimaFacie;
    out.reason = "wholly-within";
  }
  return out;
}

DualFinding finding_on_all(std::vector<DualFinding> const& findings, std::string const& reason) {
  if (findings.empty()) {
    return {DualVerdict::kNotFound, reason, std::nullopt, std::nullopt};
  }
  DualFinding out = findings.front();
  for (DualFinding const& next : findings) {
    out.verdict = next.verdict == out.verdict ? out.verdict : DualVerdict::kDoubtful;
    out.reason = next.reason == out.reason ? out.reason : "mixed";
    if (next.within) {
      out.within = std::min(out.within.value_or(*next.within), *next.within);
      out.confidence = std::max(out.confidence.value_or(*next.confidence), *next.confidence);
    }
  }
  return out;
}

}  // namespace cyberlex
