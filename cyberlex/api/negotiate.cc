#include "cyberlex/api/negotiate.h"

#include <algorithm>

#include "cyberlex/api/gzip.h"
#include "cyberlex/api/header_pieces.h"
#include "cyberlex/base/digest.h"

namespace cyberlex::api {
namespace {

// True for a weight of zero: "q=0", "q=0.000".
bool is_refused(std::string_view parameters) {
  size_t const at = parameters.find("q=");
  if (at == std::string_view::npos) {
    return false;
  }
  std::string_view rest = parameters.substr(at + 2);
  std::string_view const weight = next_piece(rest, ';');
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    std::string_view parameters = next_piece(accept_encoding, ',');
    std::string_view const coding = next_piece(parameters, ';');
    if (same_word(coding, "gzip") || same_word(coding, "x-gzip")) {
      return !is_refused(parameters);
    }
    any = any || (coding == "*" && !is_refused(parameters));
  }
  return any;
}

std::string make_etag(std::string_view generation_digest, std::string_view canonical) {
  constexpr size_t kDigits = 32;
  Sha256 digest;
  digest.add_field(CYBERLEX_VERSION);
  digest.add_field(generation_digest);
  digest.add_field(canonical);
  return digest.finish().substr(0, kDigits);
}

std::string gzip_etag(std::string_view etag) {
  return std::string(etag) + "-gzip";
}

std::string matching_etag(std::string_view if_none_match, std::vector<std::string> const& etags) {
  while (!if_none_match.empty()) {
    std::string_view tag = next_piece(if_none_match, ',');
    tag.remove_prefix(tag.starts_with("W/") ? 2 : 0);
    if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') {
      continue;
    }
    auto const found = std::find(etags.begin(), etags.end(), tag.substr(1, tag.size() - 2));
    if (found != etags.end()) {
      return *found;
    }
  }
  return {};
}

std::string packed_body(std::string_view body) {
  if (body.size() < kSmallestGzip) {
    return {};
  }
  std::string packed = gzip(body);
  return packed.size() < body.size() ? packed : std::string();
}

void add_encoding(bool packed, std::string const& etag, Response& response) {
  if (packed) {
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  if (!etag.empty()) {
    response.headers.emplace_back("ETag", '"' + (packed ? gzip_etag(etag) : etag) + '"');
  }
}

void encode_body(Request const& request, std::string const& etag, Response& response) {
  std::string packed =
      accepts_gzip(request.accept_encoding) ? packed_body(response.body) : std::string();
  bool const smaller = !packed.empty();
  if (smaller) {
    response.body = std::move(packed);
  }
  add_encoding(smaller, etag, response);
}

void add_common_headers(Response& response) {
  HeaderList& headers = response.headers;
  headers.emplace_back("Access-Control-Allow-Origin", "*");
  headers.emplace_back(
      "Access-Control-Expose-Headers",
      "ETag, Link, Server-Timing, Retry-After, Allow, Content-Disposition, Cyberlex-Outcome, "
      "Cyberlex-Corpus, Cyberlex-Total, Memento-Datetime, Content-Location");
  bool const page = response.content_type.starts_with("text/html");
  headers.emplace_back(
      "Vary", page ? "Accept, Accept-Encoding, Accept-Language" : "Accept, Accept-Encoding");
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back(
      "Content-Security-Policy",
      page ? "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
             "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
           : "default-src 'none'; frame-ancestors 'none'");
  headers.emplace_back("Referrer-Policy", "no-referrer");
}

}  // namespace cyberlex::api
