// A small index of invented law, built anew in a folder of its own, for tests of the daemon.
#pragma once

#include <string>

namespace cyberlex::api {

// One act "zz/computer-act-2015" of `sections` sections (IRI /akn/zz/act/2015/computer-act), all
// about access to computers; section 2 is repealed on 2020-01-01 and section 3 carries five years
// of imprisonment and a mapping to "trt/1". One treaty "trt" with articles 1 and 2 and eight acts
// "zz/other-N" of one section. A new generation in the same folder when called again: `edition`
// stands in the text.
class SmallIndex {
 public:
  SmallIndex();
  ~SmallIndex();
  SmallIndex(SmallIndex const&) = delete;
  SmallIndex& operator=(SmallIndex const&) = delete;

  std::string const& folder() const { return folder_; }
  void build(int sections, std::string const& edition = "first");
  // Makes the pointer name a generation that cannot be opened.
  void damage_current();

 private:
  std::string folder_;
};

}  // namespace cyberlex::api
