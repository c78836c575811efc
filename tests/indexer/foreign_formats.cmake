# The readers of formats of others.
foreach(unit akn_body akn_text akn_work complete_eids heading_words legalize_body legalize_front_matter
    legalize_german legalize_headings legalize_work read_akoma_ntoso read_legalize slugs source_files
    three_formats visible_text xml_tree)
  house_test(indexer/${unit} LABEL unit LIBS indexer_lib)
endforeach()
house_test(indexer/foreign_trees LABEL trees TIMEOUT 900 LIBS indexer_lib)
house_fuzz(read_legalize_fuzz LIBS indexer_lib)
house_fuzz(read_akoma_ntoso_fuzz LIBS indexer_lib)
house_fuzz(complete_eids_fuzz LIBS indexer_lib)
