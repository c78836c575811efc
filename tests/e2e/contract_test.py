#!/usr/bin/env python3
"""contract_test.py BIN: what /openapi.json says, held against what the daemon answers over the shipped corpus.

Every path is asked in every form, with every parameter, rightly and wrongly. A JSON body is validated with
python3-jsonschema against its schema, closed: a member that the schema does not name fails. Conversely a form, a
status or a member that is declared has to be met.
"""
import base64
import copy
import hashlib
import http.client
import json
import pathlib
import re
import socket
import sys
import tempfile
import urllib.parse

from programs import ROOT, Daemon, Programs

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

DAY = "2026-01-01"
# On every answer, and said once in the description; the transport's own.
EVERYWHERE = {"access-control-allow-origin", "access-control-expose-headers", "vary", "x-content-type-options",
              "content-security-policy", "referrer-policy", "content-type", "content-length", "content-encoding",
              "connection", "keep-alive", "date", "transfer-encoding"}
# Members that what is asked here need not have; the unit tests of the renderers have them.
UNMET = {"BlockDiff.label_before", "CitedProvision.label", "CompareColumn.label", "ConceptExpansion.limit",
         "ConceptExpansion.share", "ConceptExpansion.truncated", "MappedProvision.label", "NearArticle.label",
         "ProvisionOnDay.label", "ProvisionOnDay.suggested", "TextDiff.too_long",
         "WordExpansion.limit", "WordExpansion.truncated"}


def closed(node):
    """The schema, with every object that names its members holding no others."""
    if isinstance(node, dict):
        node = {key: closed(value) for key, value in node.items()}
        if "properties" in node and "type" in node:
            node["additionalProperties"] = False
    elif isinstance(node, list):
        node = [closed(value) for value in node]
    return node


def unique(pairs):
    """An object of which no member stands twice."""
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names), f"a member stands twice: {names}"
    return dict(pairs)


class Contract:
    def __init__(self, daemon, document):
        self.daemon = daemon
        self.document = document
        self.components = closed(copy.deepcopy(document["components"]))
        self.validators = {}
        self.met = set()  # (schema, member)
        self.given = set()  # (path, method, status, media type)

    # ---- schemas

    def validate(self, schema, body, what):
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            whole = {"allOf": [closed(schema)], "components": self.components}
            jsonschema.Draft202012Validator.check_schema(whole)
            self.validators[key] = jsonschema.Draft202012Validator(whole, format_checker=jsonschema.FormatChecker())
        errors = sorted(self.validators[key].iter_errors(body), key=lambda each: len(each.absolute_path))
        assert not errors, f"{what}: at {errors[0].json_path}: {errors[0].message[:300]}"
        self.walk(schema, body)

    def walk(self, schema, value):
        """Notes which members of which schemas a valid value has."""
        name = schema.get("$ref", "").rpartition("/")[2]
        if name:
            schema = self.components["schemas"][name]
        for each in schema.get("anyOf", []):
            if self.fits(each, value):
                return self.walk(each, value)
        if isinstance(value, list):
            for item in value:
                self.walk(schema.get("items", {}), item)
        elif isinstance(value, dict):
            for key, member in value.items():
                if key in schema.get("properties", {}):
                    self.met.add((name, key))
                    self.walk(schema["properties"][key], member)
                elif isinstance(schema.get("additionalProperties"), dict):
                    self.walk(schema["additionalProperties"], member)
        return None

    def fits(self, schema, value):
        if "$ref" in schema:
            schema = self.components["schemas"][schema["$ref"].rpartition("/")[2]]
        kinds = {"object": dict, "array": list, "string": str, "null": type(None), "integer": int, "number": (int, float)}
        wanted = schema.get("type")
        if not isinstance(value, kinds.get(wanted, object)) or ("enum" in schema and value not in schema["enum"]):
            return False
        return not isinstance(value, dict) or "properties" not in schema or (
            set(schema["required"]) <= set(value) <= set(schema["properties"]))

    # ---- asking

    def resolved(self, node):
        while "$ref" in node:
            path = node["$ref"].removeprefix("#/").split("/")
            node = self.document
            for step in path:
                node = node[step]
        return node

    def ask(self, path, target, status=200, method="get", accept=None, body=None, kind=None, key=None):
        """Asks, and holds the answer against what is declared for `path`; gives the body."""
        headers = {"Accept": accept} if accept else {}
        if kind:
            headers["Content-Type"] = kind
        if key:
            headers["X-Api-Key"] = key
        got, names, data = self.daemon.send(target, headers, method.upper(), body)
        what = f"{method.upper()} {target} ({accept})"
        assert got == status, f"{what}: {got}, not {status}: {data[:300]}"
        responses = self.document["paths"][path][method]["responses"]
        assert str(status) in responses, f"{what}: {status} is not declared"
        response = self.resolved(responses[str(status)])
        undeclared = {name.lower() for name in names} - EVERYWHERE - {name.lower() for name in response["headers"]}
        assert not undeclared, f"{what}: headers not declared: {undeclared}"
        media = (names["Content-Type"] or "").partition("; ")[0]  # a profile stays
        content = response.get("content", {})
        assert media in content or not (media or content), f"{what}: {media} is not declared"
        self.given.add((path, method, str(status), media))
        if media and "json" in media and "ndjson" not in media and "ld+json" not in media and content[media]:
            value = json.loads(data, object_pairs_hook=unique)
            self.validate(content[media]["schema"], value, what)
            return value
        return data


