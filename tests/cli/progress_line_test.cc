// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_line.h"

#include <catch2/catch.hpp>

using ficsearch::ImportProgress;
using ficsearch::MaintenanceProgress;
using ficsearch::cli::progress_text;

TEST_CASE("progress: a step of maintenance counts what it does", "[cli]") {
  CHECK(progress_text(MaintenanceProgress{"checking works", 1234, 5000}) ==
        "checking works  1,234 of 5,000");
  CHECK(progress_text(MaintenanceProgress{"checking tables", 0, 0}) == "checking tables");
  CHECK(progress_text(MaintenanceProgress{"copying files", 1'500'000'000, 3'000'000'000}) ==
        "copying files  50 %");
}

TEST_CASE("progress: works, megabytes, rate and time left", "[cli]") {
  CHECK(progress_text(ImportProgress{
            .works = 12345, .bytes = 20'000'000, .total_bytes = 80'000'000, .seconds = 5}) ==
        "12,345 works  20.0 MB  2,469 works/s  0:15 left");
}

TEST_CASE("progress: minutes are counted out", "[cli]") {
  CHECK(progress_text(ImportProgress{
            .works = 10, .bytes = 1'000'000, .total_bytes = 62'000'000, .seconds = 1}) ==
        "10 works  1.0 MB  10 works/s  1:01 left");
}

TEST_CASE("progress: of standard input nobody knows the end", "[cli]") {
  CHECK(progress_text(ImportProgress{.works = 1, .bytes = 100, .total_bytes = 0, .seconds = 2}) ==
        "1 work  0.0 MB  0 works/s");
}

TEST_CASE("progress: at the very beginning there is no rate", "[cli]") {
  CHECK(progress_text(ImportProgress{}) == "no works  0.0 MB");
}

TEST_CASE("progress: a source that grew while it was read has no time left", "[cli]") {
  CHECK(progress_text(ImportProgress{.works = 1, .bytes = 200, .total_bytes = 100, .seconds = 1}) ==
        "1 work  0.0 MB  1 works/s  0:00 left");
}
