# The readers of the project's own format (corpus/ and mappings/).
set(INDEXER_OWN_FORMAT_FILES
  own_file.cc own_file.h
  read_act_folder.cc
  read_annotations.cc
  read_concepts.cc
  read_concordance.cc
  read_expression.cc
  read_mappings.cc read_mappings.h
  read_own.h
  read_penalty.cc
  read_work.cc
  timeline.cc timeline.h
  yaml_fields.cc yaml_fields.h
  yaml_tree.cc yaml_tree.h)
