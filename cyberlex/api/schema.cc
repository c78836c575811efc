#include "cyberlex/api/schema.h"

#include <algorithm>

#include "cyberlex/api/shapes.h"

namespace cyberlex::api {
namespace {

using Members = std::vector<std::pair<std::string, Json>>;

Json words(std::vector<std::string_view> const& values) {
  std::vector<Json> out;
  for (std::string_view const value : values) {
    out.push_back(Json::text(value));
  }
  return Json::array(out);
}

Json reference(std::string_view name) {
  return Json::object({{"$ref", Json::text("#/components/schemas/" + std::string(name))}});
}

// Of a shape or a choice that is described by itself.
bool is_name(std::string_view text) {
  return text.front() >= 'A' && text.front() <= 'Z';
}

// ---- types

// Reads one type, from left to right.
class TypeReader {
 public:
  explicit TypeReader(std::string_view text) : text_(text) {}

  Json read() {
    std::vector<Json> parts;
    std::vector<std::string_view> literals;
    do {
      if (take('\'')) {
        literals.push_back(until('\''));
      } else {
        parts.push_back(term());
      }
    } while (take('|'));
    if (!literals.empty()) {
      parts.push_back(Json::object({{"type", Json::text("string")}, {"enum", words(literals)}}));
    }
    return parts.size() == 1 ? parts.front() : Json::object({{"anyOf", Json::array(parts)}});
  }

 private:
  // A type with what stands behind it.
  Json term() {
    Json out = first();
    while (take('[')) {
      take(']');
      out = Json::object({{"type", Json::text("array")}, {"items", out}});
    }
    if (take('?')) {
      Json const null = Json::object({{"type", Json::text("null")}});
      out = Json::object({{"anyOf", Json::array({out, null})}});
    }
    return out;
  }

  Json first() {
    if (take('(')) {
      Json out = read();
      take(')');
      return out;
    }
    if (take('{')) {
      Json const values = read();
      take('}');
      return Json::object({{"type", Json::text("object")}, {"additionalProperties", values}});
    }
    return named();
  }

  Json named() {
    size_t const end = std::min(text_.find_first_of("[]{}()|?"), text_.size());
    std::string_view const name = text_.substr(0, end);
    text_.remove_prefix(end);
    if (is_name(name)) {
      return reference(name);
    }
    bool const date = name == "date";
    std::string_view const type = date ? "string" : name;
    // "null" beside the type itself is what most readers of a schema know best.
    Json const types = !text_.starts_with("?") ? Json::text(type) : words({type, "null"});
    if (text_.starts_with("?")) {
      text_.remove_prefix(1);
    }
    Members out = {{"type", types}};
    if (date) {
      out.emplace_back("format", Json::text("date"));
    }
    return Json::object(out);
  }

  bool take(char c) {
    bool const there = text_.starts_with(c);
    text_.remove_prefix(there ? 1 : 0);
    return there;
  }
  std::string_view until(char c) {
    size_t const end = text_.find(c);
    std::string_view const out = text_.substr(0, end);
    text_.remove_prefix(std::min(end + 1, text_.size()));
    return out;
  }

  std::string_view text_;
};

// ---- shapes

struct Member {
  std::string_view name;
  std::string_view type;
  std::string_view what;
};
struct Shape {
  std::string_view name;
  std::string_view what;
  std::vector<Member> members;
};

// What stands before two blanks or more; the rest begins behind them.
std::string_view next_column(std::string_view& line) {
  size_t const end = std::min(line.find("  "), line.size());
  std::string_view const out = line.substr(0, end);
  line.remove_prefix(std::min(line.find_first_not_of(' ', end), line.size()));
  return out;
}

void read_line(std::string_view line, std::vector<Shape>& out) {
  bool const member = line.starts_with("  ");
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  if (line.empty()) {
    return;
  }
  std::string_view const name = next_column(line);
  if (!member) {
    out.push_back({name, line, {}});
    return;
  }
  std::string_view const type = next_column(line);
  out.back().members.push_back({name, type, line});
}

std::vector<Shape> read_shapes() {
  std::vector<Shape> out;
  for (std::string_view text : {law_shapes(), list_shapes(), grid_shapes(), state_shapes()}) {
    while (!text.empty()) {
      size_t const end = std::min(text.find('\n'), text.size());
      read_line(text.substr(0, end), out);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  return out;
}

// A reference may have a description beside it (JSON Schema 2020-12, 8.2.3.1).
Json described(std::string_view type, std::string_view what) {
  Json const schema = schema_of(type);
  if (what.empty()) {
    return schema;
  }
  return Json::object({{"description", Json::text(what)}}).with(schema);
}

class ObjectSchema {
 public:
  explicit ObjectSchema(std::vector<Shape> const& shapes) : shapes_(shapes) {}

  void add(Shape const& shape) {
    for (Member const& member : shape.members) {
      if (member.name == "...") {
        add(*std::find_if(shapes_.begin(), shapes_.end(),
                          [&](Shape const& each) { return each.name == member.type; }));
        continue;
      }
      std::string_view name = member.name;
      if (name.ends_with('?')) {
        name.remove_suffix(1);
      } else {
        required_.push_back(name);
      }
      properties_.emplace_back(name, described(member.type, member.what));
    }
  }

  Json finish(std::string_view what) const {
    return Json::object({{"type", Json::text("object")},
                         {"description", Json::text(what)},
                         {"required", words(required_)},
                         {"properties", Json::object(properties_)}});
  }

 private:
  std::vector<Shape> const& shapes_;
  std::vector<std::string_view> required_;
  Members properties_;
};

}  // namespace

std::vector<std::pair<std::string, Json>> schemas() {
  std::vector<std::pair<std::string, Json>> out;
  std::vector<Shape> const shapes = read_shapes();
  for (Shape const& shape : shapes) {
    if (is_name(shape.name)) {
      ObjectSchema object(shapes);
      object.add(shape);
      out.emplace_back(shape.name, object.finish(shape.what));
    }
  }
  for (Choice const& choice : choices()) {
    out.emplace_back(choice.name,
                     Json::object({{"type", Json::text("string")},
                                   {"description", Json::text(choice.what)},
                                   {"enum", words({choice.words.begin(), choice.words.end()})}}));
  }
  return out;
}

Json schema_of(std::string_view type) {
  return TypeReader(type).read();
}

}  // namespace cyberlex::api
