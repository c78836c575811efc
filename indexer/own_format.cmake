# The readers of the project's own format (corpus/ and mappings/).
set(INDEXER_OWN_FORMAT_FILES
  known_acts.cc known_acts.h
  make_taxonomy.cc
  mentions.cc mentions.h
  own_file.cc own_file.h
  read_act_folder.cc
  read_annotations.cc
  read_assessment.cc read_assessment.h
  read_concepts.cc
  read_concordance.cc
  read_events.cc
  read_expression.cc
  read_mappings.cc read_mappings.h
  read_mentions.cc read_mentions.h
  read_numbering.cc
  read_own.h
  read_penalty.cc
  read_standing.cc
  read_work.cc
  timeline.cc timeline.h
  work_parts.h
  yaml_fields.cc yaml_fields.h
  yaml_tree.cc yaml_tree.h)
