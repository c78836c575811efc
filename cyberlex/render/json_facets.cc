#include "cyberlex/answer/labels.h"
#include "cyberlex/base/duration.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

// Years as numbers, terms as durations, amounts as decimals.
void write_measure(JsonOut& out, std::string_view name, Param param, int64_t value) {
  if (param == Param::kYear) {
    out.number(name, value);
  } else {
    out.text(name,
             param == Param::kFine ? decimal_string(value) : Duration::of_scale(value).to_string());
  }
}

void write_spread(JsonOut& out, Param param, Spread const& spread) {
  out.number("count", spread.count);
  write_measure(out, "minimum", param, spread.minimum);
  write_measure(out, "median", param, spread.median);
  write_measure(out, "maximum", param, spread.maximum);
}

void write_no_spread(JsonOut& out) {
  out.number("count", uint64_t{0});
  out.null("minimum");
  out.null("median");
  out.null("maximum");
}

void write_units(JsonOut& out, RangeStats const& stats) {
  out.array("units", [&] {
    for (Spread const& spread : stats.spreads) {
      out.object([&] {
        out.text("unit", spread.unit);
        write_spread(out, stats.param, spread);
      });
    }
  });
}

void write_members(JsonOut& out, RangeStats const& stats) {
  if (stats.param == Param::kFine) {
    write_units(out, stats);
  } else if (stats.spreads.empty()) {
    write_no_spread(out);
  } else {
    write_spread(out, stats.param, stats.spreads.front());
  }
  if (info_of(stats.param).form == ValueForm::kTermRange) {
    out.number("life", stats.life);
    out.number("death", stats.death);
  }
  out.number("unknown", stats.unknown);
  if (stats.param != Param::kYear) {
    out.number("none", stats.none);
    out.number("not_assessed", stats.not_assessed);
  }
}

}  // namespace

void write_facet_value(JsonOut& out, FacetValue const& value, std::string_view label) {
  out.object([&] {
    out.text("value", value.value);
    out.text("label", label);
    out.number("count", value.count);
    out.flag("selected", value.selected);
    out.text_if("broader", value.broader);
  });
}

void write_facet_values(JsonOut& out, std::string_view name, Generation const& generation,
                        Facet const& facet) {
  out.array(name, [&] {
    for (FacetValue const& value : facet.values) {
      write_facet_value(
          out, value,
          value.label.empty() ? label_of(facet.param, value.value, generation) : value.label);
    }
  });
}

void write_stats(JsonOut& out, std::span<RangeStats const> stats) {
  if (stats.empty()) {
    return;
  }
  out.object("stats", [&] {
    for (RangeStats const& each : stats) {
      out.object(info_of(each.param).name, [&] { write_members(out, each); });
    }
  });
}

}  // namespace cyberlex
