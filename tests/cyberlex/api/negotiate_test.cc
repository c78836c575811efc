#include "cyberlex/api/negotiate.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>

namespace cyberlex::api {
namespace {

std::string gunzip(std::string const& packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(1U << 20U, '\0');
  std::string in = packed;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string header(Response const& response, std::string const& name) {
  for (auto const& [key, value] : response.headers) {
    if (key == name) {
      return value;
    }
  }
  return {};
}

TEST(Negotiate, ReadsAcceptEncoding) {
  for (char const* yes : {"gzip", "GZIP", "br, gzip", "gzip;q=0.5", "*", "br;q=1.0, *;q=0.1",
                          "x-gzip", "deflate , gzip ; q=1"}) {
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  }
  for (char const* no :
       {"", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "identity", "gzip;q=0, *", "gzipped"}) {
    EXPECT_FALSE(accepts_gzip(no)) << no;
  }
}

TEST(Negotiate, MatchesTags) {
  std::vector<std::string> const tags = {"abc", "abc-gzip"};
  EXPECT_EQ(matching_etag("\"abc\"", tags), "abc");
  EXPECT_EQ(matching_etag("W/\"abc\"", tags), "abc");
  EXPECT_EQ(matching_etag("\"x\", \"abc-gzip\"", tags), "abc-gzip");
  for (char const* no : {"", "*", "abc", "\"ab\"", "\"abc", "W/abc", "\"", ",,,"}) {
    EXPECT_EQ(matching_etag(no, tags), "") << no;
  }
}

TEST(Negotiate, TagsDependOnGenerationAndRequest) {
  EXPECT_EQ(make_etag("g", "/a"), make_etag("g", "/a"));
  EXPECT_NE(make_etag("g", "/a"), make_etag("h", "/a"));
  EXPECT_NE(make_etag("g", "/a"), make_etag("g", "/b"));
  EXPECT_NE(make_etag("g", "/a"), make_etag("g/", "a"));
}

TEST(Negotiate, CompressesLongBodiesForThoseWhoTakeIt) {
  std::string const text(5000, 'x');
  Request request;
  request.accept_encoding = "gzip";
  Response response;
  response.body = text;
  encode_body(request, "tag", response);
  EXPECT_EQ(header(response, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(response, "ETag"), "\"tag-gzip\"");
  EXPECT_EQ(gunzip(response.body), text);
}

TEST(Negotiate, LeavesShortBodiesAndOtherClientsAlone) {
  Request request;
  Response response;
  response.body = std::string(5000, 'x');
  encode_body(request, "tag", response);
  EXPECT_EQ(header(response, "ETag"), "\"tag\"");
  EXPECT_EQ(response.body.size(), 5000U);
  request.accept_encoding = "gzip";
  Response small;
  small.body = std::string(kSmallestGzip - 1, 'x');
  encode_body(request, "", small);
  EXPECT_TRUE(small.headers.empty());
}

TEST(Negotiate, LetsEveryPageReadEveryAnswer) {
  Response response;
  add_common_headers(response);
  EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "*");
  EXPECT_NE(header(response, "Access-Control-Expose-Headers").find("Link"), std::string::npos);
  EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
}

}  // namespace
}  // namespace cyberlex::api
