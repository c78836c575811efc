# The readers of the project's own format.
foreach(unit own_file read_act_folder read_annotations read_concepts read_concordance read_expression
    read_mappings read_penalty read_work timeline yaml_fields yaml_tree)
  house_test(indexer/${unit} LABEL unit LIBS indexer_lib)
endforeach()
house_fuzz(read_yaml_fuzz LIBS indexer_lib)
house_fuzz(read_concordance_fuzz LIBS indexer_lib)
