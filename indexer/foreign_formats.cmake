# Laws in formats of others: Legalize trees, Akoma Ntoso.
set(INDEXER_FOREIGN_FILES
  akn_body.cc akn_body.h
  akn_text.cc akn_text.h
  akn_work.cc akn_work.h
  complete_eids.cc complete_eids.h
  heading_words.cc heading_words.h
  legalize_body.cc legalize_body.h
  legalize_front_matter.cc legalize_front_matter.h
  legalize_german.cc
  legalize_headings.cc legalize_headings.h
  legalize_work.cc legalize_work.h
  read_act.cc read_act.h
  read_akoma_ntoso.cc
  read_legalize.cc
  slugs.cc slugs.h
  source_files.cc source_files.h
  visible_text.cc visible_text.h
  xml_tree.cc xml_tree.h)
