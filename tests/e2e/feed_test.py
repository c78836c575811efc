#!/usr/bin/env python3
"""feed_test.py BIN: feeds and the OpenSearch description of the shipped corpus, read by parsers that are not ours.

Every page of several feeds is held against the rules of RFC 4287 and against the search it stands for; feedparser,
where it is installed, reads them as a feed reader does.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml

from programs import ROOT, Daemon, Programs

try:
    import feedparser
except ImportError:
    print("feedparser is not installed: the feeds are read by the XML parser alone")
    feedparser = None

ATOM = "{http://www.w3.org/2005/Atom}"
OS = "{http://a9.com/-/spec/opensearch/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ONCE = ("id", "title", "updated")  # RFC 4287, 4.1.1 and 4.1.2: exactly one of each
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z$")
FEEDS = ("", "jurisdiction=ng", "q=acceso%20ilegal", "offence=illegal-access&as_of=2022-01-01", "jurisdiction=ir&lang=fa",
         "q=%22nothing%20of%20the%20kind%22", "status=repealed", "as_of=2016-01-01")

CHANGES = ("", "as_of=2016-01-01")  # those that nothing narrows


def links(node):
    found = {}
    for each in node.findall(ATOM + "link"):
        key = each.get("rel")
        assert key not in found, f"two links {key} of one type"
        assert each.get("href").startswith("/") and each.get("type"), each.attrib
        found[key] = each.get("href")
    return found


def check_common(node):
    for name in ONCE:
        assert len(node.findall(ATOM + name)) == 1, name
        assert node.findtext(ATOM + name), name
    assert urllib.parse.urlsplit(node.findtext(ATOM + "id")).scheme == "urn"
    for name in ("updated", "published"):
        for each in node.findall(ATOM + name):
            assert MOMENT.match(each.text), each.text


def check_entry(entry):
    check_common(entry)
    assert links(entry)["alternate"]
    assert len(entry.findall(ATOM + "summary")) == 1
    summary = entry.find(ATOM + "summary")
    if summary.get("type") == "xhtml":
        division, = summary
        assert division.tag == XHTML + "div"
        for paragraph in division:
            language = paragraph.get("{http://www.w3.org/XML/1998/namespace}lang")
            assert language == paragraph.get("lang")
            assert paragraph.get("dir") == (None if language is None else "rtl" if language == "fa" else "ltr")
    published = entry.findtext(ATOM + "published")
    assert published is None or published <= entry.findtext(ATOM + "updated")
    for each in entry.findall(ATOM + "category"):
        assert each.get("term") and each.get("label") and each.get("scheme").startswith("urn:x-cyberlex:")


def read_page(daemon, target):
    status, headers, body = daemon.get(target)
    assert status == 200, (target, body)
    assert headers["Content-Type"] == "application/atom+xml"
    feed = xml.fromstring(body)
    assert feed.tag == ATOM + "feed"
    check_common(feed)
    assert feed.find(ATOM + "author") is not None
    entries = feed.findall(ATOM + "entry")
    for entry in entries:
        check_entry(entry)
    days = [entry.findtext(ATOM + "updated") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert not days or feed.findtext(ATOM + "updated") == days[0]
    if feedparser:
        read = feedparser.parse(body)
        assert not read.bozo, (target, read.get("bozo_exception"))
        assert [each.id for each in read.entries] == [entry.findtext(ATOM + "id") for entry in entries]
    return feed, entries


def check_feed(daemon, query):
    target = "/feed.atom?limit=40" + ("&" + query if query else "")
    ids, handles, names = [], [], set()
    found = None
    while target:
        feed, entries = read_page(daemon, target)
        around = links(feed)
        names.add(feed.findtext(ATOM + "id"))
        total = feed.findtext(OS + "totalResults")
        assert (total is None) == (query in CHANGES), query
        for entry in entries:
            ids.append(entry.findtext(ATOM + "id"))
            address = links(entry)["alternate"]
            if address.startswith("/api/v1/provisions/"):
                handles.append(address.removeprefix("/api/v1/provisions/").partition("?")[0])
        found = found or around["alternate"]
        target = around.get("next")
    assert len(set(ids)) == len(ids), f"{query}: an entry stands twice"
    assert len(names) == 1, names
    assert total is None or int(total) == len(handles), query
    searched = []
    while found:
        page = daemon.json(found)
        searched += [hit["handle"] for hit in page["hits"]]
        found = page["next"]
    assert handles == searched, query
    return ids


def check_changes(daemon, ids):
    """Each act of which a provision stands is there once, before its own provisions of its newest day."""
    held = daemon.json("/api/v1/acts")["acts"]
    acts = {"urn:x-cyberlex:" + each["iri"].lstrip("/") for each in held if each["provisions"]}
    assert {each for each in ids if "/!main~" not in each} == acts
    for act in acts:
        assert ids[ids.index(act) + 1].startswith(act + "/!main~"), act


def check_opensearch(daemon):
    status, headers, body = daemon.get("/opensearch.xml")
    assert status == 200 and headers["Content-Type"] == "application/opensearchdescription+xml"
    root = xml.fromstring(body)
    assert root.tag == OS + "OpenSearchDescription"
    assert len(root.findtext(OS + "ShortName")) <= 16 and len(root.findtext(OS + "Description")) <= 1024
    for url in root.findall(OS + "Url"):
        address = url.get("template")
        assert address.startswith(daemon.url + "/"), address
        target = re.sub(r"\{\w+\?\}", "", address.replace("{searchTerms}", "illegal%20acc")).removeprefix(daemon.url)
        status, headers, _ = daemon.get(target)
        assert (status, headers["Content-Type"].partition(";")[0]) == (200, url.get("type")), target


def main():
    programs = Programs(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        index = pathlib.Path(folder) / "index"
        built = programs.build(index, ROOT / "corpus")
        assert built.returncode == 0, built.stderr
        with Daemon(programs, index) as daemon:
            for query in FEEDS:
                ids = check_feed(daemon, query)
                if not query:
                    check_changes(daemon, ids)
            check_opensearch(daemon)
        with Daemon(programs, index, "--public-url", "https://law.example/x") as daemon:
            assert b'template="https://law.example/x/api/v1/search?' in daemon.get("/opensearch.xml")[2]
        for wrong in ("law.example", "https://law.example/", 'https://law.example/"x'):
            refused = subprocess.run([programs.bin / "cyberlex-searchd", "--index", index, "--public-url", wrong],
                                     capture_output=True, timeout=30, check=False)
            assert refused.returncode == 2 and b"--public-url" in refused.stderr, wrong
    print("feed: as it should be")


if __name__ == "__main__":
    main()