def parameters(contract, path):
    return [contract.resolved(each) for each in contract.document["paths"][path]["get"].get("parameters", [])]


def as_text(example):
    return ",".join(example) if isinstance(example, list) else str(example)


def without(target, name):
    path, _, query = target.partition("?")
    rest = [each for each in query.split("&") if each and not each.startswith(name + "=")]
    return path + "?" + "&".join(rest)


def with_parameter(target, name, value):
    """The target with a parameter in place of what it says of it."""
    rest = without(target, name)
    return rest + ("" if rest.endswith("?") else "&") + f"{name}={urllib.parse.quote(value, safe='/:,@')}"


def example_target(contract, path):
    content = contract.document["paths"][path]["get"]["responses"]["200"]["content"]
    return next((media["examples"]["shipped"]["externalValue"] for media in content.values()
                 if "examples" in media), None) or "/api/v1/export?article=unc/7&as_of=" + DAY


# A parameter, and what it stands in place of; what it needs beside it.
INSTEAD = {("/api/v1/dual-criminality", "offence"): "provision", ("/api/v1/dual-criminality", "article"): "provision",
           ("/api/v1/compare", "article"): "item", ("/api/v1/compare", "concept"): "item",
           ("/api/v1/compare", "jurisdiction"): "item", ("/api/v1/similar", "text"): "provision",
           ("/api/v1/similar", "lang"): "provision"}
BESIDE = {("/api/v1/compare", "jurisdiction"): ("concept", "illegal-access"),
          ("/api/v1/similar", "lang"): ("text", "hacking")}


def asks_each_parameter(contract):
    for path in contract.document["paths"]:
        target = example_target(contract, path)
        contract.ask(path, target)
        for each in parameters(contract, path):
            name = each["name"]
            assert "schema" in each and each["description"], (path, name)
            if each["in"] == "header":
                status, _, _ = contract.daemon.get(without(target, "as_of").partition("/eng")[0] + (
                    "/!main~sec_24" if path == "/akn/{iri}" else ""), {name: each["example"]})
                assert status == 200, (path, name)
                continue
            if each["in"] == "path" or name == "cursor":
                continue
            assert "example" in each, (path, name)
            base = without(target, INSTEAD.get((path, name), name))
            if path == "/akn/{iri}":  # an IRI that says neither day nor language
                base = "/akn/ng/act/2015/cybercrimes-act/!main~sec_24"
            if (path, name) in BESIDE:
                base = with_parameter(base, *BESIDE[path, name])
            items = each["schema"].get("items", each["schema"])
            for value in items.get("enum", [as_text(each["example"])]):
                contract.ask(path, with_parameter(base, name, value))
            if "maximum" in items:
                contract.ask(path, with_parameter(base, name, str(items["maximum"])))
                contract.ask(path, with_parameter(base, name, str(items["maximum"] + 1)), 400)
            if "default" in items and "304" in contract.document["paths"][path]["get"]["responses"]:
                tags = {contract.daemon.get(each)[1]["ETag"] for each in (
                    without(base, name), with_parameter(base, name, str(items["default"])))}
                assert len(tags) == 1, f"{path}: {items['default']} is not the default of {name}"
            if "enum" in items:
                contract.ask(path, with_parameter(base, name, "zzz"), 400)
            if each.get("required"):
                contract.ask(path, without(target, name), 400)
        contract.ask(path, with_parameter(target, "zzz", "1"), 400)


