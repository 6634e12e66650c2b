// SPDX-License-Identifier: GPL-3.0-or-later
// How the program's allocator behaves: jemalloc reads this at its start. Trees of terms are walked
// at random, so pages of 2 MB, where the kernel leaves that to programs, spare an import a tenth of
// its time, which it would wait for the addresses of pages.
extern "C" __attribute__((visibility("default"))) const char* malloc_conf;
const char* malloc_conf = "thp:always";
