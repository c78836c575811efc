// How often one client may ask: a token bucket each, and keys for those who may ask more often.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/api/http_message.h"
#include "cyberlex/base/result.h"

namespace cyberlex::searchd {

// Who asks, as far as that is known: read for the limits alone, never written down.
struct Client {
  std::string address = {};    // of the connection: "192.0.2.7", "2001:db8::1"
  std::string forwarded = {};  // X-Forwarded-For
  std::string authorization = {};
  std::string api_key = {};  // X-Api-Key
};

// A key that was given out. Of the key itself only its SHA-256 is held.
struct ApiKey {
  std::string name;
  std::string sha256;  // hexadecimal, lower case
  double rate = 0;     // requests a second; 0: as many as there are
};

// Lines "NAME SHA256 [REQUESTS-A-SECOND]"; empty ones and those that begin with "#" are passed
// over. kBadInput names file and line: not of this form, a name or a key twice; kNotFound: no such
// file.
Result<std::vector<ApiKey>> read_api_keys(std::string const& path);

struct LimitOptions {
  double rate = 0;  // requests a second of one client without a key; 0: as many as there are
  std::vector<ApiKey> keys = {};
  bool key_required = false;
  bool behind_proxy = false;  // the last address of X-Forwarded-For is the client
};

// A bucket holds as many requests as ten seconds give, at least one, and fills at the rate. Clients
// are told apart by their key, else by address: an IPv6 one by its first 64 bits, which is what one
// customer gets. No address is kept: a salted hash stands for it, and is dropped once its bucket
// would be full. Beyond kMostClients at once, newcomers share one bucket.
// Thread rule: any thread.
class ClientLimits {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr size_t kMostClients = 100'000;

  explicit ClientLimits(LimitOptions options);
  ~ClientLimits();
  ClientLimits(ClientLimits const&) = delete;
  ClientLimits& operator=(ClientLimits const&) = delete;

  // Nothing when the request may be answered; else 401 for a key that is not known or missing where
  // one is required, or 429 with Retry-After. /healthz, /readyz and /metrics are always answered.
  std::optional<api::Response> refuse(Client const& client, std::string_view path,
                                      Clock::time_point now);
  // Whether anybody has to be told from anybody.
  bool needs_clients() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex::searchd
