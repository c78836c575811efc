#include <algorithm>

#include "cyberlex/answer/among.h"
#include "cyberlex/answer/compare_columns.h"
#include "cyberlex/answer/find_unit.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

Error bad_item(std::string const& item, std::string const& why) {
  return Error{ErrorCode::kBadQuery, in_quotes(item) + ": " + why, "item"};
}

// True when some state of the provision has the portion, as a limb or as a piece of text.
Result<bool> ever_held(IndexReader const& reader, FoundUnit const& found) {
  for (DocNum doc = found.states.first; doc < found.states.second; ++doc) {
    Result<ProvisionRecord> const record = reader.record(doc);
    Result<std::vector<StateText>> const texts = reader.texts(doc);
    if (!record || !texts) {
      return record ? texts.error() : record.error();
    }
    bool const limb = std::ranges::any_of(
        record->limbs, [&](LimbRecord const& each) { return found.portion.contains(each.eid); });
    bool const block = std::ranges::any_of(*texts, [&](StateText const& text) {
      return std::ranges::any_of(
          text.blocks, [&](TextBlock const& each) { return found.portion.contains(each.eid); });
    });
    if (limb || block) {
      return true;
    }
  }
  return false;
}

Status check_item(IndexReader const& reader, std::string const& item, FoundUnit const& found) {
  if (found.portion.empty()) {
    return Ok{};
  }
  Result<bool> const held = ever_held(reader, found);
  if (!held) {
    return held.error();
  }
  return *held ? Status(Ok{})
               : Status(bad_item(
                     item, "no " + in_quotes(found.portion.text()) + " is held in this provision"));
}

Result<FoundUnit> find_item(IndexReader const& reader, std::string const& item) {
  Result<Handle> const handle = parse_handle(item);
  if (!handle || handle->eid.empty()) {
    return bad_item(item, handle ? "this names an act; expected a provision or a limb of one"
                                 : handle.error().message);
  }
  Result<FoundUnit> found = find_unit(reader.generation(), *handle);
  if (!found) {
    return bad_item(item, found.error().message);
  }
  if (Status const checked = check_item(reader, item, *found); !checked) {
    return checked.error();
  }
  return found;
}

Result<CompareColumn> item_column(IndexReader const& reader, std::string const& item, Date as_of) {
  Result<FoundUnit> const found = find_item(reader, item);
  if (!found) {
    return found.error();
  }
  Generation const& generation = reader.generation();
  CompareColumn out = column_of(generation, found->act, item);
  Work const& work = generation.acts().at(found->act).work;
  EId const& eid = found->portion.empty() ? found->unit : found->portion;
  Result<ProvisionAnswer> answer = answer_provision(reader, {work.handle, eid}, as_of, {});
  if (!answer && answer.error().code != ErrorCode::kNotFound) {
    return answer.error();
  }
  if (!answer) {
    out.not_standing = answer.error().message;
    out.versions = versions_of(generation, found->act, found->unit, found->states.second);
    return out;
  }
  out.versions = answer->versions;
  if (!found->portion.empty()) {
    std::erase_if(answer->record.limbs,
                  [&](LimbRecord const& limb) { return !related(limb.eid, found->portion); });
    keep_portions({found->portion}, *answer);
  }
  out.provision = std::move(answer).value();
  return out;
}

}  // namespace

Status add_items(IndexReader const& reader, CompareAnswer& out) {
  std::vector<std::string> items;
  for (std::string const& item : out.request.items) {
    if (!is_among(items, item)) {
      items.push_back(item);
    }
  }
  if (items.size() < kFewestItems || items.size() > kMostColumns) {
    return Error{ErrorCode::kBadQuery,
                 "expected " + std::to_string(kFewestItems) + " to " +
                     std::to_string(kMostColumns) + " different handles, found " +
                     std::to_string(items.size()),
                 "item"};
  }
  out.request.items = items;
  std::string why;
  for (std::string const& item : items) {
    Result<CompareColumn> column = item_column(reader, item, out.request.as_of);
    if (!column) {
      return column.error();
    }
    why += (why.empty() ? "" : "; ") + column->not_standing;
    out.columns.push_back(std::move(column).value());
  }
  bool const any = std::ranges::any_of(
      out.columns, [](CompareColumn const& column) { return column.provision.has_value(); });
  return any ? Status(Ok{}) : Status(Error{ErrorCode::kNotFound, why});
}

}  // namespace cyberlex
