// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program, lets its allocations by operator new fail: FAILING_NEW=N the Nth,
// FAILING_NEW=N+ every one from the Nth on.
#include <atomic>
#include <cstdlib>
#include <new>

namespace {

struct Failing {
  unsigned long long first = 0;  // 0: none
  bool and_later = false;
};

Failing asked_for() noexcept {
  const char* const text = std::getenv("FAILING_NEW");
  if (text == nullptr) return {};
  char* end = nullptr;
  const unsigned long long first = std::strtoull(text, &end, 10);
  return {first, *end == '+'};
}

void* allocated(std::size_t bytes) {
  static const Failing failing = asked_for();
  static std::atomic<unsigned long long> allocations = 0;
  const unsigned long long number = ++allocations;
  if (failing.first != 0 &&
      (number == failing.first || (failing.and_later && number > failing.first)))
    throw std::bad_alloc();
  void* const place = std::malloc(bytes == 0 ? 1 : bytes);
  if (place == nullptr) throw std::bad_alloc();
  return place;
}

}  // namespace

void* operator new(std::size_t bytes) {
  return allocated(bytes);
}
void* operator new[](std::size_t bytes) {
  return allocated(bytes);
}
void operator delete(void* place) noexcept {
  std::free(place);
}
void operator delete[](void* place) noexcept {
  std::free(place);
}
void operator delete(void* place, std::size_t /*bytes*/) noexcept {
  std::free(place);
}
void operator delete[](void* place, std::size_t /*bytes*/) noexcept {
  std::free(place);
}
