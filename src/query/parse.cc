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
#include <initializer_list>
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
#include "query/lexer.h"
#include "query/prefix_name.h"
#include "query/range_text.h"

namespace ficsearch::query {
namespace {

constexpr std::size_t kMaxCharacters = 1000;
constexpr std::size_t kMaxClauses = 64;
constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMinPrefixCharacters = 2;

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

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

bool starts_with_comparison(std::string_view value) {
  for (const std::string_view sign : {"<", ">", "＜", "＞", "≤", "≥", "≦", "≧"})
    if (value.starts_with(sign)) return true;
  return false;
}

// words.gte:10k, as some sites write words:>=10k.
struct Suffix {
  std::string_view name;
  std::string_view comparison;
};
constexpr std::array kSuffixes{Suffix{".gte", ">="}, Suffix{".gt", ">"}, Suffix{".lte", "<="},
                               Suffix{".lt", "<"}};

// A value behind a colon, and where it stands.
struct Value {
  std::string text;
  bool quoted = false;
  bool star = false;  // value*
  std::size_t begin = 0;
  std::size_t end = 0;
};

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
    ast.sort = std::move(sort_);
    return ast;
  }

 private:
  [[noreturn]] static void fail(ErrorCode code, std::size_t begin, std::size_t end,
                                const std::string& message, const std::string& hint) {
    throw Error(code, message, Place{.byte_offset = begin, .byte_length = end - begin}, hint);
  }
  [[noreturn]] static void fail(const Token& token, const std::string& message,
                                const std::string& hint) {
    fail(ErrorCode::query_syntax, token.begin, token.end, message, hint);
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
      fail(ErrorCode::query_limit, begin, end,
           "the query nests deeper than " + std::to_string(kMaxDepth) + " brackets",
           "take some brackets away");
  }

  Node leaf(Node node, std::size_t begin, std::size_t end) {
    if (++clauses_ > kMaxClauses)
      fail(ErrorCode::query_limit, begin, end,
           "the query has more than " + std::to_string(kMaxClauses) + " terms",
           "give long lists as include or exclude lists, which have no limit");
    return node;
  }

  // nullopt: nothing but commas and sort orders, which is a query only as a whole.
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

