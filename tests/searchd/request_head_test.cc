#include "searchd/request_head.h"

#include <gtest/gtest.h>

namespace cyberlex::searchd {
namespace {

std::string head(std::string const& first, std::string const& lines = "Host: h\r\n") {
  return first + "\r\n" + lines + "\r\n";
}

struct Row {
  std::string bytes;
  int status;
  char const* why;
};

TEST(RequestHead, RefusesWhateverTwoProgramsCouldReadDifferently) {
  Row const rows[] = {
      {head("GET / HTTP/1.1"), 0, "plain"},
      {head("GET / HTTP/1.0", ""), 0, "1.0 needs no Host"},
      {head("GET / HTTP/1.1", ""), 400, "1.1 does"},
      {head("GET / HTTP/1.1", "Host: a\r\nHost: b\r\n"), 400, "two Hosts"},
      {head("GET / HTTP/1.1", "Host : a\r\n"), 400, "space before the colon"},
      {head("GET / HTTP/1.1", "Host: a\r\n folded\r\n"), 400, "folded line"},
      {head("GET / HTTP/1.1", "Host: a\nX: b\r\n"), 400, "bare line feed"},
      {head("GET / HTTP/1.1", std::string("Host: a\0b\r\n", 11)), 400, "NUL"},
      {head("GET / HTTP/1.1", "Host: a\r\nnonsense\r\n"), 400, "no colon"},
      {head("GET / HTTP/1.1", "Host: a\r\n: b\r\n"), 400, "no name"},
      {head("GET  / HTTP/1.1"), 400, "two spaces"},
      {head("GET /a b HTTP/1.1"), 400, "space in the target"},
      {head("GET /a#b HTTP/1.1"), 400, "fragment"},
      {head("GET HTTP/1.1"), 400, "no target"},
      {head("GET /"), 400, "no version: HTTP/0.9"},
      {head("G(T / HTTP/1.1"), 400, "method is no token"},
      {head("get / HTTP/1.1"), 501, "methods have their case"},
      {head("BREW / HTTP/1.1"), 501, "unknown method"},
      {head("GET / HTTP/2.0"), 505, "another version"},
      {head("GET / http/1.1"), 400, "no version at all"},
      {head("GET /" + std::string(kLongestRequestLine, 'a') + " HTTP/1.1"), 414, "long line"},
      {head("GET / HTTP/1.1", "Host: h\r\nIf-None-Match: " + std::string(5000, 'a') + "\r\n"), 431,
       "long header in use"},
      {head("GET / HTTP/1.1", "Host: h\r\nCookie: " + std::string(5000, 'a') + "\r\n"), 0,
       "long header that nobody reads"},
  };
  for (Row const& row : rows) {
    RequestHead const read = parse_head(row.bytes);
    EXPECT_EQ(read.status, row.status) << row.why << ": " << read.detail;
    EXPECT_EQ(read.detail.empty(), row.status == 0) << row.why;
  }
}

TEST(RequestHead, ForwardsOnlyTheHeadersInUse) {
  RequestHead const read = parse_head(head(
      "GET /s?q=a?b HTTP/1.1",
      "Host: h\r\nRange: bytes=0-,0-,0-\r\nCookie: me=1\r\nACCEPT: a\r\nAccept:b \r\n"
      "Expect: 100-continue\r\nX-Forwarded-For: 192.0.2.1\r\nFrom: me\r\nAccept-Encoding: gzip\r\n"
      "Accept-Datetime: Fri, 15 May 2015 00:00:00 GMT\r\n"));
  EXPECT_EQ(read.forwarded,
            "GET /s?q=a%3Fb HTTP/1.1\r\nhost: h\r\naccept: a, b\r\n"
            "accept-datetime: Fri, 15 May 2015 00:00:00 GMT\r\naccept-encoding: gzip\r\n"
            "x-forwarded-for: 192.0.2.1\r\n\r\n");
}

TEST(RequestHead, ForwardsAnEmptyHost) {
  RequestHead const read = parse_head(head("GET / HTTP/1.1", "Host:\r\n"));
  EXPECT_EQ(read.forwarded, "GET / HTTP/1.1\r\nhost: \r\n\r\n");
  EXPECT_EQ(parse_head(read.forwarded).forwarded, read.forwarded);
}

TEST(RequestHead, ClosesAfterWhateverAnnouncesABody) {
  EXPECT_TRUE(parse_head(head("GET / HTTP/1.1", "Host: h\r\nContent-Length: 5\r\n")).has_body);
  EXPECT_TRUE(parse_head(head("GET / HTTP/1.1", "Host: h\r\nContent-Length: 0, 0\r\n")).has_body);
  EXPECT_TRUE(parse_head(head("GET / HTTP/1.1", "Host: h\r\nTransfer-Encoding: x\r\n")).has_body);
  EXPECT_FALSE(parse_head(head("GET / HTTP/1.1", "Host: h\r\nContent-Length: 5\r\n")).keep_alive);
  EXPECT_TRUE(parse_head(head("GET / HTTP/1.1", "Host: h\r\nContent-Length: 0\r\n")).keep_alive);
}

TEST(RequestHead, ReadsTheBodyOfAPostWhoseLengthIsKnown) {
  RequestHead const read = parse_head(
      head("POST /x HTTP/1.1", "Host: h\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n"));
  EXPECT_EQ(read.status, 0);
  EXPECT_EQ(read.body, 5U);
  EXPECT_FALSE(read.has_body);
  EXPECT_TRUE(read.keep_alive);
  EXPECT_FALSE(read.waits_for_go);
  EXPECT_EQ(parse_head(head("POST /x HTTP/1.1", "Host: h\r\n")).body, 0U);
  EXPECT_TRUE(parse_head(head("POST /x HTTP/1.1",
                              "Host: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n"))
                  .waits_for_go);
  EXPECT_FALSE(parse_head(head("POST /x HTTP/1.0",
                               "Host: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n"))
                   .waits_for_go);
}

TEST(RequestHead, RefusesAPostOfUnknownOrTooGreatALength) {
  auto const status = [](std::string const& lines) {
    return parse_head(head("POST /x HTTP/1.1", "Host: h\r\n" + lines)).status;
  };
  EXPECT_EQ(status("Transfer-Encoding: chunked\r\n"), 411);
  EXPECT_EQ(status("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 411);
  EXPECT_EQ(status("Content-Length: 5\r\nContent-Length: 6\r\n"), 411);
  EXPECT_EQ(status("Content-Length: -1\r\n"), 411);
  EXPECT_EQ(status("Content-Length: +5\r\n"), 411);
  EXPECT_EQ(status("Content-Length: 5x\r\n"), 411);
  EXPECT_EQ(status("Content-Length: " + std::to_string(kLongestBody) + "\r\n"), 0);
  EXPECT_EQ(status("Content-Length: " + std::to_string(kLongestBody + 1) + "\r\n"), 413);
  EXPECT_EQ(status("Content-Length: 99999999999999999999999\r\n"), 413);
}

TEST(RequestHead, KeepsConnectionsAliveAsTheirVersionSays) {
  EXPECT_TRUE(parse_head(head("GET / HTTP/1.1")).keep_alive);
  EXPECT_FALSE(parse_head(head("GET / HTTP/1.1", "Host: h\r\nConnection: Close\r\n")).keep_alive);
  EXPECT_FALSE(parse_head(head("GET / HTTP/1.0")).keep_alive);
  EXPECT_TRUE(parse_head(head("GET / HTTP/1.0", "Connection: Keep-Alive\r\n")).keep_alive);
}

TEST(RequestHead, FindsTheEndOfAHead) {
  EXPECT_EQ(end_of_head("GET / HTTP/1.1\r\n\r\nrest"), 18U);
  EXPECT_EQ(end_of_head("GET / HTTP/1.1\r\n\r"), std::string::npos);
  EXPECT_EQ(end_of_head("GET / HTTP/1.1\n\n"), std::string::npos);
}

}  // namespace
}  // namespace cyberlex::searchd
