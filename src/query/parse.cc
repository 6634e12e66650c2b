// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive descent over the tokens of lexer.h; the grammar is in schema/query.md.
//
//   any_of  = all_of { OR all_of }
//   all_of  = { [ "~" ] negated | comma | AND }
//   negated = [ "-" | NOT ] term
//   term    = "(" any_of ")" | phrase | word
//
// And within And and Or within Or are flattened, so that one meaning has one Ast. What could be
// read as an exclusion or as its opposite is an error: two negations in a row, a negated word with
// more text right behind it, a value that begins with a minus.
#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"
#include "query/ast.h"
#include "query/character_count.h"
#include "query/leaf.h"
#include "query/lexer.h"
#include "query/prefix_name.h"
#include "query/sort_text.h"
#include "query/syntax_error.h"

namespace ficsearch::query {
namespace {

constexpr std::size_t kMaxCharacters = 1000;
constexpr std::size_t kMaxClauses = 64;
constexpr std::size_t kMaxDepth = 16;

// The colon of "name:value", and how many bytes it has: IMEs write a full-width one.
struct Colon {
  std::size_t offset;
  std::size_t length;
};
std::optional<Colon> find_colon(std::string_view text) {
  constexpr std::string_view kFullWidth = "：";
  const std::size_t ascii = text.find(':');
  const std::size_t full_width = text.find(kFullWidth);
  if (ascii < full_width) return Colon{ascii, 1};
  if (full_width != text.npos) return Colon{full_width, kFullWidth.size()};
  return std::nullopt;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (base::ascii_lower(c) >= 'a' && base::ascii_lower(c) <= 'z') || c == '_' || c == '.';
  });
}

// words.gte:10k, as some sites write words:>=10k.
struct Suffix {
  std::string_view name;
  std::string_view comparison;
};
constexpr std::array kSuffixes{Suffix{".gte", ">="}, Suffix{".gt", ">"}, Suffix{".lte", "<="},
                               Suffix{".lt", "<"}};

// Moves the operands of a nested node of the same kind up into `nodes`.
template <class Kind>
void append_flat(Nodes& nodes, Node node) {
  if (auto* same = std::get_if<Kind>(&node.value))
    std::move(same->nodes.begin(), same->nodes.end(), std::back_inserter(nodes));
  else
    nodes.push_back(std::move(node));
}

template <class Kind>
std::optional<Node> joined(Nodes nodes) {
  if (nodes.empty()) return std::nullopt;
  if (nodes.size() == 1) return std::move(nodes.front());
  return Node{Kind{std::move(nodes)}};
}

