#include "searchd/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <thread>
#include <utility>

#include "searchd/manual.h"

namespace cyberlex::searchd {
namespace {

constexpr int kBadUsage = 2;
constexpr double kFastest = 1e6;

// "host:port", "[::1]:8080", ":8080".
bool read_address(std::string const& text, Options& out) {
  size_t const colon = text.rfind(':');
  if (colon == std::string::npos) {
    return false;
  }
  char const* const end = text.data() + text.size();
  int number = 0;
  auto const read = std::from_chars(text.data() + colon + 1, end, number);
  if (read.ec != std::errc() || read.ptr != end || number < 0 || number > 65535) {
    return false;
  }
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  out.host = host.empty() ? "0.0.0.0" : host;
  out.port = number;
  return true;
}

// "https://law.example", "http://127.0.0.1:8080/cyberlex": the beginning of an address.
bool is_root(std::string const& text) {
  size_t const begin = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  return begin > 0 && text.size() > begin && text.back() != '/' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return c > ' ' && c < '\x7F' &&
                  std::string_view("\"<>?#{}").find(c) == std::string_view::npos;
         });
}

void add_serving_options(CLI::App& app, Options& options) {
  app.add_option("--index", options.index, "folder of the index")->capture_default_str();
  app.add_option("--listen", options.listen, "address and port; port 0 takes a free one")
      ->capture_default_str();
  app.add_option("--public-url", options.public_url,
                 "how people reach it, such as https://law.example; for /opensearch.xml");
  app.add_option("--threads", options.threads, "connections served at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 512));
  app.add_option("--cache-mb", options.cache_mb, "megabytes of answers kept ready; 0: none")
      ->capture_default_str()
      ->check(CLI::Range(0, 65536));
  app.add_flag("--trust-files", options.trust_files,
               "open a generation without reading every byte of it first");
  app.add_option("--log", options.log, "form of log lines: text or json")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
}

void add_limits(CLI::App& app, Options& options) {
  app.add_option("--rate", options.rate,
                 "requests a second that one client may make; 0: any number")
      ->capture_default_str()
      ->check(CLI::Range(0.0, kFastest));
  app.add_option("--keys", options.keys, "file of keys: NAME SHA256 [REQUESTS-A-SECOND] a line");
  app.add_flag("--key-required", options.key_required, "answer nobody without a key of --keys");
  app.add_flag("--behind-proxy", options.behind_proxy,
               "the last address of X-Forwarded-For is the client");
}

// Where a key stands in a file, for a message; 0 when it cannot be found.
size_t line_of(std::string const& path, std::string_view key) {
  std::ifstream file(path);
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    std::string_view rest = line;
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" \t")));
    if (rest.starts_with(key) && rest.find_first_of(" \t=", key.size()) == key.size()) {
      return number;
    }
  }
  return 0;
}

// CLI11 says which name it does not know, at the end of a sentence, and not where.
std::string complaint_of(CLI::ConfigError const& error, std::string const& file) {
  std::string const what = error.what();
  std::string const key = what.substr(what.rfind(' ') + 1);
  size_t const line = line_of(file, key);
  return file + (line == 0 ? "" : ":" + std::to_string(line)) + ": " + key +
         " is no option; --help lists those that are";
}

// Empty when all is well.
std::string check(Options& options) {
  if (!read_address(options.listen, options)) {
    return "--listen: expected HOST:PORT, such as 127.0.0.1:8080";
  }
  if (!options.public_url.empty() && !is_root(options.public_url)) {
    return "--public-url: expected an address such as https://law.example, without / at the end";
  }
  options.log_form = options.log == "json" ? LogForm::kJson : LogForm::kText;
  if (options.key_required && options.keys.empty()) {
    return "--key-required: expected --keys with it, or nobody could ask";
  }
  if (!options.keys.empty()) {
    auto keys = read_api_keys(options.keys);
    if (!keys) {
      return "--keys: " + to_string(keys.error());
    }
    options.api_keys = std::move(keys).value();
  }
  return {};
}

}  // namespace

Options::Options()
    : threads(std::max<size_t>(8, size_t{4} * std::thread::hardware_concurrency())) {}

std::variant<Options, Ending> read_options(int argc, char const* const* argv) {
  Options options;
  bool check_only = false;
  CLI::App app("Serves a Cyberlex index over HTTP", "cyberlex-searchd");
  app.set_version_flag("--version", CYBERLEX_VERSION);
  CLI::Option const* const config =
      app.set_config("--config", "", "read options from this INI file");
  app.allow_config_extras(CLI::config_extras_mode::error);
  add_serving_options(app, options);
  add_limits(app, options);
  app.add_flag("--check-config", check_only, "say what holds, or what is wrong, and end")
      ->configurable(false);
  add_manual(app);
  try {
    app.parse(argc, argv);
  } catch (CLI::ConfigError const& error) {
    return Ending{.code = kBadUsage, .complaint = complaint_of(error, config->as<std::string>())};
  } catch (CLI::ParseError const& error) {
    return Ending{.code = app.exit(error) == 0 ? 0 : kBadUsage, .complaint = {}};
  }
  if (std::string fault = check(options); !fault.empty()) {
    return Ending{.code = kBadUsage, .complaint = std::move(fault)};
  }
  if (check_only) {
    std::fputs(app.config_to_str(true).c_str(), stdout);
    return Ending{};
  }
  return options;
}

}  // namespace cyberlex::searchd
