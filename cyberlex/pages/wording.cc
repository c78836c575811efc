#include "cyberlex/pages/wording.h"

#include <algorithm>
#include <optional>

#include "cyberlex/answer/labels.h"

namespace cyberlex::pages {
namespace {

// The text in the wanted language, else in English, else in the original, else any.
Worded best_of(LocalizedText const& texts, std::string_view wanted, std::string const& original) {
  for (std::string const& language : {std::string(wanted), std::string("en"), original}) {
    auto const found = texts.find(language);
    if (found != texts.end()) {
      return {.text = found->second, .language = language};
    }
  }
  return texts.empty() ? Worded()
                       : Worded{.text = texts.begin()->second, .language = texts.begin()->first};
}

bool is_reason(std::string_view value) {
  return value == "none" || value == "not-assessed" || value == "unknown";
}

// "in-force" of "status.in-force".
std::string key_of(std::string_view list, std::string_view name) {
  return std::string(list) + '.' + std::string(name);
}

}  // namespace

std::string isolated(std::string_view text) {
  return "\u2068" + std::string(text) + "\u2069";
}

std::string Wording::word(std::string_view list, std::string_view name) const {
  std::string const key = key_of(list, name);
  return messages_.has(key) ? messages_.text(key) : readable(name);
}

std::string Wording::parameter(Param param) const {
  return word("parameter", info_of(param).name);
}

std::string Wording::country(std::string_view code) const {
  return code == "int" ? messages_.text("treaties") : messages_.format().country(code);
}

std::string Wording::language(std::string_view code) const {
  return messages_.format().language(code);
}

Worded Wording::title(Work const& work) const {
  std::string_view const wanted = code_of(messages_.language());
  Worded out = best_of(work.short_title, wanted, work.original_language);
  if (out.language != wanted || out.text.empty()) {
    Worded whole = best_of(work.title, wanted, work.original_language);
    if (whole.language == wanted || out.text.empty()) {
      out = std::move(whole);
    }
  }
  return out.text.empty() ? Worded{.text = work.handle, .language = "en"} : out;
}

Worded Wording::concept_label(std::string_view scheme, std::string_view id) const {
  Concept const* const found = generation_.taxonomy().find(scheme, id);
  if (found == nullptr || found->pref.empty()) {
    return {.text = readable(id), .language = "en"};
  }
  return best_of(found->pref, code_of(messages_.language()), "en");
}

std::string Wording::any_concept(std::string_view id) const {
  std::vector<Concept> const& all = generation_.taxonomy().concepts;
  auto const found = std::ranges::find(all, id, &Concept::id);
  return found == all.end() ? readable(id) : concept_label(found->scheme, id).text;
}

std::string Wording::unit(ProvisionRecord const& record) const {
  if (!record.label.empty()) {
    return record.label;
  }
  std::string out = word("kind", name_of(record.kind));
  return record.num.empty() ? out : out + ' ' + local_digits(record.num);
}

std::string Wording::local_digits(std::string_view number) const {
  bool const plain = !number.empty() && number.size() < 10 &&
                     number.find_first_not_of("0123456789") == std::string_view::npos;
  bool const own = plain && messages_.language() == UiLanguage::kPersian;
  if (!own) {
    return std::string(number);
  }
  // Digit by digit: a year or an article is not grouped as a sum is.
  std::string out;
  for (char const digit : number) {
    out += messages_.format().number(digit - '0');
  }
  return out;
}

std::string Wording::article(std::string_view handle) const {
  size_t const slash = handle.find('/');
  ActRecord const* const act = generation_.find_act(handle.substr(0, slash));
  std::string treaty =
      act == nullptr ? std::string(handle.substr(0, slash)) : title(act->work).text;
  if (slash == std::string_view::npos) {
    return treaty;
  }
  std::string_view const rest = handle.substr(slash + 1);
  if (rest == "none") {
    return messages_.text("article.outside", {{"treaty", treaty}});
  }
  return messages_.text("article.of", {{"treaty", treaty}, {"article", local_digits(rest)}});
}

// ---- days

std::string Wording::day(Date day, std::string_view jurisdiction) const {
  LocalFormat const& format = messages_.format();
  bool const persian = messages_.language() == UiLanguage::kPersian;
  if (jurisdiction != "ir" && !persian) {
    return format.date(day);
  }
  return persian ? format.solar_hijri(day) + " (" + format.date(day) + ')'
                 : format.date(day) + " (" + format.solar_hijri(day) + ')';
}

std::string Wording::interval(Interval const& interval, std::string_view jurisdiction) const {
  bool const begins = interval.from != kBeginningOfTime;
  bool const ends = interval.to != kEndOfTime;
  std::string const from = begins ? day(interval.from, jurisdiction) : "";
  std::string const to = ends ? day(interval.to, jurisdiction) : "";
  std::string_view const key = begins && ends ? "interval.both"
                               : begins       ? "interval.from"
                               : ends         ? "interval.until"
                                              : "interval.always";
  return messages_.text(key, {{"from", from}, {"to", to}});
}

// ---- penalties

std::string Wording::term(Duration const& term) const {
  return messages_.format().duration(term);
}

std::string Wording::amount(Hundredths amount, std::string const& unit) const {
  std::string const number = messages_.format().decimal(decimal_string(amount));
  return messages_.text("amount", {{"number", number}, {"unit", word("unit", unit)}});
}

std::string Wording::range(std::string const& min, std::string const& max) const {
  std::string_view const key = min == max    ? "range.flat"
                               : min.empty() ? "range.up-to"
                               : max.empty() ? "range.at-least"
                                             : "range.between";
  return messages_.text(key, {{"min", min}, {"max", max}});
}

std::string Wording::arm(PenaltyArm const& arm) const {
  std::string const kind = word("penalty", name_of(arm.kind));
  std::string min;
  std::string max;
  if (arm.min_amount || arm.max_amount) {
    min = arm.min_amount ? amount(*arm.min_amount, arm.unit) : "";
    max = arm.max_amount ? amount(*arm.max_amount, arm.unit) : "";
  } else {
    min = arm.min_term ? term(*arm.min_term) : "";
    max = arm.max_term ? term(*arm.max_term) : "";
  }
  return min.empty() && max.empty()
             ? kind
             : messages_.text("arm", {{"kind", kind}, {"range", range(min, max)}});
}

std::string Wording::arms(PenaltyClause const& clause) const {
  if (clause.relation == PenaltyRelation::kSameAsPrincipal) {
    return messages_.text("penalty.same-as-principal");
  }
  if (clause.arms.empty()) {
    return messages_.text("penalty.unseen");
  }
  std::string const joint = ' ' + word("joint", name_of(clause.relation)) + ' ';
  std::string out;
  for (PenaltyArm const& each : clause.arms) {
    out += out.empty() ? "" : joint;
    out += arm(each);
  }
  out += clause.relation == PenaltyRelation::kOrBoth ? messages_.text("joint.both") : "";
  return out + (clause.relation == PenaltyRelation::kUnseen ? messages_.text("joint.others") : "");
}

std::string Wording::clause(PenaltyClause const& clause) const {
  std::string before;
  if (clause.person != PenaltyPerson::kNatural) {
    before += word("person", name_of(clause.person)) + ": ";
  }
  if (clause.condition != PenaltyCondition::kBase) {
    before += word("condition", name_of(clause.condition));
    before += clause.condition_note.empty() ? ": " : " (" + clause.condition_note + "): ";
  }
  std::string const raised =
      clause.multiplier.empty() ? "" : messages_.text("raised", {{"by", clause.multiplier}});
  return before + arms(clause) + raised;
}

std::string Wording::confidence(Confidence confidence) const {
  return word("confidence", name_of(confidence));
}

// ---- values of parameters

// "4y" -> "4 years"; anything else as it is.
std::string Wording::bound(std::string_view bound) const {
  Result<Duration> const read = Duration::parse(bound, true);
  return read ? term(*read) : word("penalty", bound);
}

std::string Wording::range_value(std::string_view value) const {
  size_t const dots = value.find("..");
  if (dots == std::string_view::npos) {
    return word("reason", value);
  }
  std::string_view high = value.substr(dots + 2);
  bool const open = high.starts_with('<');
  high.remove_prefix(open ? 1 : 0);
  std::string const low = dots == 0 ? "" : bound(value.substr(0, dots));
  std::string const top = high.empty() ? "" : bound(high);
  std::string_view const key = low.empty()   ? (open ? "range.under" : "range.up-to")
                               : top.empty() ? "range.at-least"
                               : open        ? "range.to-under"
                                             : "range.between";
  return messages_.text(key, {{"min", low}, {"max", top}});
}

std::string Wording::value(Param param, std::string_view value) const {
  std::string_view const name = info_of(param).name;
  switch (param) {
    case Param::kJurisdiction:
      return country(value);
    case Param::kLang:
      return language(value);
    case Param::kAct: {
      ActRecord const* const act = generation_.find_act(value);
      return act == nullptr ? std::string(value) : title(act->work).text;
    }
    case Param::kStatus:
    case Param::kText:
    case Param::kClass:
    case Param::kPenalty:
    case Param::kConfidence:
    case Param::kRelation:
      return is_reason(value) ? word("reason", value) : word(name, value);
    case Param::kSerious:
    case Param::kOneYear:
      return word("ternary", value);
    case Param::kPrison:
    case Param::kPrisonMin:
      return range_value(value);
    case Param::kArticle:
    case Param::kConvention:
      return is_reason(value) ? word("article", value) : article(value);
    case Param::kConcept:
      return any_concept(value);
    case Param::kOffence:
    case Param::kPower:
    case Param::kAuthorisation:
    case Param::kConcern:
      return is_reason(value) ? word("reason", value) : concept_label(name, value).text;
    case Param::kSafeguard:
    case Param::kDefence: {
      size_t const colon = value.find(':');
      std::string const what = concept_label(name, value.substr(0, colon)).text;
      return is_reason(value) ? word("reason", value)
             : colon == std::string_view::npos
                 ? what
                 : what + ": " + word("assessment", value.substr(colon + 1));
    }
    default:
      return label_of(param, value, generation_);
  }
}

}  // namespace cyberlex::pages
