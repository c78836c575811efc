// An address of every kind of page, over the shipped corpus.
export const pages = {
  search: "/?q=illegal+access",
  "search with filters": "/?q=computer&jurisdiction=ng&jurisdiction=ir&status=in-force",
  "search without hits": "/?q=computer&jurisdiction=ng&offence=illegal-access&text=official-translation",
  provision: "/akn/ng/act/2015/cybercrimes-act/!main~sec_24",
  "provision in Persian": "/akn/ir/act/2009/computer-crimes-law/!main~art_8",
  acts: "/acts",
  act: "/akn/ng/act/2015/cybercrimes-act",
  "act in Persian": "/akn/ir/act/2009/computer-crimes-law",
  treaties: "/conventions",
  treaty: "/conventions/unc",
  article: "/conventions/unc/7",
  states: "/jurisdictions",
  state: "/jurisdictions/ng",
  concepts: "/thesaurus",
  concept: "/thesaurus?concept=illegal-access",
  coverage: "/coverage",
  "table of two facets, to be chosen": "/crosstab",
  "table of two facets": "/crosstab?rows=jurisdiction&cols=offence",
  matrix: "/matrix/unc",
  "matrix of chapters": "/matrix/unc?level=chapter",
  safeguards: "/safeguards",
  "compare, to be filled": "/compare",
  compare: "/compare?item=ng/cybercrimes-act-2015/sec_6&item=ir/computer-crimes-law/art_1&item=ni/ley-1042/art_4",
  "compare, of a concept": "/compare?concept=illegal-access",
  "dual criminality, to be filled": "/dual-criminality",
  "dual criminality": "/dual-criminality?requesting=ng&requested=ir&offence=illegal-access",
  "dual criminality of many offences": "/dual-criminality?requesting=ng&requested=ir&offence=cyber-enabled-offence",
  timeline: "/diff?provision=ir/computer-crimes-law/art_8",
  difference: "/diff?provision=ng/cybercrimes-act-2015/sec_24&from=2020-01-01&to=2026-01-01",
  about: "/about",
};

// Asked for wrongly, and answered with a page all the same.
export const problems = {
  "an unknown value": ["/?status=in-farce", 400],
  "no such provision": ["/diff?provision=ng/cybercrimes-act-2015/sec_999", 404],
  "not that day": ["/diff?provision=ng/cybercrimes-act-2015/sec_24&from=2001-01-01&to=2002-01-01", 404],
};

// The page in a language of the interface.
export const within = (path, language) => path + (path.includes("?") ? "&" : "?") + `ui=${language}`;
