# The readers of the project's own format.
foreach(unit check_annotations check_mappings known_acts make_taxonomy mentions own_file read_act_folder
    read_annotations read_assessment read_concepts read_concordance read_expression read_mappings read_numbering
    read_penalty read_standing read_work timeline yaml_fields yaml_tree)
  house_test(indexer/${unit} LABEL unit LIBS indexer_lib)
endforeach()
house_fuzz(read_yaml_fuzz LIBS indexer_lib)
house_fuzz(read_concordance_fuzz LIBS indexer_lib)