class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query), tokens_(tokenize(query)) {}

  Ast run() {
    Ast ast;
    ast.root = any_of();
    if (peek().kind == TokenKind::close)
      fail(peek(), "this bracket was never opened", "remove it, or open it before the term");
    ast.profile = std::move(profile_);
    ast.sort = sort_.take();
    return ast;
  }

 private:
  [[noreturn]] static void fail(const Token& token, const std::string& message,
                                const std::string& hint) {
    fail_syntax(place_of(token), message, hint);
  }

  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
  }
  const Token& take() { return tokens_[next_++]; }
  // Whether the next token stands right behind byte `end`, without white space.
  bool next_touches(std::size_t end) const {
    return peek().kind != TokenKind::end && peek().begin == end;
  }

  std::string typed(const Token& token) const {
    return "\"" + std::string(query_.substr(token.begin, token.end - token.begin)) + "\"";
  }

  void enter(std::size_t begin, std::size_t end) const {
    if (depth_ >= kMaxDepth)
      throw Error(ErrorCode::query_limit,
                  "the query nests deeper than " + std::to_string(kMaxDepth) + " brackets",
                  place_of(begin, end), "take some brackets away");
  }

  Node leaf(Node node, std::size_t begin, std::size_t end) {
    if (++clauses_ > kMaxClauses)
      throw Error(ErrorCode::query_limit,
                  "the query has more than " + std::to_string(kMaxClauses) + " terms",
                  place_of(begin, end),
                  "give long lists as include or exclude lists, which have no limit");
    return node;
  }

  // nullopt: nothing but commas, a profile and sort orders, which is a query only as a whole.
  std::optional<Node> any_of() {
    Nodes nodes;
    for (;;) {
      auto operand = all_of();
      const Token& behind = peek();
      const bool more = behind.kind == TokenKind::any_of;
      if (!operand && (more || !nodes.empty()))
        fail(more ? behind : tokens_[next_ - 1], "OR needs a term on both sides",
             "add the term, or put the word in quotes");
      if (operand) append_flat<Or>(nodes, *std::move(operand));
      if (!more) return joined<Or>(std::move(nodes));
      take();
    }
  }

  std::optional<Node> all_of() {
    Nodes nodes;
    Nodes any_group;  // ~a ~b: one Or, at the place of the first
    std::size_t any_group_at = 0;
    const Token* first_tilde = nullptr;
    const Token* pending_and = nullptr;
    bool after_term = false;
    for (;;) {
      const Token& token = peek();
      if (token.kind == TokenKind::end || token.kind == TokenKind::close ||
          token.kind == TokenKind::any_of)
        break;
      if (token.kind == TokenKind::comma) {
        if (pending_and) break;
        take();
      } else if (token.kind == TokenKind::all_of) {
        if (!after_term) fail_and(token);
        pending_and = &take();
        after_term = false;
      } else if (token.kind == TokenKind::tilde) {
        if (!first_tilde) {
          first_tilde = &token;
          any_group_at = nodes.size();
        }
        take();
        if (!next_touches(token.end))
          fail(token, "nothing follows this \"~\"", "put a term right behind it: ~a ~b");
        if (auto node = negated()) append_flat<Or>(any_group, *std::move(node));
        after_term = true;
        pending_and = nullptr;
      } else {
        if (auto node = negated()) append_flat<And>(nodes, *std::move(node));
        after_term = true;
        pending_and = nullptr;
      }
    }
    if (pending_and) fail_and(*pending_and);
    // The canonical text writes brackets around a group beside other terms.
    if (any_group.size() > 1 && !nodes.empty()) enter(first_tilde->begin, first_tilde->end);
    return joined<And>(inserted(std::move(nodes), any_group_at, joined<Or>(std::move(any_group))));
  }

  static Nodes inserted(Nodes nodes, std::size_t at, std::optional<Node> group) {
    if (!group) return nodes;
    Nodes all(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(at));
    append_flat<And>(all, *std::move(group));
    all.insert(all.end(), nodes.begin() + static_cast<std::ptrdiff_t>(at), nodes.end());
    return all;
  }

  [[noreturn]] static void fail_and(const Token& token) {
    fail(token, "AND needs a term on both sides", "add the term, or put the word in quotes");
  }

  // nullopt: a sort order or profile, which is no condition.
  std::optional<Node> negated() {
    const Token& sign = peek();
    if (sign.kind != TokenKind::minus && sign.kind != TokenKind::not_) return term();
    take();
    const Token& operand = peek();
    const bool is_term = operand.kind == TokenKind::word || operand.kind == TokenKind::phrase ||
                         operand.kind == TokenKind::open;
    if (operand.kind == TokenKind::minus || operand.kind == TokenKind::not_)
      fail_syntax(place_of(sign.begin, operand.end), "two negations stand in a row",
                  "write -x to exclude x");
    if (!is_term || (sign.kind == TokenKind::minus && !next_touches(sign.end)))
      fail(sign, typed(sign) + " excludes the term behind it, and there is none",
           "write -x without a space, or put the text in quotes");
    auto node = term();
    if (!node)
      fail(operand, "a sort order or profile cannot be negated",
           "write sort:words:asc for the other order; no query lifts a profile");
    const Token& behind = peek();
    if (next_touches(tokens_[next_ - 1].end) &&
        (behind.kind == TokenKind::word || behind.kind == TokenKind::phrase ||
         behind.kind == TokenKind::open))
      fail_syntax(place_of(sign.begin, behind.end),
                  "it is not clear how far this exclusion reaches",
                  "put a space behind the excluded term, or quotes around all of it");
    // complete:false is a negation already; its canonical text needs brackets here.
    if (std::holds_alternative<Not>(node->value)) enter(sign.begin, sign.end);
    return Node{Not{std::make_shared<const Node>(*std::move(node))}};
  }

  std::optional<Node> term() {
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::open:
        return group();
      case TokenKind::phrase:
        take();
        return leaf(leaf_of_phrase(token), token.begin, token.end);
      case TokenKind::word:
        return word();
      default:
        fail(token, "a term is missing before " + typed(token),
             "add the term, or put the text in quotes");
    }
  }

  Node group() {
    const Token& open = take();
    enter(open.begin, open.end);
    ++depth_;
    auto node = any_of();
    --depth_;
    if (peek().kind != TokenKind::close)
      fail(open, "this bracket is never closed", "close it, or put the text in quotes");
    const Token& close = take();
    if (!node)
      fail_syntax(place_of(open.begin, close.end), "there is nothing between these brackets",
                  "write a term between them, or remove them");
    return *std::move(node);
  }

  std::optional<Node> word() {
    const Token& token = take();
    if (const auto colon = find_colon(token.text)) {
      const std::string_view name = std::string_view(token.text).substr(0, colon->offset);
      const std::string_view value =
          std::string_view(token.text).substr(colon->offset + colon->length);
      if (const auto meaning = find_prefix(name)) return prefixed(*meaning, {token, value, ""});
      for (const Suffix& suffix : kSuffixes) {
        if (!name.ends_with(suffix.name)) continue;
        const auto meaning = find_prefix(name.substr(0, name.size() - suffix.name.size()));
        if (meaning && std::holds_alternative<Field>(*meaning))
          return prefixed(*meaning, {token, value, suffix.comparison});
      }
      if (is_name(name)) check_unknown_name(token, name, value);
    }
    return leaf(leaf_of_word(token), token.begin, token.end);
  }

  // An unknown name is text, as in Re:Zero or http://x, unless it can hardly be meant as text.
  void check_unknown_name(const Token& token, std::string_view name, std::string_view value) const {
    const bool opens_value = value.empty() && next_touches(token.end) &&
                             (peek().kind == TokenKind::phrase || peek().kind == TokenKind::open);
    const bool compares = starts_with_comparison(value) || has_comparison_suffix(name);
    const auto nearest = value.empty() && !opens_value ? std::nullopt : nearest_prefix(name);
    if (value.starts_with("//") || (!opens_value && !compares && !nearest)) return;

    const bool is_field = compares || (nearest && !names_tags(*nearest));
    const std::string noun = is_field ? "field" : "facet";
    const std::string quote_it = "put the text in quotes if it is no " + noun;
    throw Error(
        is_field ? ErrorCode::unknown_field : ErrorCode::unknown_facet,
        "there is no " + noun + " \"" + std::string(name) + "\"",
        place_of(token.begin, token.begin + name.size()),
        nearest ? "did you mean " + std::string(*nearest) + ":? Otherwise " + quote_it : quote_it);
  }

  // Whether `name` ends like words.gte, or like words.ge, which is a slip of it.
  static bool has_comparison_suffix(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos) return false;
    for (const Suffix& suffix : kSuffixes)
      if (name.substr(dot) == suffix.name) return true;
    return find_prefix(name.substr(0, dot)).has_value();
  }

  static bool names_tags(std::string_view prefix) {
    const auto meaning = find_prefix(prefix);
    return meaning &&
           (std::holds_alternative<Facet>(*meaning) || std::holds_alternative<AnyFacet>(*meaning));
  }

  // A word of the form name:value, and the comparison that a suffix of the name asks for.
  struct Prefixed {
    const Token& token;
    std::string_view value;
    std::string_view comparison;
  };

  std::optional<Node> prefixed(const PrefixMeaning& meaning, const Prefixed& word) {
    return std::visit([&](const auto& kind) { return read(kind, word); }, meaning);
  }
  std::optional<Node> read(SortOrder, const Prefixed& word) {
    sort_order(word.token, word.value);
    return std::nullopt;
  }
  // As a sort order, a profile stands beside the terms: it holds for all of the query.
  std::optional<Node> read(ProfileName, const Prefixed& word) {
    if (depth_ > 0)
      fail(word.token, "a profile cannot stand in brackets", "move it to the end of the query");
    if (profile_) fail(word.token, "a profile is given twice", "keep one of them");
    const Value value = value_of(word.token, word.value);
    if (value.star) fail(word.token, "a profile's name has no wildcard", "write the whole name");
    profile_ = value.text;
    return std::nullopt;
  }
  std::optional<Node> read(SavedFilter, const Prefixed& word) {
    fail(word.token, "a query cannot name filters or searches of another site",
         "save them as a profile here, or put the text in quotes");
  }
  template <class Kind>
  std::optional<Node> read(const Kind& kind, const Prefixed& word) {
    const Value value = value_of(word.token, word.value);
    return leaf(leaf_of(kind, value, word.comparison), word.token.begin, tokens_[next_ - 1].end);
  }

  // The value in the token itself, or in the phrase right behind it.
  Value value_of(const Token& token, std::string_view typed_value) {
    if (!typed_value.empty())
      return {std::string(typed_value), false, false,
              place_of(token.end - typed_value.size(), token.end)};
    const bool touches = next_touches(token.end);
    if (touches && peek().kind == TokenKind::phrase) {
      const Token& phrase = take();
      return {phrase.text, true, phrase.star, place_of(phrase)};
    }
    if (touches && peek().kind == TokenKind::open)
      fail(peek(), typed(token) + " takes one value", "repeat the name: (tag:a OR tag:b)");
    fail(token, "there is no value right behind " + typed(token),
         "write it without a space, or put the text in quotes");
  }

  // sort:kudos  sort:words-desc  sort:words:asc  sort:words,asc  sort:kudos,words:asc
  void sort_order(const Token& token, std::string_view value) {
    if (depth_ > 0)
      fail(token, "a sort order cannot stand in brackets", "move it to the end of the query");
    if (!sort_.empty())
      fail(token, "the sort order is given twice", "join them, as in sort:kudos,words:asc");
    if (value.empty())
      fail(token, "there is no sort key right behind " + typed(token),
           "write it without a space, as in sort:kudos");
    sort_.add(value, place_of(token.end - value.size(), token.end));
    while (next_touches(tokens_[next_ - 1].end) && peek().kind == TokenKind::comma &&
           peek(1).kind == TokenKind::word && peek(1).begin == peek().end &&
           SortOrderReader::is_piece(peek(1).text)) {
      take();
      const Token& piece = take();
      sort_.add(piece.text, place_of(piece));
    }
  }

  std::string_view query_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  std::size_t depth_ = 0;
  std::size_t clauses_ = 0;
  std::optional<std::string> profile_;
  SortOrderReader sort_;
};

void check_length(std::string_view text, std::string_view which) {
  const std::size_t characters = count_characters(text);
  if (characters <= kMaxCharacters) return;
  throw Error(ErrorCode::query_limit,
              std::string(which) + " has " + std::to_string(characters) + " characters; " +
                  std::to_string(kMaxCharacters) + " are allowed",
              Place{}, "give long lists as include or exclude lists, which have no limit");
}

}  // namespace

Ast parse(std::string_view query) {
  const std::string_view text = base::checked_input(query, base::kMaxQueryBytes);
  check_length(text, "the query");
  Ast ast = Parser(query).run();
  // Short forms grow: the canonical text must be a query, too.
  check_length(to_string(ast), "the query, written out in full,");
  return ast;
}

}  // namespace ficsearch::query
