#include "indexer/yaml_tree.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

std::string fault(std::string_view bytes, int first_line = 1) {
  Diagnostics diagnostics;
  std::optional<YamlNode> const root = parse_yaml(bytes, "f", first_line, diagnostics);
  EXPECT_EQ(root.has_value(), diagnostics.errors() == 0) << bytes;
  return complaints(diagnostics);
}

YamlNode parsed(std::string_view bytes) {
  Diagnostics diagnostics;
  std::optional<YamlNode> root = parse_yaml(bytes, "f", 1, diagnostics);
  EXPECT_EQ(complaints(diagnostics), "") << bytes;
  return root.value_or(YamlNode());
}

// The tree in one line: scalars in angle brackets, so that types cannot be mistaken.
std::string shape(YamlNode const& node) {
  std::string out;
  switch (node.kind) {
    case YamlKind::kScalar:
      return '<' + node.text + '>';
    case YamlKind::kSequence:
      for (YamlNode const& item : node.items) {
        out += shape(item);
      }
      return '[' + out + ']';
    case YamlKind::kMapping:
      for (auto const& [key, value] : node.entries) {
        out += shape(key) + ':' + shape(value);
      }
      return '{' + out + '}';
  }
  return out;
}

TEST(YamlTree, ReadsBlockAndFlowAlike) {
  EXPECT_EQ(shape(parsed("a: b\nc:\n  - d\n  - {e: f, g: [h]}\n")),
            "{<a>:<b><c>:[<d>{<e>:<f><g>:[<h>]}]}");
  EXPECT_EQ(shape(parsed("- a\n-\n  - b\n")), "[<a>[<b>]]");
  EXPECT_EQ(shape(parsed("---\na: b # comment\n...\n")), "{<a>:<b>}");
  EXPECT_EQ(shape(parsed("a: b\r\nc: d\r\n")), "{<a>:<b><c>:<d>}");
}

TEST(YamlTree, TakesEveryScalarAsText) {
  EXPECT_EQ(shape(parsed("a: no\nb: 6.10\nc: ~\nd: null\ne: 0x1F\nf: '~'\n")),
            "{<a>:<no><b>:<6.10><c>:<~><d>:<null><e>:<0x1F><f>:<~>}");
  EXPECT_EQ(shape(parsed("[~, null, NULL, Null, nullable]")), "[<~><null><NULL><Null><nullable>]");
  EXPECT_EQ(shape(parsed("<<: b\n")), "{<<<>:<b>}");
}

TEST(YamlTree, KeepsEmptyValuesEmptyBesideSpeltNulls) {
  EXPECT_EQ(shape(parsed("a:\nnull: b\n")), "{<a>:<><null>:<b>}");
  EXPECT_EQ(shape(parsed("a:\n~: ~\n")), "{<a>:<><~>:<~>}");
  EXPECT_EQ(shape(parsed("a:\n  -\n  - null\n")), "{<a>:[<><null>]}");
  EXPECT_EQ(shape(parsed("{a: , null: b}")), "{<a>:<><null>:<b>}");
}

TEST(YamlTree, KnowsWhereEveryNodeStands) {
  YamlNode const root = parsed("a: b\nc:\n  - d\nempty:\nlast: [e]\n");
  EXPECT_EQ(root.find("c")->items.at(0).line, 3);
  EXPECT_EQ(root.find("c")->items.at(0).column, 5);
  EXPECT_EQ(root.find("empty")->line, 4);  // an empty value stands where its key does
  EXPECT_EQ(root.find("empty")->column, 1);
  EXPECT_EQ(root.find("last")->items.at(0).column, 8);
  EXPECT_EQ(root.find("absent"), nullptr);
}

TEST(YamlTree, CountsColumnsInBytes) {
  EXPECT_EQ(parsed("{fa: حکم, x: y}").entries.at(1).key.column, 14);
}

TEST(YamlTree, TellsLiteralFromFoldedText) {
  YamlNode const root = parsed("a: |\n  x\n  y\nb: >-\n  x\n  y\n\n  z\nc: \"|\"\n");
  EXPECT_TRUE(root.find("a")->literal);
  EXPECT_EQ(root.find("a")->text, "x\ny\n");
  EXPECT_FALSE(root.find("b")->literal);
  EXPECT_EQ(root.find("b")->text, "x y\nz");
  EXPECT_FALSE(root.find("c")->literal);
}

