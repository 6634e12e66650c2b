// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/english_words.h"

#include <algorithm>
#include <array>

// Chosen for tags of fiction: what people, creatures and things in stories are called, and names
// and Japanese words that end like a plural. Both lists are sorted.
namespace ficsearch::text {
namespace {

struct Irregular {
  std::string_view plural;
  std::string_view singular;
};

constexpr std::array kIrregulars{
    Irregular{"aches", "ache"},
    Irregular{"afterlives", "afterlife"},
    Irregular{"aliases", "alias"},
    Irregular{"analyses", "analysis"},
    Irregular{"antiheroes", "antihero"},
    Irregular{"atlases", "atlas"},
    Irregular{"aunties", "auntie"},
    Irregular{"avalanches", "avalanche"},
    Irregular{"axes", "axe"},
    Irregular{"bases", "base"},
    Irregular{"besties", "bestie"},
    Irregular{"biases", "bias"},
    Irregular{"blazes", "blaze"},
    Irregular{"bonuses", "bonus"},
    Irregular{"breezes", "breeze"},
    Irregular{"bronzes", "bronze"},
    Irregular{"brownies", "brownie"},
    Irregular{"buses", "bus"},
    Irregular{"caches", "cache"},
    Irregular{"cactuses", "cactus"},
    Irregular{"calories", "calorie"},
    Irregular{"calves", "calf"},
    Irregular{"campuses", "campus"},
    Irregular{"canvases", "canvas"},
    Irregular{"censuses", "census"},
    Irregular{"children", "child"},
    Irregular{"choruses", "chorus"},
    Irregular{"christmases", "christmas"},
    Irregular{"circuses", "circus"},
    Irregular{"cookies", "cookie"},
    Irregular{"crazes", "craze"},
    Irregular{"creches", "creche"},
    Irregular{"crises", "crisis"},
    Irregular{"cuties", "cutie"},
    Irregular{"dwarves", "dwarf"},
    Irregular{"echoes", "echo"},
    Irregular{"eeries", "eerie"},
    Irregular{"elves", "elf"},
    Irregular{"embargoes", "embargo"},
    Irregular{"faeries", "faerie"},
    Irregular{"feet", "foot"},
    Irregular{"freezes", "freeze"},
    Irregular{"gases", "gas"},
    Irregular{"gazes", "gaze"},
    Irregular{"geese", "goose"},
    Irregular{"genies", "genie"},
    Irregular{"geniuses", "genius"},
    Irregular{"glazes", "glaze"},
    Irregular{"halves", "half"},
    Irregular{"headaches", "headache"},
    Irregular{"heartaches", "heartache"},
    Irregular{"heroes", "hero"},
    Irregular{"hoodies", "hoodie"},
    Irregular{"hooves", "hoof"},
    Irregular{"housewives", "housewife"},
    Irregular{"hypotheses", "hypothesis"},
    Irregular{"incubi", "incubus"},
    Irregular{"incubuses", "incubus"},
    Irregular{"irises", "iris"},
    Irregular{"junkies", "junkie"},
    Irregular{"knives", "knife"},
    Irregular{"leaves", "leaf"},
    Irregular{"lenses", "lens"},
    Irregular{"lingeries", "lingerie"},
    Irregular{"lives", "life"},
    Irregular{"loaves", "loaf"},
    Irregular{"lotuses", "lotus"},
    Irregular{"magpies", "magpie"},
    Irregular{"mazes", "maze"},
    Irregular{"mementoes", "memento"},
    Irregular{"men", "man"},
    Irregular{"menageries", "menagerie"},
    Irregular{"mice", "mouse"},
    Irregular{"midwives", "midwife"},
    Irregular{"mosquitoes", "mosquito"},
    Irregular{"moustaches", "moustache"},
    Irregular{"movies", "movie"},
    Irregular{"mustaches", "mustache"},
    Irregular{"newbies", "newbie"},
    Irregular{"niches", "niche"},
    Irregular{"oases", "oasis"},
    Irregular{"octopuses", "octopus"},
    Irregular{"oxen", "ox"},
    Irregular{"pickaxes", "pickaxe"},
    Irregular{"pixies", "pixie"},
    Irregular{"potatoes", "potato"},
    Irregular{"prairies", "prairie"},
    Irregular{"prizes", "prize"},
    Irregular{"psyches", "psyche"},
    Irregular{"quiches", "quiche"},
    Irregular{"quizzes", "quiz"},
    Irregular{"reveries", "reverie"},
    Irregular{"rookies", "rookie"},
    Irregular{"scarves", "scarf"},
    Irregular{"selfies", "selfie"},
    Irregular{"selves", "self"},
    Irregular{"shelves", "shelf"},
    Irregular{"sizes", "size"},
    Irregular{"statuses", "status"},
    Irregular{"succubi", "succubus"},
    Irregular{"succubuses", "succubus"},
    Irregular{"superheroes", "superhero"},
    Irregular{"sweeties", "sweetie"},
    Irregular{"teeth", "tooth"},
    Irregular{"theses", "thesis"},
    Irregular{"thieves", "thief"},
    Irregular{"tomatoes", "tomato"},
    Irregular{"tornadoes", "tornado"},
    Irregular{"torpedoes", "torpedo"},
    Irregular{"trapezes", "trapeze"},
    Irregular{"undies", "undie"},
    Irregular{"valkyries", "valkyrie"},
    Irregular{"vetoes", "veto"},
    Irregular{"viruses", "virus"},
    Irregular{"volcanoes", "volcano"},
    Irregular{"walruses", "walrus"},
    Irregular{"werewolves", "werewolf"},
    Irregular{"whizzes", "whiz"},
    Irregular{"wives", "wife"},
    Irregular{"wolves", "wolf"},
    Irregular{"women", "woman"},
    Irregular{"zombies", "zombie"},
};
static_assert(std::is_sorted(kIrregulars.begin(), kIrregulars.end(),
                             [](const Irregular& a, const Irregular& b) {
                               return a.plural < b.plural;
                             }));

constexpr std::array<std::string_view, 137> kFalsePlurals{
    "abdomen",    "achilles",    "acumen",     "afterwards", "agnes",        "alas",
    "albumen",    "alias",       "always",     "amen",       "amos",         "andreas",
    "angst",      "archimedes",  "ares",       "arkansas",   "asbestos",     "athens",
    "athletics",  "atlas",       "atreus",     "backwards",  "barnabas",     "barracks",
    "besides",    "bias",        "bitumen",    "brussels",   "canvas",       "carlos",
    "carmen",     "chaos",       "charles",    "christmas",  "chronos",      "clothes",
    "cosmos",     "cronos",      "crossroads", "cyclamen",   "dallas",       "dolmen",
    "dolores",    "douglas",     "downwards",  "economics",  "elias",        "eros",
    "ethics",     "ethos",       "examen",     "eyeglasses", "forwards",     "ganymedes",
    "glasses",    "gomen",       "gymnastics", "hades",      "headquarters", "helios",
    "hercules",   "hermes",      "holmes",     "hughes",     "hymen",        "ikemen",
    "indoors",    "ines",        "innards",    "james",      "jeans",        "jonas",
    "judas",      "jules",       "kamen",      "kansas",     "kratos",       "kronos",
    "kudos",      "lens",        "logos",      "lucas",      "lumen",        "marcos",
    "mars",       "mathematics", "matthias",   "mercedes",   "midas",        "naples",
    "news",       "nicholas",    "nicolas",    "nowadays",   "numen",        "omen",
    "oomen",      "outdoors",    "overseas",   "pallas",     "pancreas",     "pants",
    "pathos",     "perhaps",     "physics",    "politics",   "ramen",        "regimen",
    "rhinoceros", "rumen",       "scissors",   "seimen",     "semen",        "series",
    "shorts",     "silas",       "socrates",   "somen",      "sometimes",    "soumen",
    "species",    "specimen",    "stamen",     "sunglasses", "tanmen",       "texas",
    "thales",     "thanks",      "thanos",     "thomas",     "tobias",       "towards",
    "trousers",   "upwards",     "wales",      "yemen",      "yves",
};
static_assert(std::is_sorted(kFalsePlurals.begin(), kFalsePlurals.end()));

}  // namespace

std::optional<std::string_view> find_irregular_singular(std::string_view plural) noexcept {
  const auto entry = std::lower_bound(
      kIrregulars.begin(), kIrregulars.end(), plural,
      [](const Irregular& irregular, std::string_view word) { return irregular.plural < word; });
  if (entry == kIrregulars.end() || entry->plural != plural) return std::nullopt;
  return entry->singular;
}

bool is_false_plural(std::string_view word) noexcept {
  return std::binary_search(kFalsePlurals.begin(), kFalsePlurals.end(), word);
}

}  // namespace ficsearch::text
