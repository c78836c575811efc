"""linked_test.py BIN_DIR DATA_DIR: the shipped corpus as Akoma Ntoso, schema.org Legislation and Web Annotations,
read by what reads these: the OASIS schema, rdflib."""
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(sys.argv.pop(1))
SCHEMA = pathlib.Path(sys.argv.pop(1)) / "akn/akomantoso30.xsd"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OURS = "{urn:x-cyberlex:akn}"
DAYS = ("2026-01-01", "2012-06-01")
ANNOTATIONS = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
ANNO = "http://www.w3.org/ns/anno.jsonld"
# What the official contexts say of the terms that are used here; nothing is fetched.
CONTEXTS = {
    "https://schema.org": {"@vocab": "https://schema.org/", "@base": "https://law.example/"},
    ANNO: {
        "@base": "https://law.example/", "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
        "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation", "SpecificResource": "oa:SpecificResource", "TextualBody": "oa:TextualBody",
        "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage", "Software": "as:Application",
        "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"}, "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"}, "classifying": "oa:classifying", "linking": "oa:linking",
        "tagging": "oa:tagging", "describing": "oa:describing", "value": "rdf:value", "format": "dcterms:format",
        "creator": {"@type": "@id", "@id": "dcterms:creator"}, "generator": {"@type": "@id", "@id": "as:generator"},
        "created": {"@type": "xsd:dateTime", "@id": "dcterms:created"}, "name": "foaf:name", "label": "rdfs:label",
        "first": {"@type": "@id", "@id": "as:first"}, "items": {"@type": "@id", "@container": "@list", "@id": "as:items"},
        "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
        "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"}},
}


def without_module(name):
    return importlib.util.find_spec(name) is None


def graph_of(text):
    import rdflib
    document = json.loads(text)
    context = document["@context"]
    parts = context if isinstance(context, list) else [context]
    document["@context"] = [CONTEXTS[part] if isinstance(part, str) else part for part in parts]
    return rdflib.Graph().parse(data=json.dumps(document), format="json-ld", base="https://law.example/")


