// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ficsearch/json.h"

namespace ficsearch::test {

// Values in which nothing is empty, so that their JSON has every key.

Hit full_hit();
Reply full_reply();
Explanation full_explanation();
Error full_error();
Work full_work();

}  // namespace ficsearch::test
