// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "ficsearch/mention.h"
#include "ficsearch/search.h"
#include "ficsearch/tags.h"
#include "ficsearch/work.h"

namespace ficsearch::cli {

// A work for people, without its text: title, authors and id; the advisories that its tags call
// for, before its summary; tags as written, spoilers only if asked for; parts; what its texts say
// of concepts. Ends in an empty line.
std::string work_text(const Work& work, const std::vector<Evidence>& evidence, Spoilers spoilers,
                      const Tags& tags, const Console& console);

}  // namespace ficsearch::cli
