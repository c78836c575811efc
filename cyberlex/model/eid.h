// eIds of the OASIS Akoma Ntoso naming convention (Version 1.0, 2019): "sec_24__subsec_1__para_a".
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"

namespace cyberlex {

// Kinds of provision. A kind is data, not a type.
enum class ProvisionKind : uint8_t {
  // containers: above the unit
  kBook,
  kPart,
  kTitle,
  kChapter,
  kDivision,
  kSchedule,
  // units: what a hit is
  kSection,
  kArticle,
  kPreamble,
  kConclusions,
  kAnnex,
  kFragment,  // text of a container outside any section: an introduction under a chapter heading
  // below the unit
  kSubsection,
  kParagraph,
  kSubparagraph,
  kPoint,
  kItem,
  kNote,
};

std::string_view name_of(ProvisionKind kind);           // "section"
std::string_view eid_abbreviation(ProvisionKind kind);  // "sec"
bool is_container(ProvisionKind kind);
bool is_unit(ProvisionKind kind);

// The identifier of a provision within its act. Case-sensitive; ordered as text.
// Grammar: step ("__" step)*, step = letters ["_" number], number = [a-z0-9-]+ ("24", "a",
// "7-bis").
class EId {
 public:
  EId() = default;

  static Result<EId> parse(std::string_view text);
  // The eId of a child: make(parent, kPoint, "a") -> "…__point_a"; a unit has no parent. The number
  // is lowered, inner spaces, slashes and dots become "-", everything else outside [a-z0-9-] is
  // dropped; an empty number leaves the bare abbreviation.
  static EId make(EId const* parent, ProvisionKind kind, std::string_view number);

  std::string const& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  // The section or article: the first step.
  EId unit() const;
  // True when `other` is this eId or lies below it.
  bool contains(EId const& other) const;

  auto operator<=>(EId const&) const = default;

 private:
  explicit EId(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace cyberlex