  // nullopt: a sort order, which is no condition.
  std::optional<Node> negated() {
    const Token& sign = peek();
    if (sign.kind != TokenKind::minus && sign.kind != TokenKind::not_) return term();
    take();
    const Token& operand = peek();
    const bool is_term = operand.kind == TokenKind::word || operand.kind == TokenKind::phrase ||
                         operand.kind == TokenKind::open;
    if (operand.kind == TokenKind::minus || operand.kind == TokenKind::not_)
      fail(ErrorCode::query_syntax, sign.begin, operand.end, "two negations stand in a row",
           "write -x to exclude x");
    if (!is_term || (sign.kind == TokenKind::minus && !next_touches(sign.end)))
      fail(sign, typed(sign) + " excludes the term behind it, and there is none",
           "write -x without a space, or put the text in quotes");
    auto node = term();
    if (!node)
      fail(operand, "a sort order cannot be negated", "write sort:words:asc for the other order");
    const Token& behind = peek();
    if (next_touches(tokens_[next_ - 1].end) &&
        (behind.kind == TokenKind::word || behind.kind == TokenKind::phrase ||
         behind.kind == TokenKind::open))
      fail(ErrorCode::query_syntax, sign.begin, behind.end,
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
        return leaf(token.star ? Node{tag_prefix(std::nullopt, token.text, token)}
                               : Node{Word{token.text, true}},
                    token.begin, token.end);
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
      fail(ErrorCode::query_syntax, open.begin, close.end,
           "there is nothing between these brackets", "write a term between them, or remove them");
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
    return leaf(bare_word(token), token.begin, token.end);
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
    fail(is_field ? ErrorCode::unknown_field : ErrorCode::unknown_facet, token.begin,
         token.begin + name.size(), "there is no " + noun + " \"" + std::string(name) + "\"",
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
  std::optional<Node> read(SavedFilter, const Prefixed& word) {
    fail(word.token, "a query cannot name saved filters or searches",
         "give their tags as include and exclude lists, or put the text in quotes");
  }
  std::optional<Node> read(SummaryOnly, const Prefixed& word) {
    fail(word.token, "summaries cannot be searched alone",
         "a bare word searches title, summary, tags and text; put the text in quotes to mean it");
  }
  template <class Kind>
  std::optional<Node> read(const Kind& kind, const Prefixed& word) {
    const Value value = value_of(word.token, word.value);
    return leaf(term_of(kind, value, word.comparison), word.token.begin, value.end);
  }

  // The value in the token itself, or in the phrase right behind it.
  Value value_of(const Token& token, std::string_view typed_value) {
    const std::size_t begin = token.end - typed_value.size();
    if (!typed_value.empty()) return {std::string(typed_value), false, false, begin, token.end};
    const bool touches = next_touches(token.end);
    if (touches && peek().kind == TokenKind::phrase) {
      const Token& phrase = take();
      return {phrase.text, true, phrase.star, phrase.begin, phrase.end};
    }
    if (touches && peek().kind == TokenKind::open)
      fail(peek(), typed(token) + " takes one value", "repeat the name: (tag:a OR tag:b)");
    fail(token, "there is no value right behind " + typed(token),
         "write it without a space, or put the text in quotes");
  }

  Node term_of(AnyFacet, const Value& value, std::string_view) const {
    return Node{tag_term(std::nullopt, value)};
  }
  Node term_of(Facet facet, const Value& value, std::string_view) const {
    return Node{tag_term(facet, value)};
  }
  Node term_of(TextField field, const Value& value, std::string_view) const {
    if (!value.quoted) {
      refuse_minus(value);
      refuse_wildcard(value.text, value.begin);
    }
    if (value.star || (!value.quoted && value.text.ends_with('*')))
      fail(ErrorCode::query_syntax, value.begin, value.end, "only tags can be searched by a prefix",
           "write the whole word, or search tag:" + value.text);
    return Node{FieldWord{field, value.text}};
  }
  Node term_of(Field field, const Value& value, std::string_view comparison) const {
    if (field == Field::rating && comparison.empty() && is_rating_tag(value.text))
      return Node{tag_term(Facet::rating, value)};
    const Place where{.byte_offset = value.begin, .byte_length = value.end - value.begin};
    if (value.star)
      throw Error(ErrorCode::bad_value, "numbers, dates and ratings take no wildcard", where,
                  "remove the \"*\"");
    return Node{parse_range(field, std::string(comparison) + value.text, where)};
  }
  // A rating that is none of the four is what the archive wrote: a tag.
  static bool is_rating_tag(std::string_view value) {
    return !find_rating(value) && !starts_with_comparison(value) && !value.starts_with('=') &&
           !value.starts_with("＝") && value.find("..") == value.npos;
  }
  Node term_of(CompleteFlag, const Value& value, std::string_view) const {
    const Node complete{TagTerm{Facet::status, "complete", false}};
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
      return !value.star && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return base::equal_ignoring_case(value.text, name);
      });
    };
    if (is_one_of({"true", "yes", "1"})) return complete;
    if (is_one_of({"false", "no", "0"})) return Node{Not{std::make_shared<const Node>(complete)}};
    fail(ErrorCode::bad_value, value.begin, value.end, "complete: takes true or false",
         "write complete:true, or status:… for any other status");
  }

  TagTerm tag_term(std::optional<Facet> facet, const Value& value) const {
    if (value.quoted) {
      if (value.star) return tag_prefix(facet, value.text, {{}, value.begin, value.end, {}, false});
      return {facet, value.text, false};
    }
    refuse_minus(value);
    if (starts_with_comparison(value.text))
      fail(ErrorCode::bad_value, value.begin, value.end, "tags have no order to compare by",
           "compare words:, kudos:, updated: or rating:, or put the value in quotes");
    refuse_wildcard(value.text, value.begin);
    std::string_view text = value.text;
    if (text.ends_with('*')) {
      text.remove_suffix(1);
      return tag_prefix(facet, text, {{}, value.begin, value.end, {}, false});
    }
    return {facet, std::string(without_exact_marks(text)), false};
  }

  static TagTerm tag_prefix(std::optional<Facet> facet, std::string_view text, const Token& place) {
    if (count_characters(text) < kMinPrefixCharacters)
      fail(ErrorCode::query_limit, place.begin, place.end,
           "a prefix needs " + std::to_string(kMinPrefixCharacters) + " characters at least",
           "write more of the tag before the \"*\"");
    return {facet, std::string(text), true};
  }

