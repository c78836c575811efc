// Stored form of records: what the writer encodes, the reader decodes. docs/index-format.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

// decode(encode(x)) == x. Decoding refuses what encode cannot have written with kDamaged, and never
// reads beyond the bytes or allocates more than they can hold.
std::string encode(ProvisionRecord const& record);
Result<ProvisionRecord> decode_provision(std::string_view bytes);

// Memory that it holds beside itself, about.
uint64_t heap_bytes(ProvisionRecord const& record);

std::string encode(std::vector<StateText> const& texts);
Result<std::vector<StateText>> decode_texts(std::string_view bytes);

std::string encode(ActRecord const& record);
Result<ActRecord> decode_act(std::string_view bytes);

std::string encode(Taxonomy const& taxonomy);
Result<Taxonomy> decode_taxonomy(std::string_view bytes);

}  // namespace cyberlex
