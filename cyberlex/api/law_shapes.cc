#include "cyberlex/api/shapes.h"

namespace cyberlex::api {

std::string_view law_shapes() {
  return R"(
Problem  what is wrong (RFC 9457)
  type          string    which kind of problem, such as /problems/bad-query
  title         string    what that kind is called
  status        integer   status of the answer
  detail        string    what is wrong with this request
  parameter?    string    the parameter that is wrong
  position?     integer   where in its value, as a byte

Corpus  which index answered
  digest        string    SHA-256 of what it holds
  generation    string    its first 16 digits

answered  what every answer about law says of itself
  request       string    path and query that ask for it again, with every default written out
  corpus        Corpus

ActName  what names an act
  handle        string    short form, such as ng/cybercrimes-act-2015
  iri           string    Akoma Ntoso IRI of the work, which is a path here too
  title         string    in English where held, else in the language of the law
  short_title   string    the title where there is no shorter one
  jurisdiction  string    state (ISO 3166-1 alpha-2), or int for a treaty
  rank          string    act, ley, decreto, treaty
  year          integer?  of enactment or adoption

Source  where something is known from
  title         string
  url?          string
  locator?      string    page, section, row
  seen?         string    who saw it, or when
  note?         string

ActSource  a source of an act; one that nobody described has its key alone
  key           string    as the files of the corpus call it
  title?        string
  url?          string
  locator?      string
  seen?         string
  note?         string

provenance  how a fact is known
  confidence    Confidence
  sources       ActSource[]

Reading  a recorded reading: what "absent" rests on
  what          string    what was read
  by            string
  date          date
  sources       ActSource[]

Validity  from which day on, and before which; null is an open end
  from          date?
  to            date?

Version  one state of a provision
  from          date?
  to            date?
  status        LegalStatus
  shown         boolean   it is the one that is shown

PathStep  a container above a provision
  kind          Unit
  eid           string
  label?        string    as it is printed
  heading?      string

provision_name  what names and dates a provision
  iri           string    Akoma Ntoso IRI of the leading text's portion
  handle        string    such as ng/cybercrimes-act-2015/sec_24
  act           ActName
  jurisdiction  string
  kind          Unit
  number        string
  label?        string    as it is printed, where that is more than the number
  heading       string    of the leading text
  headings      {string}  in other languages
  lang          string?   of the leading text (ISO 639-1)
  text_kind     TextKind?
  version_date  date?     of the expression that last gave this text
  valid         Validity  days of the state that is shown
  status        LegalStatus
  class         ProvisionClass
  path          PathStep[]  from the outermost container down

Concept  a concept by its id and English label
  id            string
  label         string

Derived  a derived answer, with its reason
  value         Ternary
  reason        string

Gravest  the gravest answer of a provision's limbs
  value         Ternary
  reason        string
  limb          string    which limb gives it

Penalty  one kind of punishment of one clause, as the law writes it
  limb          string    eId of the limb
  clause        integer   number of the clause in its limb: arms of one clause share it
  kind          PenaltyKind
  min           string?   ISO 8601 duration, or a decimal amount
  max           string?
  unit          string?   of an amount: ISO 4217, day-fine, lashes, …
  relation      PenaltyRelation  how the arms of the clause are joined
  condition     PenaltyCondition
  condition_note?  string
  person        PenaltyPerson
  multiplier?   string
  principal?    string    eId of the offence whose penalty it takes
  derived_by?   string    rule by which the figures follow from the text
  from          date?
  to            date?
  confidence    Confidence
  sources       ActSource[]
  note?         string

Assessment  what is known of one safeguard or defence
  id            string
  label         string
  value         AssessmentValue
  at?           string[]  provisions it rests on
  read?         Reading?
  elsewhere?    string    the act, not held, that would say
  note?         string
  confidence?   Confidence  absent when nobody has assessed it
  sources?      ActSource[]

Power  a power that a limb confers
  id            string
  label         string
  authorisation  Concept[]
  who?          string
  threshold?    string
  against?      string
  duration?     string
  secrecy?      string
  provider_duty?  string
  refusal?      string
  safeguards    Assessment[]

Concern  a concern raised under human rights
  id            string
  label         string
  raised_by     string[]
  where?        string
  ...           provenance

Demand  what a treaty asks for
  id            string
  need          'mandatory'|'optional'
  text          string

Mapping  how a limb stands to a treaty article
  limb          string    eId; of the whole provision where it was mapped as one
  article       string    handle, or none below the treaty: outside it
  treaty        string    what the treaty is called
  relation      Relation  read from the provision's side
  rationale     string
  covers        string[]  demands met whole
  partly        string[]
  missing       string[]  elements that the provision lacks
  added         string[]  elements that it adds
  confidence    Confidence
  sources       Source[]
  author?       string
  reviewed?     string
  date          date

Limb  a subsection, paragraph or item with facts of its own
  eid           string
  handle        string
  offences      Concept[]
  elements      {string}  elements of the offence, by name
  penalties     Penalty[]
  serious       Derived?  a maximum of four years or graver
  one_year      Derived?  a maximum of one year or graver
  longest       string?   longest term as a duration, life or death
  powers        Power[]
  defences      Assessment[]
  concerns      Concern[]
  asks?         Demand[]  of a treaty
  confidence    Confidence|'not-assessed'
  sources       ActSource[]
  note?         string
  mappings      Mapping[]

ShortLimb  a limb in a list
  eid           string
  handle        string
  offences      string[]
  powers        string[]
  serious       Derived?
  one_year      Derived?
  longest       string?

MappedTo  a mapping in a list
  article       string
  relation      Relation
  limb          string
  confidence    Confidence

gathered  what the limbs of a provision say together
  penalties     Penalty[]
  articles      MappedTo[]
  offences      string[]
  powers        string[]
  serious       Gravest?

SuggestedConcept  a concept that a machine read into a text; not reviewed
  concept       string
  label         string
  scheme        string
  eid           string    of the block
  lang          string
  evidence      string    the words as they stand there
  confidence    'suggested'

SuggestedPenalty  a penalty that a machine recognised; not reviewed
  eid           string
  clause        integer
  kind          PenaltyKind
  min           string?
  max           string?
  unit          string?
  relation      PenaltyRelation
  confidence    'suggested'

Suggested  what a machine read into a provision that nobody assessed
  concepts      SuggestedConcept[]
  penalties     SuggestedPenalty[]

Block  a piece of a text with a number of its own
  eid           string
  label?        string    as it is printed
  depth         integer   below the provision
  text          string

Text  a text of a provision
  lang          string
  text_kind     TextKind  a restatement is never a quotation
  version_date  date
  heading       string
  heading_confidence  Confidence
  ...           provenance
  blocks        Block[]

Change  what touched a provision
  date          date
  type          string    amended, repealed, …
  by?           string
  how           string
  replaced_by?  string[]
  note?         string
  ...           provenance

ParallelNumber  the number that a provision bears in another act
  handle        string
  act           string
  ...           provenance

Decision  of a court, on provisions
  id            string
  court         string
  title         string
  number?       string
  date          date
  provisions    string[]
  holding       string
  effect?       string
  ...           provenance

Citations  as one cites it
  oscola        string
  neutral       string

ProvisionOnDay  a provision as it stood on a day
  as_of         date
  ...           provision_name
  portion?      string    the limb that was asked for
  languages     string[]  of all texts held
  texts         Text[]    originals first
  limbs         Limb[]
  ...           gathered
  suggested?    Suggested
  versions      Version[]
  changes       Change[]
  parallel      ParallelNumber[]
  decisions     Decision[]
  previous      string?   handle of the neighbour in the act
  next          string?
  citations     Citations

Provision  one provision
  ...           ProvisionOnDay
  ...           answered

Reservation  of a state, to a treaty
  kind          string
  articles      string[]
  note          string
  ...           provenance

StandingChange  where a state stands towards a treaty from a day on
  state         string
  from          date
  value         Standing
  by?           string    instrument: accession, ratification, …
  deposited?    date
  reservations  Reservation[]
  note?         string
  ...           provenance

StandingBefore  what the first row tells of the time before it
  value         'unknown'|'none'|'not-party'
  until         date
  next          StandingChange

StatusChange  where an act stands from a day on
  from          date
  value         LegalStatus
  ...           provenance

ActChange  what an event did to provisions
  provisions    string[]
  how           string
  replaced_by?  string[]
  note?         string

ActEvent  what happened to an act
  date          date
  type          string
  by?           string
  changes       ActChange[]
  note?         string
  ...           provenance

Numbering  the place of an act in another one
  handle        string
  iri           string
  titles        {string}
  first         string    handle of the first provision
  last          string
  offset        integer   what is added to its number
  ...           provenance

Gap  what is known to be missing of an act
  what          string
  provisions    string[]

Expression  a text of an act, in one language, of one date
  iri           string
  lang          string
  version_date  date
  text_kind     TextKind

ContentsEntry  a provision in the table of contents
  handle        string
  number        string
  label?        string
  heading       string
  status        LegalStatus
  class         ProvisionClass
  path          PathStep[]

Act  one act
  as_of         date
  ...           ActName
  titles        {string}  by language
  short_titles  {string}
  names         string[]  other names it goes by
  unit          Unit      what its provisions are
  original_language  string
  status        LegalStatus
  status_history  StatusChange[]
  events        ActEvent[]
  decisions     Decision[]
  standing      StandingChange[]  of states towards a treaty
  parallel      Numbering[]
  gaps          Gap[]
  expressions   Expression[]
  contents      ContentsEntry[]
  citations     Citations
  sources       ActSource[]
  source_url?   string
  note?         string
  ...           answered
)";
}

}  // namespace cyberlex::api
