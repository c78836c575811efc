#include "cyberlex/answer/act_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "cyberlex/answer/find_unit.h"

namespace cyberlex {
namespace {

// How many provisions have a text of a language and kind.
using Held = std::map<std::pair<std::string, TextKind>, size_t>;

struct OneStanding {
  ProvisionRecord record;
  std::vector<StateText> texts;
};

Result<std::vector<OneStanding>> standing_provisions(IndexReader const& reader, ActNum act,
                                                     Date as_of) {
  std::vector<OneStanding> out;
  auto const [first, last] = reader.generation().documents_of(act);
  for (DocNum doc = first; doc < last; ++doc) {
    if (!stands_on(reader.generation().columns(), doc, as_of)) {
      continue;
    }
    auto record = reader.record(doc);
    auto texts = reader.texts(doc);
    if (!record || !texts) {
      return !record ? record.error() : texts.error();
    }
    out.push_back({std::move(record).value(), std::move(texts).value()});
  }
  return out;
}

Held held_of(std::vector<OneStanding> const& provisions, std::optional<TextKind> kind) {
  Held out;
  for (OneStanding const& each : provisions) {
    for (TextSummary const& text : each.record.texts) {
      if (!kind || text.kind == *kind) {
        ++out[{text.language, text.kind}];
      }
    }
  }
  return out;
}

// The entry with most provisions, of this language unless it is empty; among equals the first.
Held::const_iterator most_held(Held const& held, std::string const& language) {
  auto best = held.end();
  for (auto each = held.begin(); each != held.end(); ++each) {
    bool const fits = language.empty() || each->first.first == language;
    if (fits && (best == held.end() || each->second > best->second)) {
      best = each;
    }
  }
  return best;
}

Held::const_iterator choose(Held const& held, std::vector<std::string> const& languages,
                            std::string const& original) {
  for (std::string const& language : languages) {
    if (auto const found = most_held(held, language); found != held.end()) {
      return found;
    }
  }
  if (!languages.empty()) {
    return held.end();
  }
  auto const found = most_held(held, original);
  return found != held.end() ? found : most_held(held, {});
}

// Leaves one text at most.
ProvisionText with_text(OneStanding&& from, std::string const& language, TextKind kind) {
  ProvisionText out{.record = std::move(from.record), .text = {}};
  auto const other = [&](auto const& text) {
    return text.language != language || text.kind != kind;
  };
  std::erase_if(out.record.texts, other);
  std::erase_if(from.texts, other);
  if (!from.texts.empty()) {
    out.text = std::move(from.texts.front());
  }
  return out;
}

Date latest_version(ActRecord const& act, std::string const& language, TextKind kind, Date as_of) {
  Date out;
  bool found = false;
  for (ExpressionSummary const& each : act.expressions) {
    if (each.language == language && each.kind == kind && each.date <= as_of &&
        (!found || each.date > out)) {
      out = each.date;
      found = true;
    }
  }
  return out;
}

}  // namespace

Result<ActTextAnswer> answer_act_text(IndexReader const& reader, std::string const& handle,
                                      Date as_of, std::vector<std::string> const& languages,
                                      std::optional<TextKind> kind) {
  auto const act = find_act_number(reader.generation(), handle);
  if (!act) {
    return act.error();
  }
  auto provisions = standing_provisions(reader, *act, as_of);
  if (!provisions) {
    return provisions.error();
  }
  ActRecord const& record = reader.generation().acts()[*act];
  Held const held = held_of(*provisions, kind);
  auto const chosen = choose(held, languages, record.work.original_language);
  if (chosen == held.end()) {
    return Error{ErrorCode::kNotFound,
                 "no text of this act, language and kind is held on " + as_of.to_string()};
  }
  auto const& [language, chosen_kind] = chosen->first;
  ActTextAnswer answer{
      reader.shared_generation(),
      as_of,
      *act,
      {language, latest_version(record, language, chosen_kind, as_of), chosen_kind},
      {}};
  for (OneStanding& each : *provisions) {
    answer.provisions.push_back(with_text(std::move(each), language, chosen_kind));
  }
  return answer;
}

}  // namespace cyberlex
