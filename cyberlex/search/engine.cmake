# The files that answer questions: sets, cursors, the walk, facets, snippets.
set(SEARCH_ENGINE_FILES
  budget.cc budget.h
  compile_query.cc compile_query.h
  completions.cc completions.h
  concept_labels.cc concept_labels.h
  concept_part.cc concept_part.h
  concept_runs.cc concept_runs.h
  condition.cc condition.h
  contained_labels.cc contained_labels.h
  counted_matches.cc counted_matches.h
  derived_columns.cc derived_columns.h
  dictionary.cc dictionary.h
  doc_set.cc doc_set.h
  document_cache.cc document_cache.h
  cross_count.cc cross_count.h
  facet_axis.cc facet_axis.h
  facet_cache.h
  facet_cut.cc facet_cut.h
  facets.cc facets.h
  filter.cc filter.h
  group_cursor.cc
  label_cursor.cc label_cursor.h
  language_markers.cc language_markers.h
  loose_labels.cc loose_labels.h
  like_text.cc like_text.h
  limb_values.cc limb_values.h
  match.cc match.h
  position_cache.cc position_cache.h
  position_reader.cc position_reader.h
  positions.cc positions.h
  posting_cache.cc posting_cache.h
  posting_list.cc posting_list.h
  parted_matches.cc parted_matches.h
  posting_tree.cc posting_tree.h
  range_stats.cc range_stats.h
  ranking.h
  response.h
  result_walk.cc result_walk.h
  search_shared.cc search_shared.h
  searcher.cc searcher.h
  shown_text.cc shown_text.h
  snippet.cc snippet.h
  spelling.cc spelling.h
  state_groups.cc state_groups.h
  stop_words.cc stop_words.h
  text_tools.h
  word_group.cc word_group.h)
