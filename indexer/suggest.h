// What a machine reads into a provision that nobody assessed: concepts, and clauses of penalties.
//
// Pure reading of the text; docs/suggested.md has the rules and how often they are right.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/index/document.h"

namespace cyberlex {

// Thread rule: one object, one thread. REQUIRES: the taxonomy outlives it.
class Suggester {
 public:
  explicit Suggester(Taxonomy const& taxonomy);
  ~Suggester();
  Suggester(Suggester&&) noexcept;
  Suggester& operator=(Suggester&&) noexcept;

  // Of one text, whatever is known of the provision. `unit` stands for its heading.
  Suggested suggest(EId const& unit, std::string_view heading, StateText const& text);

  // Of the first text in a language that can be read; nothing for an assessed provision, whose
  // facts a guess would only blur. REQUIRES: texts[i] belongs to record.texts[i].
  Suggested suggest(IndexDocument const& document);

 private:
  struct Tools;
  Tools& of(std::string const& language);

  Taxonomy const* taxonomy_;
  std::map<std::string, std::unique_ptr<Tools>> tools_;
};

}  // namespace cyberlex
