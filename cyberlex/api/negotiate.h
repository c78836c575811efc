// What HTTP lets a client and a server agree on: encodings, validators, and the headers of every
// answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/api/http_message.h"

namespace cyberlex::api {

// True when Accept-Encoding takes gzip (RFC 9110, 12.5.3): named with a weight above 0, or by "*".
bool accepts_gzip(std::string_view accept_encoding);

// The strong validator of an answer, without quotation marks: a function of the generation, the
// canonical request and the version of this program, and so of the body.
std::string make_etag(std::string_view generation_digest, std::string_view canonical);
// That of its compressed form.
std::string gzip_etag(std::string_view etag);

// The first of `etags` that If-None-Match names (weak comparison); empty for none, and for "*",
// which asks whether there is any answer at all.
std::string matching_etag(std::string_view if_none_match, std::vector<std::string> const& etags);

inline constexpr size_t kSmallestGzip = 1024;  // bytes; shorter bodies go as they are

// The body compressed; empty when it is too short or nothing is gained.
std::string packed_body(std::string_view body);
// Names the encoding of the body in the headers, and its validator unless `etag` is empty.
void add_encoding(bool packed, std::string const& etag, Response& response);
// Compresses when the client takes it and that gains something; headers as add_encoding().
void encode_body(Request const& request, std::string const& etag, Response& response);

// CORS, security and Vary: the same on every answer.
void add_common_headers(Response& response);

}  // namespace cyberlex::api
