foreach(unit compile_query condition dictionary doc_set document_cache facet_cut filter position_cache positions posting_list posting_tree
        search_shared searcher shown_text snippet value_tree word_group)
  house_test(cyberlex/search/${unit} LABEL unit LIBS cyberlex_search)
endforeach()
foreach(unit concept_labels contained_labels label_cursor loose_labels stop_words)
  house_test(cyberlex/search/${unit} LABEL unit LIBS cyberlex_search)
endforeach()
foreach(unit concept_expansion facets match)
  house_test(cyberlex/search/${unit} LABEL unit LIBS cyberlex_search
    SOURCES ${PROJECT_SOURCE_DIR}/tests/support/brute_filter.cc
            ${PROJECT_SOURCE_DIR}/tests/support/brute_labels.cc
            ${PROJECT_SOURCE_DIR}/tests/support/brute_force.cc
            ${PROJECT_SOURCE_DIR}/tests/support/brute_stats.cc)
endforeach()
