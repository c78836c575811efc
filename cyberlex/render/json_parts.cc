#include "cyberlex/render/json_parts.h"

#include "cyberlex/answer/iri.h"
#include "cyberlex/answer/labels.h"

namespace cyberlex {
namespace {

constexpr size_t kGenerationDigits = 16;

// Headings in other languages than the leading text's, one a language.
void write_headings(JsonOut& out, ProvisionRecord const& record) {
  LocalizedText headings;
  for (TextSummary const& text : record.texts) {
    bool const other = text.language != record.texts.front().language;
    if (other && !text.heading.empty()) {
      headings.try_emplace(text.language, text.heading);
    }
  }
  write_texts_by_language(out, "headings", headings);
}

void write_leading_text(JsonOut& out, ProvisionRecord const& record) {
  if (record.texts.empty()) {
    for (char const* name : {"lang", "text_kind", "version_date"}) {
      out.null(name);
    }
    return;
  }
  TextSummary const& text = record.texts.front();
  out.text("lang", text.language);
  out.text("text_kind", name_of(text.kind));
  out.text("version_date", text.version_date.to_string());
}

}  // namespace

ActContext context_of(Generation const& generation, ProvisionRecord const& record) {
  return {generation, generation.acts().at(record.act)};
}

std::string date_text(Date date) {
  return date == kBeginningOfTime || date == kEndOfTime ? "" : date.to_string();
}

void write_corpus(JsonOut& out, Generation const& generation) {
  write_corpus(out, generation.manifest().digest);
}

void write_corpus(JsonOut& out, std::string const& digest) {
  out.object("corpus", [&] {
    out.text("digest", digest);
    out.text("generation", std::string_view(digest).substr(0, kGenerationDigits));
  });
}

void write_spelling(JsonOut& out, std::optional<SpellingOffer> const& offer) {
  if (!offer) {
    return;
  }
  out.object("did_you_mean", [&] {
    out.text("q", offer->q);
    out.number("total", offer->total);
    out.array("words", [&] {
      for (SpellingOffer::Word const& each : offer->words) {
        out.object([&] {
          out.text("word", each.word);
          out.text("by", each.by);
          out.text("language", each.language);
          out.number("documents", each.documents);
        });
      }
    });
  });
}

void write_interval(JsonOut& out, Interval const& interval) {
  out.text_or_null("from", date_text(interval.from));
  out.text_or_null("to", date_text(interval.to));
}

void write_act_members(JsonOut& out, Work const& work) {
  out.text("handle", work.handle);
  out.text("iri", work.iri);
  out.text("title", display_text(work.title, work.original_language));
  out.text("short_title", display_title(work));
  out.text("jurisdiction", work.jurisdiction);
  out.text("rank", work.rank);
  if (work.year == 0) {
    out.null("year");
  } else {
    out.number("year", int64_t{work.year});
  }
}

void write_versions(JsonOut& out, std::span<VersionEntry const> versions) {
  out.array("versions", [&] {
    for (VersionEntry const& version : versions) {
      out.object([&] {
        write_interval(out, version.valid);
        out.text("status", name_of(version.status));
        out.flag("shown", version.shown);
      });
    }
  });
}

void write_decision(JsonOut& out, Work const& work, Decision const& decision) {
  out.text("id", decision.id);
  out.text("court", decision.court);
  out.text("title", decision.title);
  out.text_if("number", decision.number);
  out.text("date", decision.date.to_string());
  write_handles(out, "provisions", work, decision.provisions);
  out.text("holding", decision.holding);
  out.text_if("effect", decision.effect);
  write_provenance(out, work, decision.provenance);
}

void write_decisions(JsonOut& out, Work const& work, std::span<Decision const> decisions) {
  out.array("decisions", [&] {
    for (Decision const& decision : decisions) {
      out.object([&] { write_decision(out, work, decision); });
    }
  });
}

void write_path(JsonOut& out, std::span<PathStep const> path) {
  out.array("path", [&] {
    for (PathStep const& step : path) {
      out.object([&] {
        out.text("kind", name_of(step.kind));
        out.text("eid", step.eid.text());
        out.text_if("label", step.label);
        out.text_if("heading", step.heading);
      });
    }
  });
}

void write_texts_by_language(JsonOut& out, std::string_view name, LocalizedText const& texts) {
  out.object(name, [&] {
    for (auto const& [language, text] : texts) {
      out.text(language, text);
    }
  });
}

void write_source_members(JsonOut& out, Source const& source) {
  out.text("title", source.title);
  out.text_if("url", source.url);
  out.text_if("locator", source.locator);
  out.text_if("seen", source.seen);
  out.text_if("note", source.note);
}

void write_sources(JsonOut& out, Work const& work, std::vector<std::string> const& keys) {
  out.array("sources", [&] {
    for (std::string const& key : keys) {
      out.object([&] {
        out.text("key", key);
        auto const source = work.sources.find(key);
        if (source != work.sources.end()) {
          write_source_members(out, source->second);
        }
      });
    }
  });
}

void write_provenance(JsonOut& out, Work const& work, Provenance const& provenance) {
  out.text("confidence", name_of(provenance.confidence));
  write_sources(out, work, provenance.sources);
}

void write_reading(JsonOut& out, Work const& work, std::string const& key) {
  auto const found = work.readings.find(key);
  if (found == work.readings.end()) {
    out.null("read");
    return;
  }
  Reading const& reading = found->second;
  out.object("read", [&] {
    out.text("what", reading.what);
    out.text("by", reading.by);
    out.text("date", reading.date.to_string());
    write_sources(out, work, reading.sources);
  });
}

void write_standing_change(JsonOut& out, Work const& treaty, StandingChange const& change) {
  out.text("state", change.state);
  out.text("from", change.from.to_string());
  out.text("value", name_of(change.value));
  out.text_if("by", change.by);
  out.text_if("deposited", change.deposited ? change.deposited->to_string() : std::string());
  out.array("reservations", [&] {
    for (Reservation const& row : change.reservations) {
      out.object([&] {
        out.text("kind", row.kind);
        write_handles(out, "articles", treaty, row.articles);
        out.text("note", row.note);
        write_provenance(out, treaty, row.provenance);
      });
    }
  });
  out.text_if("note", change.note);
  write_provenance(out, treaty, change.provenance);
}

void write_standing(JsonOut& out, Work const& treaty, TreatyStanding const& standing) {
  if (standing.now != nullptr) {
    out.object("standing", [&] { write_standing_change(out, treaty, *standing.now); });
    return;
  }
  out.null("standing");
  if (standing.next != nullptr) {
    out.object("standing_before", [&] {
      out.text("value", name_of(standing.before));
      out.text("until", standing.next->from.to_string());
      out.object("next", [&] { write_standing_change(out, treaty, *standing.next); });
    });
  }
}

void write_handles(JsonOut& out, std::string_view name, Work const& work,
                   std::span<EId const> eids) {
  out.array(name, [&] {
    for (EId const& eid : eids) {
      out.value(to_string(Handle{work.handle, eid}));
    }
  });
}

void write_provision_members(JsonOut& out, ActContext const& context,
                             ProvisionRecord const& record) {
  Work const& work = context.act.work;
  out.text("iri", iri_of(context.act, record));
  out.text("handle", to_string(Handle{work.handle, record.eid}));
  out.object("act", [&] { write_act_members(out, work); });
  out.text("jurisdiction", work.jurisdiction);
  out.text("kind", name_of(record.kind));
  out.text("number", record.num);
  out.text_if("label", record.label);
  out.text("heading", record.texts.empty() ? "" : record.texts.front().heading);
  write_headings(out, record);
  write_leading_text(out, record);
  out.object("valid", [&] { write_interval(out, record.valid); });
  out.text("status", name_of(record.status));
  out.text("class", name_of(record.klass));
  write_path(out, record.path);
}

}  // namespace cyberlex