  Node bare_word(const Token& token) const {
    const std::string_view text = token.text;
    if (text == "&")
      fail(token, "\"&\" alone is no term",
           "terms are joined without it; put a tag like \"A & B\" in quotes");
    refuse_wildcard(text, token.begin);
    if (text.ends_with('*'))
      return Node{tag_prefix(std::nullopt, text.substr(0, text.size() - 1), token)};
    const std::string_view exact = without_exact_marks(text);
    if (exact.size() == text.size()) return Node{Word{token.text, false}};
    return Node{TagTerm{std::nullopt, std::string(exact), false}};
  }

  // =a and a$ ask for a tag as a whole.
  static std::string_view without_exact_marks(std::string_view text) {
    if (text.size() > 1 && text.starts_with('=')) text.remove_prefix(1);
    if (text.size() > 1 && text.ends_with('$')) text.remove_suffix(1);
    return text;
  }

  static void refuse_minus(const Value& value) {
    if (starts_with_minus(value.text))
      fail(ErrorCode::query_syntax, value.begin, value.end, "a value cannot begin with a minus",
           "to exclude it, put the minus before the name: -tag:x; else put the value in quotes");
  }

  static void refuse_wildcard(std::string_view text, std::size_t begin) {
    const std::size_t at = text.find_first_of("*?");
    if (at == text.npos || (text[at] == '*' && at + 1 == text.size())) return;
    fail(ErrorCode::query_syntax, begin + at, begin + at + 1,
         "the only wildcard is one \"*\" at the end of a tag", "put the text in quotes");
  }

  // sort:kudos  sort:words-desc  sort:words:asc  sort:words,asc  sort:kudos,words:asc
  void sort_order(const Token& token, std::string_view value) {
    if (depth_ > 0)
      fail(token, "a sort order cannot stand in brackets", "move it to the end of the query");
    if (!sort_.empty())
      fail(token, "the sort order is given twice", "join them, as in sort:kudos,words:asc");
    const std::size_t begin = token.end - value.size();
    if (value.empty())
      fail(token, "there is no sort key right behind " + typed(token),
           "write it without a space, as in sort:kudos");
    add_sort_key(value, begin, token.end);
    while (next_touches(tokens_[next_ - 1].end) && peek().kind == TokenKind::comma &&
           peek(1).kind == TokenKind::word && peek(1).begin == peek().end &&
           continues_sort(peek(1).text)) {
      take();
      const Token& more = take();
      if (find_direction(more.text))
        set_direction(sort_.back(), more.text, more.begin, more.end);
      else
        add_sort_key(more.text, more.begin, more.end);
    }
  }

  static std::optional<bool> find_direction(std::string_view text) {
    if (base::equal_ignoring_case(text, "asc")) return true;
    if (base::equal_ignoring_case(text, "desc")) return false;
    return std::nullopt;
  }

  static std::string_view sort_name(std::string_view text) {
    return text.substr(0, text.find_first_of(":-_"));
  }

  static std::optional<SortKey> find_sort_key(std::string_view name) {
    if (base::equal_ignoring_case(name, "relevance")) return SortKey{std::nullopt, false};
    const auto field = base::equal_ignoring_case(name, "date") ? Field::updated : find_field(name);
    if (!field) return std::nullopt;
    return SortKey{field, false};
  }

  static bool continues_sort(std::string_view text) {
    return find_direction(text) || find_sort_key(sort_name(text));
  }

  void add_sort_key(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view name = sort_name(text);
    auto key = find_sort_key(name);
    if (!key)
      fail(ErrorCode::unknown_field, begin, end,
           "there is no sort key \"" + std::string(name) + "\"",
           "sort keys: relevance, updated, published, words, kudos, hits, comments, bookmarks, "
           "rating, title; each also with :asc or :desc");
    if (name.size() < text.size()) set_direction(*key, text.substr(name.size() + 1), begin, end);
    for (const SortKey& earlier : sort_)
      if (earlier.field == key->field)
        fail(ErrorCode::query_syntax, begin, end, "this sort key is given twice", "remove one");
    sort_.push_back(*key);
  }

  static void set_direction(SortKey& key, std::string_view text, std::size_t begin,
                            std::size_t end) {
    const auto ascending = find_direction(text);
    if (!ascending)
      fail(ErrorCode::bad_value, begin, end, "a sort order is asc or desc",
           "write sort:words:asc or sort:words:desc");
    if (!key.field && *ascending)
      fail(ErrorCode::bad_value, begin, end, "relevance has only one order, the best first",
           "write sort:relevance");
    key.ascending = *ascending;
  }

  std::string_view query_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  std::size_t depth_ = 0;
  std::size_t clauses_ = 0;
  std::vector<SortKey> sort_;
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
