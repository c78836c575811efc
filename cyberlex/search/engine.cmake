# The files that answer questions: sets, cursors, the walk, facets, snippets.
set(SEARCH_ENGINE_FILES
  budget.h
  compile_query.cc compile_query.h
  concept_labels.cc concept_labels.h
  concept_part.cc concept_part.h
  concept_runs.cc concept_runs.h
  condition.cc condition.h
  dictionary.cc dictionary.h
  doc_set.cc doc_set.h
  facets.cc facets.h
  filter.cc filter.h
  label_cursor.cc label_cursor.h
  language_markers.cc language_markers.h
  match.cc match.h
  positions.cc positions.h
  posting_tree.cc posting_tree.h
  ranking.h
  response.h
  search_shared.cc search_shared.h
  searcher.cc searcher.h
  snippet.cc snippet.h
  word_group.cc word_group.h)