def asks_each_form(contract):
    for path, item in contract.document["paths"].items():
        target = example_target(contract, path)
        responses = item["get"]["responses"]
        if path != "/api/v1/export":
            for media in responses["200"]["content"]:
                contract.ask(path, target, accept=media)
        if "406" in responses:
            contract.ask(path, target, 406, accept="image/png")
        if "304" in responses:
            tag = contract.daemon.get(target)[1]["ETag"]
            status, headers, body = contract.daemon.get(target, {"If-None-Match": tag})
            assert (status, headers["ETag"], body) == (304, tag, b""), target
            contract.given.add((path, "get", "304", ""))
        assert contract.daemon.get(target, method="HEAD")[0] == 200, target


def stale_cursor():
    """A cursor into a generation that never was."""
    text = f"{'0' * 64}.20454.1.{'0' * 32}."
    check = hashlib.sha256(text.encode()).hexdigest()[:8]
    return base64.urlsafe_b64encode((text + check).encode()).decode().rstrip("=")


def asks_what_is_not_there(contract):
    gone = {"/api/v1/provisions/{handle}": "/api/v1/provisions/ng/cybercrimes-act-2015/sec_999",
            "/api/v1/acts/{handle}": "/api/v1/acts/ng/no-such-act",
            "/api/v1/conventions/{handle}": "/api/v1/conventions/no-such-treaty",
            "/api/v1/conventions/{handle}/{article}": "/api/v1/conventions/unc/999",
            "/api/v1/jurisdictions/{code}": "/api/v1/jurisdictions/zz9",
            "/akn/{iri}": "/akn/ng/act/1900/none",
            "/api/v1/compare": "/api/v1/compare?concept=illegal-access&as_of=1900-01-01",
            "/api/v1/diff": "/api/v1/diff?provision=ng/cybercrimes-act-2015/sec_999",
            "/api/v1/dual-criminality": "/api/v1/dual-criminality?requesting=ng&requested=ir"
                                        "&provision=ng/cybercrimes-act-2015/sec_999",
            "/api/v1/similar": "/api/v1/similar?provision=ng/cybercrimes-act-2015/sec_999"}
    gone["/api/v1/compare"] = ("/api/v1/compare?item=ng/cybercrimes-act-2015/sec_24,ni/ley-1042/art_30"
                               "&as_of=1990-01-01")
    for path, item in contract.document["paths"].items():
        assert (path in gone) == ("404" in item["get"]["responses"]), path
        if path in gone:
            contract.ask(path, gone[path], 404)
    contract.ask("/api/v1/provisions/{handle}", "/api/v1/provisions/ng/cybercrimes-act-2015/sec_24?as_of=1990-01-01", 404)
    status, headers, _ = contract.daemon.send("/api/v1/provisions/ir/penal-code-book-5/art_729", {}, "GET", None)
    assert status == 308 and headers["Location"], status
    for path in ("/api/v1/search", "/feed.atom"):
        contract.ask(path, f"{path}?q=access&cursor={stale_cursor()}", 410)


