#include <algorithm>
#include <vector>

#include "cyberlex/render/saved_answer.h"

namespace cyberlex {
namespace {

constexpr size_t kMostListed = 50;

// What the order of a result gives a row: it may change though nothing about the row did.
bool is_of_order(std::string const& field) {
  return field == "score" || field == "rank";
}

constexpr size_t kShort = 48;  // bytes of a value that is shown

// " (partly -> covered)", or nothing when one of them is long.
std::string shown(std::string const& before, std::string const& after) {
  auto const text = [](std::string const& value) { return value.empty() ? "nothing" : value; };
  bool const short_enough = before.size() <= kShort && after.size() <= kShort;
  return short_enough ? " (" + text(before) + " -> " + text(after) + ')' : "";
}

std::string value_in(SavedRow const& row, std::string const& field) {
  auto const found = row.find(field);
  return found == row.end() ? std::string() : found->second;
}

std::string listed(std::vector<std::string> const& fields, SavedRow const& before,
                   SavedRow const& after) {
  std::string out;
  for (std::string const& field : fields) {
    out +=
        (out.empty() ? "" : ", ") + field + shown(value_in(before, field), value_in(after, field));
  }
  return out;
}

std::vector<std::string> changed_fields(SavedRow const& before, SavedRow const& after) {
  std::vector<std::string> out;
  for (auto const& [field, value] : before) {
    auto const now = after.find(field);
    if (now == after.end() || now->second != value) {
      out.push_back(field);
    }
  }
  for (auto const& each : after) {
    if (!before.contains(each.first)) {
      out.push_back(each.first);
    }
  }
  return out;
}

// What happened to the rows of one table.
struct TableChange {
  std::vector<std::string> lines;  // a row that changed, each
  size_t removed = 0;
  size_t added = 0;
  size_t changed = 0;
  size_t moved = 0;  // changed in score or rank only

  size_t all() const { return removed + added + changed + moved; }
};

void note_kept(std::string const& key, SavedRow const& before, SavedRow const& after,
               TableChange& out) {
  std::vector<std::string> fields = changed_fields(before, after);
  bool const any = !fields.empty();
  std::erase_if(fields, is_of_order);
  if (!fields.empty()) {
    ++out.changed;
    out.lines.push_back("changed " + key + ": " + listed(fields, before, after));
  } else if (any) {
    ++out.moved;
  }
}

TableChange compare(SavedTable const& before, SavedTable const& after) {
  TableChange out;
  for (auto const& [key, row] : before) {
    auto const now = after.find(key);
    if (now == after.end()) {
      ++out.removed;
      out.lines.push_back("removed " + key);
    } else {
      note_kept(key, row, now->second, out);
    }
  }
  for (auto const& each : after) {
    if (!before.contains(each.first)) {
      ++out.added;
      out.lines.push_back("added " + each.first);
    }
  }
  return out;
}

void write_table(std::string const& name, TableChange const& change, std::string& out) {
  out += name + ": " + std::to_string(change.removed) + " removed, " +
         std::to_string(change.added) + " added, " + std::to_string(change.changed) + " changed, " +
         std::to_string(change.moved) + " in score or rank only\n";
  for (size_t i = 0; i < std::min(kMostListed, change.lines.size()); ++i) {
    out += "  " + change.lines[i] + '\n';
  }
  if (change.lines.size() > kMostListed) {
    out += "  and " + std::to_string(change.lines.size() - kMostListed) + " more\n";
  }
}

void write_surrounding(char const* what, std::string const& before, std::string const& after,
                       std::string& out) {
  if (before != after) {
    out += std::string(what) + " changed: " + (before.empty() ? "not said" : before) + " -> " +
           after + '\n';
  }
}

}  // namespace

SavedDifference compare_saved(SavedAnswer const& before, SavedAnswer const& after) {
  SavedDifference out;
  std::string rows;
  SavedTable const none;
  auto tables = before.tables;
  tables.insert(after.tables.begin(), after.tables.end());
  for (auto const& each : tables) {
    auto const then = before.tables.find(each.first);
    auto const now = after.tables.find(each.first);
    TableChange const change = compare(then == before.tables.end() ? none : then->second,
                                       now == after.tables.end() ? none : now->second);
    if (change.all() > 0) {
      out.same_rows = false;
      write_table(each.first, change, rows);
    }
  }
  out.report = out.same_rows ? "identical\n" : "changed\n";
  write_surrounding("corpus", before.origin.digest, after.origin.digest, out.report);
  write_surrounding("taxonomy", before.origin.taxonomy, after.origin.taxonomy, out.report);
  write_surrounding("engine", before.origin.engine, after.origin.engine, out.report);
  if (!out.same_rows && before.origin.digest == after.origin.digest &&
      before.origin.engine == after.origin.engine) {
    out.report += "corpus the same: another program answers\n";
  }
  out.report += rows;
  return out;
}

}  // namespace cyberlex
