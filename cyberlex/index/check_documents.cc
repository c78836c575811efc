#include "cyberlex/index/check_documents.h"

#include <string>
#include <tuple>
#include <unordered_set>

namespace cyberlex {
namespace {

Status refuse(std::string message, std::string where) {
  return Error{ErrorCode::kBadInput, std::move(message), std::move(where)};
}

bool is_language(std::string_view code) {
  auto const small = [](char c) { return c >= 'a' && c <= 'z'; };
  return code.size() == 2 && small(code[0]) && small(code[1]);
}

Status check_acts(std::vector<ActRecord> const& acts) {
  for (size_t i = 1; i < acts.size(); ++i) {
    Work const& before = acts[i - 1].work;
    Work const& work = acts[i].work;
    if (std::tie(before.jurisdiction, before.handle) >= std::tie(work.jurisdiction, work.handle)) {
      return refuse("acts are not in order of jurisdiction and handle", work.handle);
    }
  }
  return Ok{};
}

// Why a document cannot be indexed by itself; empty when it can.
std::string fault_of(IndexDocument const& document) {
  ProvisionRecord const& record = document.record;
  if (record.eid.empty()) {
    return "a document without eId";
  }
  if (record.valid.empty()) {
    return "a document that holds on no day";
  }
  if (record.texts.size() != document.texts.size()) {
    return "a document with more texts than summaries, or fewer";
  }
  for (size_t i = 0; i < record.texts.size(); ++i) {
    TextSummary const& summary = record.texts[i];
    if (summary.language != document.texts[i].language || summary.kind != document.texts[i].kind) {
      return "a text that does not belong to its summary";
    }
    if (!is_language(summary.language)) {
      return "a text whose language is not two small letters: \"" + summary.language + "\"";
    }
  }
  return "";
}

// Follows documents in their order.
class Order {
 public:
  // Why `record` may not come next; null when it may.
  char const* next(ProvisionRecord const& record) {
    bool const same_act = before_ != nullptr && before_->act == record.act;
    if (before_ != nullptr && record.act < before_->act) {
      return "documents are not in the order of acts";
    }
    if (!same_act) {
      seen_.clear();
    } else if (before_->eid == record.eid) {
      bool const later = before_->valid.to <= record.valid.from;
      before_ = &record;
      return later ? nullptr : "states of a provision overlap or are not in the order of days";
    }
    before_ = &record;
    return seen_.insert(record.eid.text()).second ? nullptr : "states of a provision stand apart";
  }

 private:
  ProvisionRecord const* before_ = nullptr;
  std::unordered_set<std::string> seen_;  // eIds of the act
};

}  // namespace

Status check_documents(std::vector<ActRecord> const& acts,
                       std::vector<IndexDocument> const& documents) {
  if (Status const ordered = check_acts(acts); !ordered) {
    return ordered;
  }
  if (documents.size() >= UINT32_MAX - 1) {
    return refuse("more documents than an index can number", "");
  }
  Order order;
  for (IndexDocument const& document : documents) {
    ProvisionRecord const& record = document.record;
    if (record.act >= acts.size()) {
      return refuse("a document of an act that is not given", record.eid.text());
    }
    std::string const where = acts[record.act].work.handle + "/" + record.eid.text();
    if (std::string fault = fault_of(document); !fault.empty()) {
      return refuse(std::move(fault), where);
    }
    if (char const* const fault = order.next(record); fault != nullptr) {
      return refuse(fault, where);
    }
  }
  return Ok{};
}

}  // namespace cyberlex
