#include <array>
#include <utility>

#include "cyberlex/api/accept.h"
#include "cyberlex/api/outcome.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/shards/shard_searcher.h"
#include "tools/answerer.h"

namespace cyberlex::tools {
namespace {

class ShardAnswerer final : public Answerer {
 public:
  explicit ShardAnswerer(shards::ShardSearcher searcher) : searcher_(std::move(searcher)) {}

  // What is wrong with the question is an answer; that a shard is not there is none.
  Result<api::Response> ask(api::Request const& request, Sink const& sink) override {
    constexpr std::array kForms{api::Form::kJson};
    if (!api::read_accept(request.accept, kForms)) {
      return Error{ErrorCode::kBadInput, "shards answer in JSON only: add --json"};
    }
    Result<shards::ShardAnswer> const answer = searcher_.search(request.query, Date::today_utc());
    Result<std::string> const json =
        answer ? shards::to_json(*answer) : Result<std::string>(answer.error());
    if (!json) {
      return is_fault(json.error()) ? Result<api::Response>(json.error())
                                    : api::problem_of(json.error());
    }
    sink(*json);
    api::Response out;
    out.content_type = api::content_type_of(api::Form::kJson);
    if (answer->response.total == 0) {
      out.headers.emplace_back("Cyberlex-Outcome", name_of(api::Outcome::kNothing));
    }
    return out;
  }

 private:
  static bool is_fault(Error const& error) {
    return error.code == ErrorCode::kUnavailable || error.code == ErrorCode::kDamaged;
  }

  shards::ShardSearcher searcher_;
};

}  // namespace

Result<std::unique_ptr<Answerer>> use_shards(std::string const& stub) {
  Result<shards::ShardSearcher> searcher = shards::ShardSearcher::open(stub);
  if (!searcher) {
    return searcher.error();
  }
  return std::unique_ptr<Answerer>(std::make_unique<ShardAnswerer>(std::move(searcher).value()));
}

}  // namespace cyberlex::tools
