# The files that read questions: parameters, requests, the query language, citations.
set(SEARCH_LANGUAGE_FILES
  act_names.cc act_names.h
  citation.cc citation.h
  citation_words.cc citation_words.h
  cursor.cc
  filter_value.cc
  parameters.cc parameters.h
  query.cc query.h
  query_lexer.cc query_lexer.h
  query_operands.cc query_operands.h
  query_parser.cc
  query_words.cc query_words.h
  ranges.cc ranges.h
  request.cc request.h
  value_tree.cc value_tree.h
  vocabulary_view.cc vocabulary_view.h)
