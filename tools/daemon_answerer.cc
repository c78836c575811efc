#include <httplib.h>

#include <utility>

#include "cyberlex/api/target.h"
#include "tools/answerer.h"

namespace cyberlex::tools {
namespace {

constexpr time_t kSecondsToConnect = 5;
constexpr time_t kSecondsToRead = 120;  // between two pieces

Error unreached(std::string const& url, std::string const& why) {
  return Error{ErrorCode::kUnavailable, "the server did not answer: " + why, url};
}

// The library's client writes a request's target as it is given.
class DaemonAnswerer final : public Answerer {
 public:
  DaemonAnswerer(std::string const& origin, std::string prefix)
      : origin_(origin), prefix_(std::move(prefix)), client_(origin) {
    client_.set_connection_timeout(kSecondsToConnect);
    client_.set_read_timeout(kSecondsToRead);
    client_.set_keep_alive(true);
    client_.set_tcp_nodelay(true);
    client_.set_url_encode(false);
  }

  Result<api::Response> ask(api::Request const& request, Sink const& sink) override {
    httplib::Request out;
    out.method = request.method;
    out.path = prefix_ + api::make_url(request.path, request.query);
    out.body = request.body;
    out.set_header("Accept", request.accept);
    if (!request.body.empty()) {
      out.set_header("Content-Type", request.content_type);
    }
    api::Response answer;
    out.response_handler = [&answer](httplib::Response const& head) {
      take_head(head, answer);
      return true;
    };
    out.content_receiver = [&](char const* bytes, size_t size, uint64_t, uint64_t) {
      std::string_view const piece(bytes, size);
      if (answer.status != 200) {
        answer.body += piece;
        return true;
      }
      return sink(piece);
    };
    if (auto const result = client_.send(out); !result) {
      return unreached(origin_, httplib::to_string(result.error()));
    }
    return answer;
  }

 private:
  static void take_head(httplib::Response const& head, api::Response& out) {
    out.status = head.status;
    out.content_type = head.get_header_value("Content-Type");
    for (auto const& [name, value] : head.headers) {
      out.headers.emplace_back(name, value);
    }
  }

  std::string const origin_;
  std::string const prefix_;
  httplib::Client client_;
};

}  // namespace

Result<std::unique_ptr<Answerer>> use_daemon(std::string const& url) {
  size_t const scheme = url.find("://");
  bool const known = url.starts_with("http://") || url.starts_with("https://");
  if (!known || scheme + 3 == url.size()) {
    return Error{ErrorCode::kBadInput, "expected an address such as http://127.0.0.1:8080", url};
  }
  size_t const path = std::min(url.find('/', scheme + 3), url.size());
  std::string prefix = url.substr(path);
  while (prefix.ends_with('/')) {
    prefix.pop_back();
  }
  return std::unique_ptr<Answerer>(
      std::make_unique<DaemonAnswerer>(url.substr(0, path), std::move(prefix)));
}

}  // namespace cyberlex::tools
