// A small index behind the routes, asked as a client would, without a socket.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cyberlex/api/routes.h"
#include "cyberlex/api/target.h"
#include "cyberlex/pages/pages.h"
#include "tests/cyberlex/api/small_index.h"

namespace cyberlex::api {

class RoutesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.build(12);
    ASSERT_TRUE(snapshots_.refresh().ok());
  }

  Response ask(std::string const& target, HeaderList const& headers = {},
               std::string const& method = "GET") {
    auto const read = parse_target(target);
    EXPECT_TRUE(read.ok()) << target;
    Request request{.method = method,
                    .path = read->path,
                    .query = read->query,
                    .accept = {},
                    .accept_encoding = {},
                    .if_none_match = {}};
    for (auto const& [name, value] : headers) {
      std::string& to = name == "If-None-Match" ? request.if_none_match : request.accept_encoding;
      to = value;
    }
    return handle(request, context_);
  }

  // In the form that `accept` asks for.
  Response ask_as(std::string const& target, std::string const& accept) {
    auto const read = parse_target(target);
    EXPECT_TRUE(read.ok()) << target;
    Request request;
    request.method = "GET";
    request.path = read->path;
    request.query = read->query;
    request.accept = accept;
    return handle(request, context_);
  }

  Response post(std::string const& target, std::string body, std::string type) {
    Request request{.method = "POST",
                    .path = {},
                    .query = {},
                    .accept = {},
                    .accept_encoding = {},
                    .if_none_match = {}};
    auto const read = parse_target(target);
    request.path = read->path;
    request.query = read->query;
    request.content_type = std::move(type);
    request.body = std::move(body);
    return handle(request, context_);
  }

  nlohmann::json json(std::string const& target) {
    Response const response = ask(target);
    EXPECT_EQ(response.status, 200) << target << ": " << response.body;
    return nlohmann::json::parse(response.body);
  }

  // The problem that a target gives.
  nlohmann::json problem(std::string const& target, int status) {
    Response const response = ask(target);
    EXPECT_EQ(response.status, status) << target << ": " << response.body;
    EXPECT_EQ(response.content_type, "application/problem+json") << target;
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
    return nlohmann::json::parse(response.body, nullptr, false);
  }

  static std::string header(Response const& response, std::string const& name) {
    for (auto const& [key, value] : response.headers) {
      if (key == name) {
        return value;
      }
    }
    return {};
  }

  // What stands between "<" and ">" of the Link header; empty without one.
  static std::string link(Response const& response) {
    std::string const value = header(response, "Link");
    return value.empty() ? value : value.substr(1, value.find('>') - 1);
  }

  static pages::Pages const& all_pages() {
    static pages::Pages const pages;
    return pages;
  }

  SmallIndex index_;
  std::vector<std::string> log_;
  Snapshots snapshots_{index_.folder(),
                       [this](LogLine const& line) { log_.push_back(line.message); }};
  Admission admission_{2, std::chrono::milliseconds(50)};
  Date today_ = Date::parse("2024-03-01").value();
  RouteContext context_{.snapshots = snapshots_,
                        .admission = admission_,
                        .today = [this] { return today_; },
                        .log = [this](LogLine const& line) { log_.push_back(line.message); },
                        .pages = &all_pages(),
                        .metrics = [] { return std::string("up 1\n"); }};
};

}  // namespace cyberlex::api
