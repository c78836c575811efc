#include "cyberlex/api/shapes.h"

namespace cyberlex::api {

std::string_view state_shapes() {
  return R"(
ByConfidence  a number, split by how the facts are known
  total         integer
  verified      integer
  recalled      integer
  conflict      integer

ActCoverage  what is held of an act
  ...           ActName
  provisions    integer
  not_assessed  integer
  texts         ByConfidence
  languages     {integer}
  text_kinds    {integer}
  limbs         ByConfidence
  offences      integer
  powers        integer
  penalties     ByConfidence
  mappings      ByConfidence
  outside       integer
  safeguards    {integer}  by value
  defences      {integer}  by value

UnannotatedActs  acts of which nothing is annotated, counted together
  jurisdiction  string
  acts          integer
  provisions    integer
  languages     {integer}

TreatyCoverage  articles of a treaty, by verdict
  convention    string
  jurisdiction  string
  articles      {integer}

KnownGap  what is known to be missing
  act           string
  what          string
  provisions    string[]

NamedElsewhere  an act that rows name and nobody holds
  jurisdiction  string
  name          string
  named_by      string[]

CoverageRows  what is held, and what is known to be missing
  acts          ActCoverage[]
  unannotated   UnannotatedActs[]
  treaties      TreatyCoverage[]
  gaps          KnownGap[]
  elsewhere     NamedElsewhere[]

CorpusCoverage  what is held of every law
  as_of         date
  ...           CoverageRows
  ...           answered

Overreach  limbs assessed as outside every treaty
  provisions    integer
  limbs         integer
  of_offences   integer

JurisdictionSummary  a state in the list
  jurisdiction  string
  name          string
  acts          integer
  provisions    integer
  limbs         integer   with facts
  outside_every_treaty  Overreach
  standing      {Standing?}  by treaty; null: no row holds that day

JurisdictionList  states of which law is held
  as_of         date
  jurisdictions  JurisdictionSummary[]
  ...           answered

JurisdictionTreaty  a state's standing towards a treaty
  convention    string
  title         string
  standing      StandingChange?
  standing_before?  StandingBefore
  changes       StandingChange[]

ActDecision  a decision on an act of the state
  act           string
  ...           Decision

Jurisdiction  one state
  as_of         date
  jurisdiction  string
  name          string
  acts_total    integer
  acts          ListedAct[]  the first hundred
  treaties      JurisdictionTreaty[]
  decisions     ActDecision[]
  outside_every_treaty  Overreach
  coverage      CoverageRows
  ...           answered

DualState  a side of the comparison
  jurisdiction  string
  name          string
  on            date      the day whose law counts

DualVerdict  how far the requesting state's offence is one in the requested state; never no
  value         'prima-facie'|'doubtful'|'not-found-in-corpus'
  reason        string
  within        Within?
  confidence    Confidence?

DualLength  the longest term of the base clauses
  longest       string?
  one_year      Derived?
  serious       Derived?
  confidence    Confidence

DualOffence  an offence of the requested state
  handle        string
  act           string
  heading       string
  offences      string[]
  elements      {string}
  length        DualLength
  penalties     Penalty[]
  defences      Assessment[]
  concerns      Concern[]
  decisions     Decision[]
  confidence    Confidence

RequestingOffence  an offence of the requesting state
  ...           DualOffence
  verdict       DualVerdict

ElementDiff  what one side lacks or adds
  missing       string[]
  added         string[]

DualLink  rows that show how far one lies within the other
  article?      string
  concepts?     string[]  of the requesting and of the requested state
  within        Within
  reason        string
  demands?      string[]
  confidence    Confidence
  requesting_mapping?  Mapping
  requested_mapping?  Mapping

DualPair  an offence of each state
  requesting    string
  requested     string
  within        Within
  reason        string
  confidence    Confidence
  requesting_elements  ElementDiff
  requested_elements  ElementDiff
  links         DualLink[]

TreatyArticle  an article that a basis or a caveat rests on
  handle        string
  role?         string
  confidence    Confidence
  binds         string[]  states that it binds

Reach  which offence extradition under a treaty reaches
  offence       string
  articles      string[]
  counterpart   string?
  rule          string?
  reached       Ternary?  the length that the rule asks for, by both

LegalBasis  a treaty, and whether it binds both that day
  treaty        ActName
  in_force      boolean
  binds_both    Ternary
  confidence    Confidence?
  requesting    StandingChange?
  requested     StandingChange?
  articles      TreatyArticle[]
  extradition   Reach[]

Caveat  what may stand in the way
  id            string
  text          string
  articles      TreatyArticle[]
  offences      string[]

Step  a step on the way to the verdict
  step          string
  looked_at     string[]
  found         string[]
  result        string

LookedFor  what was looked for and not found
  act           string
  article       string
  elsewhere?    string
  read?         Reading?
  rationale     string
  confidence    Confidence

HeldLaw  what the corpus has of a state's law
  acts          integer
  provisions    integer
  offences      integer
  assessed_acts  string[]
  gaps          KnownGap[]
  looked_for    LookedFor[]

HeldOfBoth  of either state
  requesting    HeldLaw
  requested     HeldLaw

DualCriminality  whether an offence of one state is one in another
  as_of         date
  requesting    DualState
  requested     DualState
  offence?      string
  provision?    string
  article?      string
  verdict       DualVerdict
  offences      RequestingOffence[]
  counterparts  DualOffence[]
  pairs         DualPair[]  from the strongest of each offence down
  legal_basis   LegalBasis[]
  caveats       Caveat[]
  steps         Step[]
  held          HeldOfBoth
  ...           answered
)";
}

}  // namespace cyberlex::api
