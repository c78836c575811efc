#include <algorithm>
#include <map>

#include "indexer/annotate.h"

namespace cyberlex {
namespace {

// Where a unit stands: the list that holds it and its place there.
struct UnitPlace {
  std::vector<Provision>* list = nullptr;
  size_t at = 0;
};

UnitPlace find_unit(std::vector<Provision>& body, EId const& eid) {
  for (size_t i = 0; i < body.size(); ++i) {
    if (is_unit(body[i].kind) && body[i].eid == eid) {
      return {&body, i};
    }
    if (is_container(body[i].kind)) {
      UnitPlace const below = find_unit(body[i].items, eid);
      if (below.list != nullptr) {
        return below;
      }
    }
  }
  return {};
}

void apply_change(std::vector<Provision>& body, Provision change, std::string const& file,
                  Diagnostics& diagnostics) {
  SourcePlace const place = change.place.file.empty() ? SourcePlace{file, 0, 0} : change.place;
  UnitPlace const old = find_unit(body, change.eid);
  if (old.list != nullptr) {
    (*old.list)[old.at] = std::move(change);
    return;
  }
  if (change.insert_after.empty()) {
    diagnostics.error(
        place, change.eid.text() +
                   " is not in the inherited version: expected a unit of it, or insert_after");
    return;
  }
  Result<EId> const after = EId::parse(change.insert_after);
  UnitPlace const before = after ? find_unit(body, *after) : UnitPlace{};
  if (before.list == nullptr) {
    diagnostics.error(place, "insert_after: \"" + change.insert_after +
                                 "\" is not a unit of the inherited version");
    return;
  }
  before.list->insert(before.list->begin() + static_cast<std::ptrdiff_t>(before.at) + 1,
                      std::move(change));
}

Expression const* find_version(Act const& act, Expression const& of, Date date) {
  for (Expression const& candidate : act.expressions) {
    if (candidate.language == of.language && candidate.kind == of.kind && candidate.date == date) {
      return &candidate;
    }
  }
  return nullptr;
}

void resolve_one(Act& act, Expression& expression, Diagnostics& diagnostics) {
  SourcePlace const place{expression.file, 1, 1};
  Expression const* base = find_version(act, expression, *expression.inherits);
  if (base == nullptr || !(base->date < expression.date) || base->inherits) {
    diagnostics.error(place, "inherits: there is no earlier " + expression.language + " " +
                                 std::string(name_of(expression.kind)) + " of " +
                                 expression.inherits->to_string());
    return;
  }
  std::vector<Provision> body = base->body;
  for (Provision& change : expression.body) {
    if (!is_unit(change.kind)) {
      diagnostics.error(change.place, "an inheriting version lists units only, not " +
                                          std::string(name_of(change.kind)));
      continue;
    }
    apply_change(body, std::move(change), expression.file, diagnostics);
  }
  expression.body = std::move(body);
  expression.inherits.reset();
}

}  // namespace

void resolve_inheritance(Act& act, Diagnostics& diagnostics) {
  std::stable_sort(act.expressions.begin(), act.expressions.end(),
                   [](Expression const& a, Expression const& b) { return a.date < b.date; });
  for (Expression& expression : act.expressions) {
    if (expression.inherits) {
      resolve_one(act, expression, diagnostics);
    }
  }
}

}  // namespace cyberlex
