#include "cyberlex/index/segment_plan.h"

#include <algorithm>
#include <numeric>

namespace cyberlex {
namespace {

constexpr uint32_t kPieceDocuments = 500;
constexpr uint64_t kMeanText = 800;  // of documents whose text is not at hand

void add_run(SegmentRun run, std::vector<SegmentRun>& runs) {
  if (run.count == 0) {
    return;
  }
  bool const goes_on = !runs.empty() && runs.back().local + runs.back().count == run.local &&
                       runs.back().first + runs.back().count == run.first;
  if (goes_on) {
    runs.back().count += run.count;
  } else {
    runs.push_back(run);
  }
}

class Planner {
 public:
  explicit Planner(IndexInput const& input) : input_(input) {}

  SegmentPlan run() {
    number_documents();
    choose();
    for (ActNum act = 0; act < input_.acts.size(); ++act) {
      place(act);
    }
    find_dead();
    return std::move(plan_);
  }

 private:
  uint32_t documents(ActInput const& act) const {
    return act.held ? input_.before->documents(*act.held) : act.documents.documents;
  }

  void number_documents() {
    DocNum next = 0;
    for (ActInput const& act : input_.acts) {
      plan_.first.push_back(next);
      next += documents(act);
    }
    plan_.first.push_back(next);
  }

  std::vector<SegmentRecord> const& old() const { return input_.before->generation()->segments(); }

  void choose() {
    if (input_.before == nullptr) {
      plan_.why = "there is no generation to build on";
      return;
    }
    living_.resize(old().size());
    for (ActInput const& act : input_.acts) {
      if (act.held && documents(act) > 0) {
        living_[input_.before->segment(*act.held)] += documents(act);
      }
    }
    std::vector<uint32_t> keep;
    for (uint32_t segment = 0; segment < old().size(); ++segment) {
      if (living_[segment] > 0) {
        keep.push_back(segment);
      }
    }
    bool const writes = written(keep) > 0;
    if (keep.size() + (writes ? 1 : 0) > kMostSegments) {
      keep = {largest()};
    }
    if ((written(keep) + dead(keep)) * 100 > kMostChangedPercent * plan_.first.back()) {
      keep.clear();
      plan_.why = "more than " + std::to_string(kMostChangedPercent) + " % is new or gone";
    }
    for (uint32_t const segment : keep) {
      plan_.kept.push_back({segment, old()[segment], {}});
      plan_.kept.back().record.runs.clear();
    }
  }

  uint32_t largest() const {
    return static_cast<uint32_t>(std::max_element(living_.begin(), living_.end()) -
                                 living_.begin());
  }
  uint64_t written(std::vector<uint32_t> const& keep) const {
    uint64_t kept = 0;
    for (uint32_t const segment : keep) {
      kept += living_[segment];
    }
    return plan_.first.back() - kept;
  }
  uint64_t dead(std::vector<uint32_t> const& keep) const {
    uint64_t dead = 0;
    for (uint32_t const segment : keep) {
      dead += old()[segment].documents - living_[segment];
    }
    return dead;
  }

  KeptSegment* kept(ActNum held) {
    uint32_t const number = input_.before->segment(held);
    auto const found = std::find_if(plan_.kept.begin(), plan_.kept.end(),
                                    [&](KeptSegment const& k) { return k.number == number; });
    return found == plan_.kept.end() ? nullptr : &*found;
  }

  void place(ActNum number) {
    ActInput const& act = input_.acts[number];
    uint32_t const count = documents(act);
    KeptSegment* const segment = act.held && count > 0 ? kept(*act.held) : nullptr;
    plan_.is_kept.push_back(segment != nullptr);
    if (segment != nullptr) {
      DocNum const before = input_.before->generation()->documents_of(*act.held).first;
      DocNum const local = input_.before->generation()->segment_map().place(before).local;
      add_run({local, plan_.first[number], count}, segment->record.runs);
      return;
    }
    add_run({next_local_, plan_.first[number], count}, plan_.runs);
    if (act.held) {
      add_held(input_.before->generation()->documents_of(*act.held).first, count);
    }
    for (PackedChunk const& chunk : act.documents.chunks) {
      plan_.pieces.push_back({&chunk, 0, next_local_, chunk.documents, chunk.text});
      next_local_ += chunk.documents;
    }
  }

  void add_held(DocNum first, uint32_t count) {
    for (uint32_t at = 0; at < count; at += kPieceDocuments) {
      uint32_t const some = std::min(kPieceDocuments, count - at);
      plan_.pieces.push_back({nullptr, first + at, next_local_, some, some * kMeanText});
      next_local_ += some;
    }
  }

  void find_dead() {
    if (plan_.kept.empty()) {
      return;
    }
    std::vector<bool> living(input_.before->generation()->acts().size());
    for (ActInput const& act : input_.acts) {
      if (act.held) {
        living[*act.held] = true;
      }
    }
    for (ActNum act = 0; act < living.size(); ++act) {
      KeptSegment* const segment =
          !living[act] && input_.before->documents(act) > 0 ? kept(act) : nullptr;
      if (segment != nullptr) {
        segment->newly_dead.push_back(act);
      }
    }
  }

  IndexInput const& input_;
  SegmentPlan plan_;
  std::vector<uint64_t> living_;  // by segment of the generation before
  DocNum next_local_ = 0;
};

}  // namespace

SegmentPlan plan_segments(IndexInput const& input) {
  return Planner(input).run();
}

}  // namespace cyberlex