class Linked(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        index = str(cls.path / "index")
        subprocess.run([BIN / "cyberlex-indexer", "build", "--corpus", ROOT / "corpus", "--mappings", ROOT / "mappings",
                        "--index", index, "--progress", "none"], check=True, capture_output=True)
        cls.daemon = subprocess.Popen([BIN / "cyberlex-searchd", "--index", index, "--listen", "127.0.0.1:0"],
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.root = cls.daemon.stdout.readline().split()[-1]
        cls.acts = [act["handle"] for act in json.loads(cls.get("/api/v1/acts?as_of=2026-01-01"))["acts"]]

    @classmethod
    def tearDownClass(cls):
        cls.daemon.terminate()
        cls.daemon.wait()
        cls.daemon.stdout.close()
        cls.folder.cleanup()

    @classmethod
    def get(cls, path, accept="application/json", status=200):
        request = urllib.request.Request(cls.root + urllib.parse.quote(path, safe="/?&=@:!~%"), headers={"Accept": accept})
        try:
            with urllib.request.urlopen(request) as answer:
                assert answer.status == status, (path, answer.status)
                return answer.read()
        except urllib.error.HTTPError as error:
            error.close()
            assert error.code == status, (path, error.code)
            return None

    def provisions(self, act, day):
        contents = json.loads(self.get(f"/api/v1/acts/{act}?as_of={day}"))["contents"]
        return [entry["handle"] for entry in contents]

    # Every act in every language held on each day, and every provision, as (path, bytes).
    def documents(self):
        for day in DAYS:
            for act in self.acts:
                held = self.provisions(act, day)
                if not held:
                    continue
                about = json.loads(self.get(f"/api/v1/acts/{act}?as_of={day}"))
                for language in sorted({each["lang"] for each in about["expressions"] if each["version_date"] <= day}):
                    path = f"/api/v1/acts/{act}?as_of={day}&lang={language}"
                    yield path, self.get(path, "application/akn+xml")
                for handle in held:
                    path = f"/api/v1/provisions/{handle}?as_of={day}"
                    yield path, self.get(path, "application/akn+xml")

    def test_command_line_gives_the_bytes_of_the_api(self):
        for handle, path in (("ir/computer-crimes-law", "acts"), ("budapest/2", "provisions"), ("ng/cybercrimes-act-2015/sec_24", "provisions")):
            forms = {"--akn": "application/akn+xml", "--jsonld": "application/ld+json", "--annotations": ANNOTATIONS}
            for flag, accept in list(forms.items())[:2 if path == "acts" else 3]:
                given = subprocess.run([BIN / "cyberlex", "show", handle, flag, "--index", self.path / "index",
                                        "--as-of", DAYS[0], "--lang", "en"], check=True, capture_output=True).stdout
                self.assertEqual(given, self.get(f"/api/v1/{path}/{handle}?as_of={DAYS[0]}&lang=en", accept))
        both = subprocess.run([BIN / "cyberlex", "show", "unc/7", "--akn", "--json", "--index", self.path / "index"], capture_output=True)
        self.assertEqual(both.returncode, 2)

    def test_act_holds_each_provision_once_and_each_eid_once(self):
        for act in self.acts:
            held = self.provisions(act, DAYS[0])
            root = ElementTree.fromstring(self.get(f"/api/v1/acts/{act}?as_of={DAYS[0]}", "application/akn+xml"))
            eids = [node.get("eId") for node in root.iter() if node.get("eId") and node.tag.startswith(AKN)]
            self.assertEqual(len(eids), len(set(eids)), act)
            self.assertEqual(root.find(AKN + "act").get("contains"), "singleVersion")
            textless = {node.get("eId") for node in root.iter(OURS + "provision") if node.get("text")}
            told = {node.get("eId") for node in root.iter(OURS + "provision")}
            wanted = {json.loads(self.get(f"/api/v1/provisions/{each}?as_of={DAYS[0]}"))["iri"].rpartition("~")[2] for each in held}
            self.assertEqual(told, wanted, act)
            self.assertEqual(told - set(eids), textless, act)

    @unittest.skipIf(shutil.which("xmllint") is None, "libxml2-utils is not installed")
    @unittest.skipUnless(SCHEMA.exists(), "the schema of Akoma Ntoso is not here")
    def test_every_act_and_provision_is_valid_akoma_ntoso(self):
        files = {}
        for path, body in self.documents():
            file = self.path / f"{len(files)}.xml"
            file.write_bytes(body)
            files[str(file)] = path
        self.assertGreater(len(files), 400)
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", SCHEMA, *files], capture_output=True, text=True)
        wrong = [line for line in done.stderr.splitlines() if not line.endswith(" validates")]
        self.assertEqual(wrong[:10], [], [files.get(line.split(":")[0]) for line in wrong[:10]])
        self.assertEqual(done.returncode, 0)

    @unittest.skipIf(without_module("rdflib"), "python3-rdflib is not installed")
    def test_rdflib_reads_the_legislation_that_the_api_tells(self):
        import rdflib
        schema = rdflib.Namespace("https://schema.org/")
        for act in self.acts:
            graph = graph_of(self.get(f"/api/v1/acts/{act}?as_of={DAYS[0]}", "application/ld+json"))
            told = json.loads(self.get(f"/api/v1/acts/{act}?as_of={DAYS[0]}"))
            work = rdflib.URIRef("https://law.example" + told["iri"])
            self.assertEqual(str(graph.value(work, schema.legislationIdentifier)), act)
            self.assertEqual({str(graph.value(part, schema.legislationIdentifier)) for part in graph.objects(work, schema.hasPart)},
                             set(self.provisions(act, DAYS[0])))
            self.assertEqual(len(list(graph.objects(work, schema.workExample))), len(told["expressions"]))
            for handle in self.provisions(act, DAYS[0])[:20]:
                told = json.loads(self.get(f"/api/v1/provisions/{handle}?as_of={DAYS[0]}"))
                graph = graph_of(self.get(f"/api/v1/provisions/{handle}?as_of={DAYS[0]}", "application/ld+json"))
                texts = {(str(graph.value(text, schema.inLanguage)), str(graph.value(text, schema.legislationDateVersion)),
                          str(graph.value(text, schema.creativeWorkStatus))) for text in graph.objects(None, schema.workExample)}
                self.assertEqual(texts, {(each["lang"], each["version_date"], each["text_kind"]) for each in told["texts"]})

    @unittest.skipIf(without_module("rdflib"), "python3-rdflib is not installed")
    def test_rdflib_reads_an_annotation_for_every_mapping(self):
        import rdflib
        oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
        seen = 0
        for act in self.acts:
            for handle in self.provisions(act, DAYS[0]):
                told = json.loads(self.get(f"/api/v1/provisions/{handle}?as_of={DAYS[0]}"))
                mappings = {(mapping["article"], mapping["relation"], mapping["rationale"], mapping["limb"])
                            for limb in told["limbs"] for mapping in limb["mappings"]}
                if not mappings:
                    continue
                graph = graph_of(self.get(f"/api/v1/provisions/{handle}?as_of={DAYS[0]}", ANNOTATIONS))
                relation = rdflib.URIRef("urn:x-cyberlex:relation")
                found = set()
                for note in graph.subjects(relation, None):
                    self.assertIn((note, rdflib.RDF.type, oa.Annotation), graph)
                    words = {str(graph.value(body, rdflib.RDF.value)) for body in graph.objects(note, oa.hasBody)
                             if (body, oa.hasPurpose, oa.describing) in graph}
                    target = str(graph.value(note, oa.hasTarget))
                    found.add((str(graph.value(note, relation)), words.pop() if words else "", target.rpartition("~")[2]))
                self.assertEqual(found, {mapping[1:] for mapping in mappings}, handle)
                seen += len(found)
        self.assertGreater(seen, 200)


if __name__ == "__main__":
    unittest.main()
