#include "cyberlex/api/shapes.h"

namespace cyberlex::api {

std::string_view list_shapes() {
  return R"(
WordExpansion  which words of the texts a word finds
  word          string
  language      string
  terms         string[]  as the index holds them
  truncated?    boolean   a limit was met
  limit?        string    which one

ConceptLabel  a label of a concept, in its language
  language      string
  label         string

ConceptExpansion  words that are a label of a concept, and what else they find
  concept       string
  scheme        string
  words         string[]  of the query
  labels        ConceptLabel[]  that were looked for beside them
  share?        number    what words and label have in common, where that is not all
  annotated     boolean   provisions annotated with the concept were added
  articles?     boolean   articles of treaties that the taxonomy matches with it were added
  truncated?    boolean
  limit?        string

Relaxed  no provision had all words: those with any of these are shown
  any_of        string[]

OfferedWord  a word that no text has, and the nearest that some text has
  word          string
  by            string
  language      string
  documents     integer   that have it

SpellingOffer  what to ask instead; nothing is rewritten
  q             string
  total         integer   provisions that it would find
  words         OfferedWord[]

Query  how a query was read
  q             string
  read_as       string
  recognised?   string    the citation that it was read as
  filters       {string[]}  by parameter; a leading "-" excludes
  as_of         date
  expand        'on'|'off'
  expansions    (WordExpansion|ConceptExpansion)[]
  left_out?     string[]  stop words that were not asked for
  relaxed?      Relaxed

PagedQuery  the same of a search, with order and length of a page
  ...           Query
  did_you_mean?  SpellingOffer
  sort          Sort
  limit         integer

Snippet  a piece of a text
  lang          string
  text_kind     TextKind
  eid           string    of the block it is from
  text          string    as it stands there, never markup
  cut_before    boolean
  cut_after     boolean
  marks         integer[][]  pairs of code points to highlight, the second exclusive

Hit  a provision that answers to a search
  ...           provision_name
  snippets      Snippet[]
  limbs         ShortLimb[]
  ...           gathered
  suggested?    Suggested
  score         number    0 when the order is not by relevance
  versions      Version[]

FacetValue  a value of a parameter, and how many provisions have it
  value         string    as the parameter takes it
  label         string
  count         integer
  selected      boolean
  broader?      string    in a tree: the value above, whose count takes this one in

UnitSpread  amounts in one unit
  unit          string
  count         integer
  minimum       string
  median        string
  maximum       string

RangeStats  a range over the provisions found: years as numbers, terms as durations, fines by unit
  count?        integer
  minimum?      string|integer|null
  median?       string|integer|null
  maximum?      string|integer|null
  units?        UnitSpread[]
  life?         integer
  death?        integer
  unknown       integer
  none?         integer
  not_assessed?  integer

Search  provisions that answer to a query and filters
  query         PagedQuery
  total         integer   exact number of provisions
  hits          Hit[]
  facets        {FacetValue[]}  by parameter
  facets_left_out?  {integer}  values not listed, by parameter
  stats?        {RangeStats}  by parameter
  next          string?   path of the next page
  ...           answered

CrosstabSide  the values that make rows or columns
  facet         string
  values        FacetValue[]

Crosstab  two facets crossed
  query         Query
  total         integer
  note          string    what is counted
  rows          CrosstabSide
  cols          CrosstabSide
  cells         integer[][]  one array a row, one number a column
  ...           answered

ListedAct  an act in a list
  ...           ActName
  status        LegalStatus
  provisions    integer   that stood that day

ActList  a page of acts
  as_of         date
  total         integer
  acts          ListedAct[]
  next          string?
  ...           answered

MappedProvision  a provision with those of its limbs that are mapped
  ...           provision_name
  limbs         Limb[]

StateWithout  a state of whose law nothing is mapped to an article
  jurisdiction  string
  coverage      Coverage  not-found, elsewhere or not-assessed
  assessed      Assessed[]

Article  a treaty article, with what is mapped to it
  as_of         date
  article       ProvisionOnDay
  treaties      MappedProvision[]  articles of other treaties
  provisions    MappedProvision[]  of national law
  without       StateWithout[]  only of a whole article that asks something
  ...           answered

CitedAct  an act that a citation names
  kind          'act'
  ...           ActName

CitedProvision  a provision that a citation names
  stands        boolean   it stood that day; else the nearest state is shown
  ...           provision_name

Citation  one citation, and what it names
  text          string    as it was given
  status        CitationStatus
  label         string?   as it was read
  targets?      (CitedAct|CitedProvision)[]  of what was found or is ambiguous
  acts?         (CitedAct|CitedProvision)[]  acts of that name that have no such provision

CitationList  which provisions citations name
  as_of         date
  total         integer
  citations     Citation[]
  ...           answered

Suggestion  what a beginning may become
  kind          SuggestionKind
  text          string    to show
  lang          string?
  q             string    what finds it
  concept?      string
  scheme?       string
  handle?       string    of an act or a provision
  act?          string    title of the provision's act
  jurisdiction?  string

SuggestionList  what a beginning may become
  q             string
  as_of         date
  suggestions   Suggestion[]
  did_you_mean?  SpellingOffer
  ...           answered

SimilarQuery  what was asked
  provision?    string
  lang          string?   as it was given
  filters       {string[]}
  as_of         date
  limit         integer

FoundConcept  a concept that a text was read to speak of
  id            string
  scheme        string
  label         string
  found_by      string    the label whose words it has
  share         number    how many of them one sentence has

SimilarReading  how a text was read
  lang          string?
  speaks_of_offence  boolean
  words         string[]  that were looked for
  concepts      FoundConcept[]

Reason  what is shared with the text, what counts most first
  words         string[]
  concepts      string[]

Through  a neighbour whose mapping leads to an article
  handle        string
  relation      Relation

ArticleReason  the same, of a treaty article
  ...           Reason
  through       Through[]

NearProvision  a national provision near the text
  ...           provision_name
  score         number
  reason        Reason
  ...           gathered

NearArticle  a treaty article near the text
  ...           provision_name
  score         number
  reason        ArticleReason
  ...           gathered

Similar  what is near a text
  query         SimilarQuery
  read          SimilarReading
  note          string
  provisions    NearProvision[]  nearest first
  articles      NearArticle[]
  ...           answered

ThesaurusConcept  a concept with its labels
  id            string
  scheme        string
  pref          {string}    preferred label, by language
  alt           {string[]}  other labels
  hidden        {string[]}  labels that are found and not shown
  broader       string?
  narrower      string[]
  match         {string[]}  treaty articles, by how near they are
  pin?          string
  law?          string
  tier          integer
  checklist?    integer     place in the list of safeguards
  yardstick?    string[]    articles that ask for it
  independent?  boolean     of who authorises a power
  note?         string

Thesaurus  concepts
  total         integer
  concepts      ThesaurusConcept[]
  ...           answered

Health  the process is alive
  status        'ok'

Ready  an index is open
  status        'ready'
  digest        string
  generation    string
  documents     integer
  provisions    integer
  acts          integer
)";
}

}  // namespace cyberlex::api
