"""taxonomy_test.py BIN_DIR: the taxonomy is large enough, and public RDF tools read its export as sound SKOS."""
import subprocess
import sys
import unittest

import rdflib
from rdflib.namespace import RDF, SKOS

import statutes
from index import INDEX, PROGRAMS

LANGUAGES = ("en", "es", "fa")
MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


def labels(entry, language):
    return [entry["pref"][language], *entry.get("alt", {}).get(language, []), *entry.get("hidden", {}).get(language, [])]


class Taxonomy(unittest.TestCase):
    def export(self, form):
        done = PROGRAMS.cli(INDEX, "concepts", "--format", form)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def graph(self, form, parser):
        return rdflib.Graph().parse(data=self.export(form), format=parser)

    def test_a_hundred_and_twenty_concepts_have_three_labels_in_each_language(self):
        rich = [entry for entry in statutes.concepts().values() if all(len(labels(entry, each)) >= 3 for each in LANGUAGES)]
        self.assertGreaterEqual(len(rich), 120)

    def test_a_label_names_one_concept(self):
        seen = {}
        for key, entry in statutes.concepts().items():
            for language in LANGUAGES:
                for label in labels(entry, language):
                    other = seen.setdefault((language, label), key)
                    self.assertEqual(other, key, f"{label} ({language})")

    def test_raptor_reads_the_turtle(self):
        done = subprocess.run(["rapper", "-q", "-c", "-i", "turtle", "-I", "urn:x-base:", "-"], input=self.export("turtle"),
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_turtle_and_json_ld_are_one_graph(self):
        turtle = set(self.graph("turtle", "turtle"))
        self.assertEqual(turtle, set(self.graph("jsonld", "json-ld")))
        self.assertGreater(len(turtle), 3000)

    def test_every_concept_and_label_is_in_the_graph(self):
        graph = self.graph("turtle", "turtle")
        for (scheme, name), entry in statutes.concepts().items():
            node = rdflib.URIRef(f"urn:x-cyberlex:{scheme}:{name}")
            self.assertIn((node, RDF.type, SKOS.Concept), graph)
            held = {(str(text), text.language) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
                    for text in graph.objects(node, kind)}
            self.assertEqual(held, {(text, each) for each in LANGUAGES for text in labels(entry, each)}, name)

    # The numbers are those of the integrity conditions in the SKOS Reference.
    def test_the_graph_keeps_the_integrity_conditions_of_skos(self):
        graph = self.graph("turtle", "turtle")
        for node in graph.subjects(RDF.type, SKOS.Concept):
            self.assertNotIn((node, RDF.type, SKOS.ConceptScheme), graph, "S9")
            pref = [text.language for text in graph.objects(node, SKOS.prefLabel)]
            self.assertEqual(len(pref), len(set(pref)), f"S14 {node}")
            kinds = [set(graph.objects(node, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
            for i in range(3):
                self.assertFalse(kinds[i] & kinds[i - 1], f"S13 {node}")
            for above in graph.objects(node, SKOS.broader):
                self.assertNotIn(node, graph.transitive_objects(above, SKOS.broader), f"cycle at {node}")
            for kind in MATCHES:
                for target in graph.objects(node, kind):
                    self.assertIn((target, RDF.type, SKOS.Concept), graph, f"S45 {node} {target}")
            self.assertFalse(list(graph.objects(node, SKOS.exactMatch)), node)
        for below, above in graph.subject_objects(SKOS.broader):
            self.assertIn((above, SKOS.narrower, below), graph, "S25")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