def examples_of_problems(contract):
    """The problems that the document shows are those that are given."""
    real = {"BadRequest": ("/api/v1/search?limit=0", {}), "TooLong": ("/api/v1/search?q=" + "a" * 8000, {}),
            "NotFound": ("/api/v1/provisions/ng/cybercrimes-act-2015/sec_999", {}),
            "NotAcceptable": ("/api/v1/search", {"Accept": "image/png"})}
    for name, (target, headers) in real.items():
        shown = contract.document["components"]["responses"][name]["content"]["application/problem+json"]["example"]
        _, _, body = contract.daemon.get(target, headers)
        assert json.loads(body) == shown, (name, body, shown)
    contract.ask("/api/v1/search", "/api/v1/search?q=" + "a" * 8000, 414)


def asks_by_post(contract):
    for path, text, form in (("/api/v1/citation", "s 24 Cybercrimes Act\nart. 30 Ley 1042\n", "q=s+24+Cybercrimes+Act"),
                             ("/api/v1/similar", "Whoever intercepts private messages", "text=hacking&limit=2")):
        target = path + "?as_of=" + DAY
        for kind, body in (("text/plain", text), ("application/x-www-form-urlencoded", form)):
            assert kind in contract.document["paths"][path]["post"]["requestBody"]["content"]
            contract.ask(path, target, method="post", body=body.encode(), kind=kind)
        contract.ask(path, target, 415, method="post", body=b"{}", kind="application/json")
        contract.ask(path, target, 400, method="post", body=b"\xff", kind="text/plain")
        big = problem_over_socket(contract.daemon.port, f"POST {target}", "Content-Length: 2000000")
        none = problem_over_socket(contract.daemon.port, f"POST {target}", "Transfer-Encoding: chunked")
        for status, name, body in ((413, "TooLarge", big), (411, "LengthRequired", none)):
            assert str(status) in contract.document["paths"][path]["post"]["responses"]
            shown = contract.document["components"]["responses"][name]["content"]["application/problem+json"]
            assert body == shown["example"], (body, shown["example"])
            contract.given.add((path, "post", str(status), "application/problem+json"))


