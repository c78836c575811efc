# The files that answer questions: sets, cursors, the walk, facets, snippets.
set(SEARCH_ENGINE_FILES
  budget.h
  compile_query.cc compile_query.h
  condition.cc condition.h
  dictionary.cc dictionary.h
  doc_set.cc doc_set.h
  facets.cc facets.h
  filter.cc filter.h
  match.cc match.h
  positions.cc positions.h
  posting_tree.cc posting_tree.h
  ranking.h
  response.h
  search_shared.cc search_shared.h
  searcher.cc searcher.h
  snippet.cc snippet.h
  word_group.cc word_group.h)