TEST(YamlTree, RefusesWhatIsNotStrict) {
  Complaint const rows[] = {
      {"a: b\nc: d\na: e\n", "f:3:1: error: duplicate key \"a\", first on line 1"},
      {"a: {b: c, b: d}\n", "f:1:11: error: duplicate key \"b\", first on line 1"},
      {"a: &x b\n", "f:1:4: error: an anchor (&name) is not allowed"},
      {"&x a: b\n", "f:1:1: error: an anchor (&name) is not allowed"},
      {"a: &x\n", "f:1:4: error: an anchor (&name) is not allowed"},
      {"a: *x\n", "f:1:4: error: an alias (*name) is not allowed"},
      {"a: !t b\n", "f:1:4: error: a tag (!name) is not allowed"},
      {"a: !!str b\n", "f:1:4: error: a tag (!name) is not allowed"},
      {"a: ! b\n", "f:1:4: error: a tag (!name) is not allowed"},
      {"a: !t\n  b: c\n", "f:1:4: error: a tag (!name) is not allowed"},
      {"%YAML 1.2\n---\na: b\n", "f:1:1: error: a directive is not allowed"},
      {"a: b\n---\nc: d\n",
       "f:2:1: error: expected the end of the file: a second document begins here"},
      {"a: b\n...\nc: d\n",
       "f:3:1: error: expected the end of the file: a second document begins here"},
      {"- a\nb: c\n", "f:2:1: error: expected the end of the file: a second document begins here"},
      {"", "f:1:1: error: expected a mapping, found nothing"},
      {"# only a comment\n", "f:1:1: error: expected a mapping, found nothing"},
      {"[a]: b\n", "f:1:1: error: expected text as a key, found a list or mapping"},
      {"? {a: b}\n: c\n", "f:1:3: error: expected text as a key, found a list or mapping"},
      {": b\n", "f:1:1: error: expected a key before the colon"},
      {"a: \"x\n", "f:1:4: error: expected a closing quote before the end of the file"},
      {"a: 'x''\n", "f:1:4: error: expected a closing quote before the end of the file"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(fault(row.input), row.expected) << row.input;
  }
}

TEST(YamlTree, SaysWhatWasExpectedWhereYamlIsBroken) {
  Complaint const rows[] = {
      {"a: b: c\n",
       "f:1:5: error: a colon with a space inside unquoted text: expected quotes around the text"},
      {"a: [b, c\nd: e\n", "f:2:2: error: expected `,` or `]`"},
      {"a: {b: c\nd: e\n", "f:2:2: error: expected `,` or `}`"},
      {"a: b\n]\n", "f:2:1: error: a closing bracket that none opened"},
      {"a:\n  - b\n c: d\n",
       "f:3:2: error: expected a key in line with the keys above, or the end of the mapping"},
      {"@x: y\n",
       "f:1:1: error: expected a value; text that begins with this character needs quotes"},
      {"a: \"\\q\"\n", "f:1:7: error: not YAML: unknown escape character: q"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(fault(row.input), row.expected) << row.input;
  }
}

TEST(YamlTree, RefusesBytesThatAreNotPlainText) {
  using std::string_view_literals::operator""sv;
  Complaint const rows[] = {
      {"a: b\nc: x\xFFy\n"sv, "f:2:5: error: expected UTF-8: this byte belongs to no character"},
      {"a: \xC3"sv, "f:1:4: error: expected UTF-8: this byte belongs to no character"},
      {"a: b\n\tc: d\n"sv, "f:2:1: error: a tab in the indentation: expected spaces"},
      {"a:\n  \tb: c\n"sv, "f:2:3: error: a tab in the indentation: expected spaces"},
      {"a: \0b\n"sv, "f:1:4: error: a control character is not allowed"},
      {"a: \x1B[1m\n"sv, "f:1:4: error: a control character is not allowed"},
      {"a: \x7F\n"sv, "f:1:4: error: a control character is not allowed"},
      {"a: \xC2\x85\n"sv, "f:1:4: error: a control character is not allowed"},
      {"a: b\rc: d\n"sv, "f:1:5: error: a control character is not allowed"},
      {"\xEF\xBB\xBF"
       "a: b\n"sv,
       "f:1:1: error: a byte order mark is not allowed"},
      {"a: \"\\0\"\n"sv,
       "f:1:4: error: an escape for a control character or for no character is not allowed"},
      {"a: \"x\\e\"\n"sv,
       "f:1:4: error: an escape for a control character or for no character is not allowed"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(fault(row.input), row.expected) << row.input;
  }
  EXPECT_EQ(fault("a: x\ty\n"), "");  // a tab inside text is text
}

TEST(YamlTree, CountsLinesFromTheCallersFirst) {
  EXPECT_EQ(fault("a: b\na: c\n", 7), "f:8:1: error: duplicate key \"a\", first on line 7");
  EXPECT_EQ(fault("a: b\nc: \x01\n", 7), "f:8:4: error: a control character is not allowed");
  EXPECT_EQ(fault("", 7), "f:7:1: error: expected a mapping, found nothing");
}

TEST(YamlTree, BoundsDepth) {
  auto const flow = [](size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(fault("- " + flow(kDeepestYaml - 1)), "");
  EXPECT_EQ(fault("- " + flow(kDeepestYaml)),
            "f:1:66: error: expected at most 64 levels of nesting");
  std::string block;
  for (size_t i = 0; i < 65; ++i) {
    block += std::string(i, ' ') + "a:\n";
  }
  EXPECT_EQ(fault(block), "f:65:65: error: expected at most 64 levels of nesting");
  std::string compact;
  for (size_t i = 0; i < 100'000; ++i) {
    compact += "- ";
  }
  EXPECT_EQ(fault(compact), "f:1:129: error: expected at most 64 levels of nesting");
}

TEST(YamlTree, BoundsSize) {
  EXPECT_EQ(fault(std::string(kLargestYaml + 1, ' ')),
            "f:1:1: error: expected at most 16 MiB, found 16777217 bytes");
  EXPECT_EQ(fault(std::string(kMostYamlFlowMarks + 1, '[')),
            "f:1:1000001: error: expected at most a million brackets, braces and commas");
  std::string many;
  for (size_t i = 0; i < kMostYamlNodes; ++i) {
    many += "-\n";
  }
  EXPECT_EQ(fault(many), "f:1000001:1: error: expected at most a million values in a file");
}

TEST(YamlTree, StandsShapesMadeToChokeAParser) {
  std::string_view const pieces[] = {
      "[",   "{",   "[{", "[? ",    "[: ", "{\"a\":", "[,",    "? ", ": ",
      "&a ", "*a ", "!",  "\"a\" ", "|\n", "#",       "...\n", "' ", "%"};
  for (std::string_view const piece : pieces) {
    std::string input;
    while (input.size() < 200'000) {
      input += piece;
    }
    fault(input);
    fault("a: " + input);
  }
}

// A random tree and its text, written by the simplest printer there is.
class RandomYaml {
 public:
  explicit RandomYaml(unsigned seed) : random_(seed) {}

  YamlNode node(int depth) {
    YamlNode out;
    int const pick = depth == 0 ? 0 : below(3);
    out.kind = pick == 0 ? YamlKind::kScalar : pick == 1 ? YamlKind::kSequence : YamlKind::kMapping;
    if (pick == 0) {
      out.text = scalar();
    }
    for (int i = pick == 0 ? 0 : below(4); i > 0; --i) {
      if (pick == 1) {
        out.items.push_back(node(depth - 1));
      } else {
        YamlNode key;
        key.text = 'k' + std::to_string(i) + scalar();
        out.entries.push_back({std::move(key), node(depth - 1)});
      }
    }
    return out;
  }

  static std::string print(YamlNode const& node) {
    std::string out;
    if (node.kind == YamlKind::kScalar) {
      return quote(node.text);
    }
    for (YamlNode const& item : node.items) {
      out += (out.empty() ? "" : ", ") + print(item);
    }
    for (auto const& [key, value] : node.entries) {
      out += (out.empty() ? "" : ",\n ") + quote(key.text) + ": " + print(value);
    }
    return node.kind == YamlKind::kSequence ? '[' + out + ']' : '{' + out + '}';
  }

 private:
  static std::string quote(std::string const& text) {
    std::string out = "'";
    for (char const c : text) {
      out += c == '\'' ? "''" : std::string(1, c);
    }
    return out + '\'';
  }

  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
  std::string scalar() {
    constexpr std::string_view kParts[] = {"a", "'", ": ",   "- ", "#",  " #b", "[",
                                           "}", "ق", "null", "~",  "\"", "%"};
    std::string out;
    for (int i = below(4); i > 0; --i) {
      out += kParts[static_cast<size_t>(below(std::size(kParts)))];
    }
    return out;
  }

  std::mt19937 random_;
};

TEST(YamlTree, ReadsBackWhatASimplePrinterWrote) {
  constexpr unsigned kSeed = 20240228;
  RandomYaml random(kSeed);
  for (int i = 0; i < 500; ++i) {
    YamlNode const tree = random.node(4);
    std::string const text = RandomYaml::print(tree);
    EXPECT_EQ(shape(parsed(text)), shape(tree)) << "seed " << kSeed << ", tree " << i << ":\n"
                                                << text;
  }
}

}  // namespace
}  // namespace cyberlex
