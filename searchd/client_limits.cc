#include "searchd/client_limits.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <mutex>
#include <random>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "cyberlex/api/problem.h"
#include "cyberlex/base/digest.h"

namespace cyberlex::searchd {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr double kBurstSeconds = 10;
constexpr auto kAlwaysAnswered =
    std::to_array<std::string_view>({"/healthz", "/readyz", "/metrics"});

using TimePoint = ClientLimits::Clock::time_point;

struct Bucket {
  double tokens = 0;
  TimePoint at;    // when it held them
  TimePoint full;  // when it holds all it can
};

double capacity_of(double rate) {
  return std::max(1.0, rate * kBurstSeconds);
}

double tokens_at(Bucket const& bucket, double rate, TimePoint now) {
  double const passed = std::max(0.0, Seconds(now - bucket.at).count());
  return std::min(capacity_of(rate), bucket.tokens + passed * rate);
}

Bucket bucket_of(double tokens, double rate, TimePoint now) {
  Seconds const missing((capacity_of(rate) - tokens) / rate);
  return {.tokens = tokens,
          .at = now,
          .full = now + std::chrono::duration_cast<ClientLimits::Clock::duration>(missing)};
}

// What tells one customer's address from another's.
std::string network_of(std::string const& address) {
  std::array<unsigned char, 16> bytes{};
  if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) {
    return address;
  }
  constexpr std::array<unsigned char, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  bool const mapped = std::equal(kMapped.begin(), kMapped.end(), bytes.begin());
  return std::string(bytes.begin(), mapped ? bytes.end() : bytes.begin() + 8);
}

std::string_view last_of(std::string_view list) {
  list.remove_prefix(std::min(list.size(), list.rfind(',') + 1));
  list.remove_prefix(std::min(list.size(), list.find_first_not_of(" \t")));
  return list;
}

std::string_view key_in(Client const& client) {
  constexpr std::string_view kBearer = "Bearer ";
  std::string_view const authorization = client.authorization;
  if (client.api_key.empty() && authorization.starts_with(kBearer)) {
    return authorization.substr(kBearer.size());
  }
  return client.api_key;
}

api::Response unauthorised(std::string detail) {
  api::Response out = api::problem(401, "unauthorised", "A key is needed", std::move(detail));
  out.headers.emplace_back("WWW-Authenticate", "Bearer");
  return out;
}

api::Response too_many(double wait, double rate) {
  auto const seconds = static_cast<long>(std::ceil(std::max(wait, 0.001)));
  std::ostringstream detail;
  detail << "at most " << rate << " requests a second, " << std::floor(capacity_of(rate))
         << " at once; try again in " << seconds << (seconds == 1 ? " second" : " seconds");
  api::Response out = api::problem(429, "too-many-requests", "Too many requests", detail.str());
  out.headers.emplace_back("Retry-After", std::to_string(seconds));
  return out;
}

Error bad_line(std::string const& path, size_t line, std::string expected) {
  return Error{.code = ErrorCode::kBadInput,
               .message = std::move(expected),
               .where = path + ":" + std::to_string(line)};
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

bool read_rate(std::string const& text, double& out) {
  char const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, out);
  return read.ec == std::errc() && read.ptr == end && out > 0 && out <= 1e6;
}

// Nothing wrong: an empty text.
std::string read_key(std::string const& line, ApiKey& out) {
  std::istringstream fields(line);
  std::string rate;
  std::string more;
  fields >> out.name >> out.sha256 >> rate >> more;
  if (!is_sha256(out.sha256) || !more.empty()) {
    return "expected NAME SHA256 [REQUESTS-A-SECOND], the digest as 64 hexadecimal digits";
  }
  return rate.empty() || read_rate(rate, out.rate)
             ? std::string()
             : "expected requests a second as a number above 0, found " + rate;
}

}  // namespace

