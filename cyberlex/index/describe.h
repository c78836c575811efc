// How a struct is described once for writing and reading: see codec.h.
#pragma once

#include <concepts>
#include <type_traits>

#include "cyberlex/base/date.h"
#include "cyberlex/base/duration.h"

namespace cyberlex {

// For describe(): R is T or T const.
template <typename R, typename T>
concept Is = std::same_as<std::remove_const_t<R>, T>;

template <typename Codec, Is<Interval> R>
void describe(Codec& codec, R& interval) {
  codec(interval.from, interval.to);
}

template <typename Codec, Is<Duration> R>
void describe(Codec& codec, R& duration) {
  codec(duration.years, duration.months, duration.days, duration.hours);
}

}  // namespace cyberlex