def problem_over_socket(port, line, header):
    """The problem that a request without a body is answered with."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(f"{line} HTTP/1.1\r\nHost: h\r\n{header}\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
            head, _, body = answer.partition(b"\r\n\r\n")
            length = re.search(rb"Content-Length: (\d+)", head)
            if length and len(body) >= int(length.group(1)):
                break
    return json.loads(body)


def asks_much(contract):
    """Enough of the corpus that members which are seldom there are met."""
    acts = contract.ask("/api/v1/acts", f"/api/v1/acts?as_of={DAY}")["acts"]
    contract.ask("/api/v1/acts", "/api/v1/acts?as_of=1900-01-01&jurisdiction=-int")
    states = [each["jurisdiction"] for each in contract.ask(
        "/api/v1/jurisdictions", f"/api/v1/jurisdictions?as_of={DAY}")["jurisdictions"]]
    treaties = [each["handle"] for each in acts if each["jurisdiction"] == "int"]
    for act in acts:
        contents = contract.ask("/api/v1/acts/{handle}", f"/api/v1/acts/{act['handle']}?as_of={DAY}")["contents"]
        for entry in contents[:: 1 if act["jurisdiction"] != "int" else 5]:
            handle = entry["handle"]
            contract.ask("/api/v1/provisions/{handle}", f"/api/v1/provisions/{handle}?as_of={DAY}")
            contract.ask("/api/v1/diff", f"/api/v1/diff?provision={handle}")
            if act["jurisdiction"] != "int":
                contract.ask("/api/v1/diff", f"/api/v1/diff?provision={handle}&from=2010-01-01&to={DAY}")
    for treaty in treaties:
        for level in ("article", "chapter"):
            for day in ("2015-01-01", DAY):
                contract.ask("/api/v1/matrix", f"/api/v1/matrix?convention={treaty}&level={level}&as_of={day}")
    contract.ask("/api/v1/provisions/{handle}", f"/api/v1/provisions/ng/cybercrimes-act-2015/sec_24__subsec_1?as_of={DAY}")
    contract.ask("/api/v1/diff", "/api/v1/diff?provision=ng/cybercrimes-act-2015/sec_24__subsec_2&from=2010-01-01&to=2020-01-01")
    for target in ("rows=jurisdiction&cols=offence&q=access", "rows=prison&cols=status&q=acceso%20ilegal",
                   "rows=jurisdiction&cols=status&q=el%20acceso%20de%20la%20red",
                   "rows=jurisdiction&cols=status&q=cyberstaking", "rows=act&cols=status&q=s%2024%20Cybercrimes%20Act"):
        contract.ask("/api/v1/crosstab", f"/api/v1/crosstab?{target}&as_of={DAY}")
    contract.ask("/api/v1/coverage", f"/api/v1/coverage?as_of={DAY}&jurisdiction=ng")
    contract.ask("/api/v1/thesaurus", "/api/v1/thesaurus")
    contract.ask("/api/v1/safeguards", f"/api/v1/safeguards?as_of={DAY}")
    contract.ask("/api/v1/safeguards", f"/api/v1/safeguards?as_of={DAY}&jurisdiction=int")
    for q in ("cyberstaking", "acceso%20ilegal", "s%2024%20Cybercrimes%20Act", "the%20hacking%20of%20computers",
              "acc*", "computer%20zebra", "el%20acceso%20de%20la%20red", "jurisdiction:zz%20lantern", "hacking%20phishing%20stalking", "suggested:illegal-access"):
        contract.ask("/api/v1/search", f"/api/v1/search?q={q}&facets=all&limit=30&facet_limit=3&as_of={DAY}")
    for sort in ("newest", "severity"):
        contract.ask("/api/v1/search", f"/api/v1/search?sort={sort}&facets=fine,prison,year&limit=100&as_of={DAY}")
    contract.ask("/api/v1/search", "/api/v1/search?q=offence:illegal-acess", 400)
    contract.ask("/api/v1/search", f"/api/v1/search?jurisdiction=zz&limit=3&as_of={DAY}")
    contract.ask("/api/v1/provisions/{handle}", f"/api/v1/provisions/zz/lantern-law-1/sec_1?as_of={DAY}")
    contract.ask("/api/v1/acts/{handle}", f"/api/v1/acts/zz/lantern-law-1?as_of={DAY}")
    contract.ask("/api/v1/diff", "/api/v1/diff?provision=ng/cybercrimes-act-2015/sec_24__subsec_1")
    for q in ("cyberstaking", "cybercr", "ley 10", "s 24 cyb", "acces"):
        contract.ask("/api/v1/suggest", f"/api/v1/suggest?q={urllib.parse.quote(q)}&as_of={DAY}")
    for q in ("s 24(1) Cybercrimes Act", "s 999 Cybercrimes Act", "Cybercrimes Act 2015", "art. 3 No Such Act", "zzz"):
        contract.ask("/api/v1/citation", f"/api/v1/citation?q={urllib.parse.quote(q)}&as_of={DAY}")
    for concept in ("illegal-access", "content-interception", "notification", "good-faith-research"):
        contract.ask("/api/v1/compare", f"/api/v1/compare?concept={concept}&as_of={DAY}")
    for article in ("unc/7", "unc/art_7__para_1", "unc/24", "budapest/15", "budapest/18"):
        contract.ask("/api/v1/compare", f"/api/v1/compare?article={article}&as_of={DAY}")
        contract.ask("/api/v1/conventions/{handle}/{article}", f"/api/v1/conventions/{article}?as_of={DAY}")
    contract.ask("/api/v1/compare", "/api/v1/compare?item=ng/cybercrimes-act-2015/sec_24,ni/ley-1042/art_30&as_of=2016-01-01")
    for one in states:
        contract.ask("/api/v1/jurisdictions/{code}", f"/api/v1/jurisdictions/{one}?as_of={DAY}")
        for other in states:
            if one != other:
                for offence in ("illegal-access", "cyberstalking"):
                    contract.ask("/api/v1/dual-criminality", f"/api/v1/dual-criminality?requesting={one}"
                                 f"&requested={other}&offence={offence}&as_of={DAY}")
    contract.ask("/api/v1/dual-criminality", f"/api/v1/dual-criminality?requesting=ng&requested=fr&article=unc/7&as_of={DAY}")
    contract.ask("/api/v1/jurisdictions/{code}", "/api/v1/jurisdictions/ni?as_of=2000-01-01")


def everything_declared_was_met(contract):
    unmet = set()
    for path, item in contract.document["paths"].items():
        for method, operation in item.items():
            for status, response in operation["responses"].items():
                if status in ("default", "503", "308", "414", "406", "410", "304", "404") and method == "post":
                    continue
                if status in ("default", "503", "308", "414"):
                    continue  # not of one path; asked above where it can be had
                for media in contract.resolved(response).get("content", {"": None}):
                    if (path, method, status, media) not in contract.given and method == "get":
                        unmet.add((path, method, status, media))
    assert not unmet, f"declared, and never given: {sorted(unmet)}"
    declared = {(name, member) for name, schema in contract.document["components"]["schemas"].items()
                for member in schema.get("properties", {})}
    missing = {f"{name}.{member}" for name, member in declared - contract.met}
    assert missing <= UNMET, f"declared, and never met: {sorted(missing - UNMET)}"


def asks_too_often(contract, programs, index):
    """A daemon that answers each client once: every path that is not for watching it refuses alike."""
    with tempfile.NamedTemporaryFile("w") as keys:
        keys.write(f"lab {hashlib.sha256(b'known').hexdigest()} 0.001\n")
        keys.flush()
        with Asking(programs, index, "--rate", "0.001", "--keys", keys.name) as contract.daemon:
            contract.ask("/openapi.json", "/openapi.json")
            contract.ask("/openapi.json", "/openapi.json", key="known")
            for path in contract.document["paths"]:
                limited = path not in ("/healthz", "/readyz", "/metrics")
                contract.ask(path, example_target(contract, path), 401 if limited else 200, key="unknown")
                contract.ask(path, example_target(contract, path), 429 if limited else 200)
                contract.ask(path, example_target(contract, path), 429 if limited else 200, key="known")


def write_lantern_laws(folder):
    """More invented acts of nobody than coverage lists one by one, which no one has assessed."""
    folder.mkdir()
    for number in range(1, 103):
        head = {"title": f"Lantern Law {number}", "identifier": f"lantern-law-{number}", "country": "zz", "lang": "en",
                "rank": "act", "publication_date": "2020-03-01", "last_updated": "2020-03-01", "status": "in_force",
                "source": f"https://gazette.example/{number}"}
        lines = ["---", *(f'{key}: "{value}"' for key, value in head.items()), "---", f"# Lantern Law {number}", "",
                 "### Section 1 - Illegal access", "",
                 "Whoever gains illegal access to a lantern is punished with imprisonment of two to five years.", "",
                 "### Section 2 - Oil", "", "Oil is kept dry."]
        (folder / f"law-{number}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


class Asking(Daemon):
    """A daemon that is asked with a body too, and follows no redirect."""

    def send(self, target, headers, method, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, target, body=body, headers=headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, answer.headers, data


def main():
    programs = Programs(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        index = pathlib.Path(folder) / "index"
        write_lantern_laws(pathlib.Path(folder) / "lanterns")
        built = programs.build(index, ROOT / "corpus", pathlib.Path(folder) / "lanterns")
        assert built.returncode == 0, built.stderr
        with Asking(programs, index) as daemon:
            contract = Contract(daemon, daemon.json("/openapi.json"))
            contract.ask("/openapi.json", "/openapi.json")
            asks_each_parameter(contract)
            asks_each_form(contract)
            asks_by_post(contract)
            asks_what_is_not_there(contract)
            examples_of_problems(contract)
            asks_much(contract)
            asks_too_often(contract, programs, index)
            everything_declared_was_met(contract)
    print("contract: as it should be")


if __name__ == "__main__":
    main()