Result<std::vector<ApiKey>> read_api_keys(std::string const& path) {
  std::ifstream file(path);
  if (!file) {
    return Error{.code = ErrorCode::kNotFound, .message = "cannot be read", .where = path};
  }
  std::vector<ApiKey> out;
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos || line.starts_with('#')) {
      continue;
    }
    ApiKey key;
    if (std::string fault = read_key(line, key); !fault.empty()) {
      return bad_line(path, number, std::move(fault));
    }
    if (std::any_of(out.begin(), out.end(), [&key](ApiKey const& each) {
          return each.name == key.name || each.sha256 == key.sha256;
        })) {
      return bad_line(path, number, "this name or key stands in an earlier line too");
    }
    out.push_back(std::move(key));
  }
  return out;
}

struct ClientLimits::State {
  explicit State(LimitOptions given) : options(std::move(given)), salt(std::random_device{}()) {
    for (ApiKey const& key : options.keys) {
      by_digest.emplace(key.sha256, &key);
    }
  }

  // Who a request counts for, and how often that one may ask.
  struct Account {
    uint64_t id = 0;
    double rate = 0;
  };
  uint64_t hashed(std::string_view kind, std::string_view name) const {
    std::string text = std::to_string(salt);
    return std::hash<std::string>()(text.append(kind).append(name));
  }
  Account account_of(Client const& client, ApiKey const* key) const {
    if (key != nullptr) {
      return {.id = hashed("key ", key->name), .rate = key->rate};
    }
    std::string const address =
        options.behind_proxy ? std::string(last_of(client.forwarded)) : client.address;
    return {.id = hashed("from ", network_of(address.empty() ? client.address : address)),
            .rate = options.rate};
  }

  // Seconds to wait for the next token; nothing when there was one, which is taken.
  std::optional<double> wait_for_token(Account account, TimePoint now) {
    std::lock_guard<std::mutex> const lock(mutex);
    make_room(account, now);
    auto const held = buckets.find(account.id);
    double const tokens = held == buckets.end() ? capacity_of(account.rate)
                                                : tokens_at(held->second, account.rate, now);
    double const left = tokens < 1 ? tokens : tokens - 1;
    buckets[account.id] = bucket_of(left, account.rate, now);
    return tokens < 1 ? std::optional((1 - tokens) / account.rate) : std::nullopt;
  }

  // Buckets that are full again are as good as none.
  void make_room(Account& account, TimePoint now) {
    if (buckets.size() < kMostClients || buckets.contains(account.id)) {
      return;
    }
    // A sweep costs as much as it may free, so it is not made for every newcomer.
    if (now - swept >= std::chrono::seconds(1)) {
      swept = now;
      std::erase_if(buckets, [now](auto const& each) { return each.second.full <= now; });
    }
    if (buckets.size() >= kMostClients) {
      account.id = 0;
    }
  }

  LimitOptions const options;
  uint64_t const salt;
  std::unordered_map<std::string_view, ApiKey const*> by_digest;
  std::mutex mutex;
  std::unordered_map<uint64_t, Bucket> buckets;
  TimePoint swept;
};

ClientLimits::ClientLimits(LimitOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}

ClientLimits::~ClientLimits() = default;

bool ClientLimits::needs_clients() const {
  return state_->options.rate > 0 || !state_->options.keys.empty();
}

std::optional<api::Response> ClientLimits::refuse(Client const& client, std::string_view path,
                                                  TimePoint now) {
  if (!needs_clients() ||
      std::find(kAlwaysAnswered.begin(), kAlwaysAnswered.end(), path) != kAlwaysAnswered.end()) {
    return std::nullopt;
  }
  std::string_view const given = key_in(client);
  ApiKey const* key = nullptr;
  if (!given.empty() && !state_->options.keys.empty()) {
    auto const found = state_->by_digest.find(sha256(given));
    if (found == state_->by_digest.end()) {
      return unauthorised("this key is not known here");
    }
    key = found->second;
  }
  if (key == nullptr && state_->options.key_required) {
    return unauthorised("send a key as \"Authorization: Bearer KEY\" or \"X-Api-Key: KEY\"");
  }
  State::Account const account = state_->account_of(client, key);
  if (account.rate == 0) {
    return std::nullopt;
  }
  auto const wait = state_->wait_for_token(account, now);
  return wait ? std::optional(too_many(*wait, account.rate)) : std::nullopt;
}

}  // namespace cyberlex::searchd
