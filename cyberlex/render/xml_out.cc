#include "cyberlex/render/xml_out.h"

#include <algorithm>

#include "cyberlex/render/web_text.h"

namespace cyberlex {

XmlOut::XmlOut() : out_(R"(<?xml version="1.0" encoding="UTF-8"?>)") {}

void XmlOut::begin(std::string_view name, Attributes attributes) {
  out_.append("\n<").append(name);
  for (auto const& [key, value] : attributes) {
    if (!value.empty()) {
      out_.append(" ").append(key).append("=\"").append(xml_escaped(value)).append("\"");
    }
  }
}

void XmlOut::open(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  out_ += '>';
  open_.emplace_back(name);
}

void XmlOut::close() {
  out_.append("\n</").append(open_.back()).append(">");
  open_.pop_back();
}

void XmlOut::leaf(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  out_ += "/>";
}

void XmlOut::text(std::string_view name, std::string_view text, Attributes attributes) {
  begin(name, attributes);
  out_.append(">").append(xml_escaped(text)).append("</").append(name).append(">");
}

void XmlOut::lines(std::string_view name, std::string_view text, std::string_view line_end) {
  begin(name, {});
  out_ += '>';
  while (true) {
    size_t const end = std::min(text.find('\n'), text.size());
    out_ += xml_escaped(text.substr(0, end));
    if (end == text.size()) {
      break;
    }
    out_.append("<").append(line_end).append("/>");
    text.remove_prefix(end + 1);
  }
  out_.append("</").append(name).append(">");
}

std::string XmlOut::finish() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace cyberlex
