// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/language_label.h"

#include <array>
#include <utility>

#include "base/ascii.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

constexpr std::array kLanguages{
    std::pair{"English", "en"},
    std::pair{"日本語", "ja"},
    std::pair{"Japanese", "ja"},
    std::pair{"中文-普通话 國語", "zh"},
    std::pair{"中文", "zh"},
    std::pair{"Chinese", "zh"},
    std::pair{"한국어", "ko"},
    std::pair{"Korean", "ko"},
    std::pair{"Español", "es"},
    std::pair{"Spanish", "es"},
    std::pair{"Français", "fr"},
    std::pair{"French", "fr"},
    std::pair{"Deutsch", "de"},
    std::pair{"German", "de"},
    std::pair{"Italiano", "it"},
    std::pair{"Italian", "it"},
    std::pair{"Português brasileiro", "pt-BR"},
    std::pair{"Português europeu", "pt-PT"},
    std::pair{"Русский", "ru"},
    std::pair{"Russian", "ru"},
    std::pair{"Polski", "pl"},
    std::pair{"Bahasa Indonesia", "id"},
    std::pair{"Tiếng Việt", "vi"},
    std::pair{"ไทย", "th"},
};

}  // namespace

std::string language_of_label(std::string_view label) {
  std::string name = name_field(label, "language");
  for (const auto& [written, code] : kLanguages)
    if (base::equal_ignoring_case(name, written)) return code;
  return name;
}

}  // namespace ficsearch::ingest
