#include "cyberlex/api/shapes.h"

namespace cyberlex::api {

std::string_view grid_shapes() {
  return R"(
MatrixState  a column of the matrix
  jurisdiction  string
  name          string
  acts          integer   that are held
  standing      StandingChange?  towards the treaty on the day; null: no row holds that day
  standing_before?  StandingBefore

PlacedDemand  a demand, and where in the article it stands
  limb          string
  ...           Demand

MatrixProvision  a limb that is mapped to an article
  handle        string
  limb          string
  heading       string
  offences      string[]
  longest       string?
  mappings      Mapping[]

Assessed  who looked where, and found nothing there
  act           string
  article       string
  elsewhere?    string    an act, not held, that would hold it
  read?         Reading?
  rationale     string
  confidence    Confidence
  sources       Source[]
  author?       string
  reviewed?     string
  date          date

Met  how many demands are met
  whole         integer
  part          integer
  of            integer

MatrixCell  how far the law of a state answers to an article
  jurisdiction  string
  coverage      Coverage
  confidence    Confidence?
  met           Met?      null where that is not decided
  demands       {Extent}
  longest       string?
  provisions    MatrixProvision[]
  assessed      Assessed[]

MatrixRow  an article of the treaty
  handle        string
  number        string
  heading       string
  path          PathStep[]
  asks          PlacedDemand[]
  cells         MatrixCell[]  one a state

ChapterCell  the same, over the articles of a chapter
  jurisdiction  string
  coverage      {integer}  articles, by verdict
  met           Met
  longest       string?

MatrixChapter  a chapter of the treaty
  handle        string
  label         string
  heading       string
  articles      integer
  cells         ChapterCell[]

Outside  a limb that was assessed as outside this treaty
  jurisdiction  string
  outside_every_treaty  boolean
  ...           MatrixProvision

Matrix  a treaty by states
  as_of         date
  level         'article'|'chapter'
  convention    ActName
  states        MatrixState[]
  rows?         MatrixRow[]      of level article
  chapters?     MatrixChapter[]  of level chapter
  outside       Outside[]
  ...           answered

ChecklistItem  a safeguard
  id            string
  label         string
  yardstick     string[]  treaty articles that ask for it
  note?         string

YardstickArticle  a treaty article that asks for safeguards
  article       string
  heading       string?
  safeguards    string[]

Authorisation  who authorises a power
  id            string
  label         string
  independent?  boolean

PowerRow  a power in force, with the whole checklist
  jurisdiction  string
  handle        string
  heading       string
  power         string
  label         string
  authorisation  Authorisation[]
  safeguards    Assessment[]
  ...           provenance

SafeguardCount  how many powers of a state have each value of a safeguard
  jurisdiction  string
  safeguard     string
  present?      integer
  partial?      integer
  absent?       integer
  unclear?      integer
  elsewhere?    integer
  not-assessed?  integer

Ground  the text that a value rests on
  lang          string
  text_kind     TextKind
  text          string

Safeguards  powers by safeguards
  as_of         date
  jurisdictions  string[]
  powers        string[]
  checklist     ChecklistItem[]
  yardstick     YardstickArticle[]
  rows          PowerRow[]
  counts        SafeguardCount[]
  grounds       {Ground}  by handle
  ...           answered

ComparedText  a text, without its words
  lang          string
  text_kind     TextKind
  version_date  date
  heading       string
  ...           provenance

CompareColumn  a provision that stood that day
  item          string
  stands        boolean
  ...           provision_name
  texts         ComparedText[]
  limbs         Limb[]
  decisions     Decision[]
  versions      Version[]

AbsentColumn  a provision that did not
  item          string
  stands        boolean
  act           ActName
  jurisdiction  string
  detail        string    from or until when it does
  versions      Version[]

CompareValue  what one limb says
  limb?         string
  power?        string
  finding       Finding
  value         string?
  label?        string
  lang?         string
  clause?       integer
  at?           string[]
  read?         Reading?
  missing?      string[]
  added?        string[]
  reason?       string
  confidence?   Confidence

CompareCell  what one provision says
  item          string
  values        CompareValue[]

CompareRow  one thing that is compared
  id            string
  group         string
  label         string
  compared      'values'|'wording'|'nothing'
  differs       Ternary?  null: fewer than two columns take part
  cells         CompareCell[]

CompareState  what is known of a state's law
  jurisdiction  string
  name          string
  found         integer
  shown         integer
  assessed_limbs  integer
  coverage?     Coverage

Compare  provisions side by side
  as_of         date
  items?        string[]
  article?      string
  concept?      string
  columns       (CompareColumn|AbsentColumn)[]
  rows          CompareRow[]
  states        CompareState[]
  left_out      string[]
  ...           answered

Run  a piece of a text that is on both sides or on one
  op            'equal'|'insert'|'delete'
  text          string

DiffSide  where the provision stood on a day
  date          date
  stands        boolean
  absent?       string    why it did not
  status?       LegalStatus
  valid?        Validity

DiffedText  one of two texts
  text_kind     TextKind
  version_date  date

BlockDiff  a block of a text, compared
  eid           string
  label?        string
  label_before?  string
  depth         integer
  runs          Run[]

TextDiff  a text, compared
  lang          string
  before        DiffedText?
  after         DiffedText?
  changed       boolean
  words_inserted  integer
  words_deleted  integer
  note?         string    what differs need not have been changed by law
  too_long?     boolean   a block is given as replaced whole
  heading       Run[]
  blocks        BlockDiff[]

FactChange  a fact that differs
  op            'added'|'removed'|'changed'
  fact          string
  of?           string
  before        string?
  after         string?

FactRows  rows that went or came
  penalties     Penalty[]
  mappings      Mapping[]

LimbDiff  a limb that differs
  eid           string
  facts         FactChange[]
  removed       FactRows
  added         FactRows

DiffEvent  what happened between
  date          date
  type          string
  by?           string
  how?          string
  replaced_by?  string[]
  note?         string
  ...           provenance

diffed_provision  what is compared
  handle        string
  portion?      string
  act           ActName
  number        string
  label?        string
  heading       string

Diff  a provision on two days
  ...           diffed_provision
  from          DiffSide
  to            DiffSide
  same          boolean
  texts         TextDiff[]
  facts         FactChange[]
  limbs         LimbDiff[]
  events        DiffEvent[]
  ...           answered

TextCount  how many words of a text changed
  lang          string
  text_kind     TextKind
  words_inserted  integer
  words_deleted  integer

TimelineState  a state, against the one before
  from          date?
  to            date?
  status        LegalStatus
  texts         TextCount[]
  facts         FactChange[]
  limbs         LimbDiff[]
  events        DiffEvent[]

Timeline  all states of a provision
  ...           diffed_provision
  states        TimelineState[]
  ...           answered
)";
}

}  // namespace cyberlex::api
