#include "cyberlex/index/tables.h"

#include "cyberlex/index/codec.h"
#include "cyberlex/index/record.h"

namespace cyberlex {

std::string encode_acts(std::vector<ActRecord> const& acts) {
  std::vector<std::string> records;
  records.reserve(acts.size());
  for (ActRecord const& act : acts) {
    records.push_back(encode(act));
  }
  return to_bytes(records);
}

Result<std::vector<ActRecord>> decode_acts(std::string_view bytes) {
  Result<std::vector<std::string>> records = from_bytes<std::vector<std::string>>(bytes, "acts");
  if (!records) {
    return records.error();
  }
  std::vector<ActRecord> acts;
  acts.reserve(records->size());
  for (std::string const& record : *records) {
    Result<ActRecord> act = decode_act(record);
    if (!act) {
      return act.error();
    }
    acts.push_back(std::move(*act));
  }
  return acts;
}

std::string encode_eids(std::vector<std::string> const& eids) {
  return to_bytes(eids);
}
Result<std::vector<std::string>> decode_eids(std::string_view bytes) {
  return from_bytes<std::vector<std::string>>(bytes, "eIds");
}

std::string encode_languages(std::vector<LanguageTotals> const& totals) {
  return to_bytes(totals);
}
Result<std::vector<LanguageTotals>> decode_languages(std::string_view bytes) {
  return from_bytes<std::vector<LanguageTotals>>(bytes, "language totals");
}

}  // namespace cyberlex
