"""fleet_test.py BIN_DIR: three copies of an index behind nginx and behind HAProxy, as docs/fleet.md says.

Two daemons serve the newer generation, the third an older one of which one heading reads otherwise. What a proxy answers
has to be, byte for byte, what the newer or the older generation answers when it is asked directly, while daemons are
killed, come back and are brought up to date. Skipped without nginx, haproxy and rsync.
"""
import contextlib
import datetime
import http.client
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

from fleet_proxies import HaProxy, Nginx, StandIn, program
from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv[1])
SEED = datetime.date.today().toordinal()
DAY = "as_of=2020-01-01"
PATIENCE = 60  # seconds
MARK = "zzmarkzz"
CLIENTS = 6

PAGE = {"Accept": "text/html"}
SPANISH = {"Accept": "text/html", "Accept-Language": "es", "Accept-Encoding": "gzip"}
QUESTIONS = [
    (f"/api/v1/search?q=access&{DAY}&limit=5", {}),
    (f"/api/v1/search?q=access&{DAY}&limit=5", {"Accept-Encoding": "gzip"}),
    (f"/api/v1/search?q=data&{DAY}&limit=20&facets=none", {}),
    (f"/api/v1/search?jurisdiction=ng&{DAY}&limit=100", {"Accept-Encoding": "gzip"}),
    (f"/api/v1/search?q=heading:unlawful&{DAY}", {}),
    (f"/api/v1/search?q={MARK}&{DAY}", {}),
    (f"/api/v1/search?q=offence:nothing-such&{DAY}", {}),
    (f"/api/v1/provisions/ng/cybercrimes-act-2015/sec_6?{DAY}", {}),
    (f"/api/v1/provisions/ng/cybercrimes-act-2015/sec_6?{DAY}", PAGE),
    (f"/api/v1/provisions/ng/cybercrimes-act-2015/sec_6?{DAY}", {"Accept": "text/plain"}),
    (f"/api/v1/provisions/ng/cybercrimes-act-2015/sec_99999?{DAY}", {}),
    (f"/akn/ng/act/2015/cybercrimes-act/!main~sec_6.akn?{DAY}", {}),
    (f"/api/v1/acts/ng/cybercrimes-act-2015?{DAY}", {"Accept-Encoding": "gzip"}),
    (f"/api/v1/matrix?convention=unc&jurisdiction=ng,ni&{DAY}", {}),
    (f"/api/v1/matrix?convention=unc&{DAY}", {"Accept": "text/csv"}),
    (f"/matrix/unc?{DAY}", SPANISH),
    (f"/?q=access&{DAY}", PAGE),
    (f"/?q=access&{DAY}", SPANISH),
    (f"/api/v1/export?q=access&{DAY}&format=csv", {}),
    (f"/feed.atom?q=access&{DAY}", {}),
]


class Answer:
    """What was said to one request: the headers that are no function of the answer (Date, Server-Timing) play no part."""

    def __init__(self, response, body):
        self.status = response.status
        self.headers = {name: response.getheader(name) for name in (
            "Content-Type", "Content-Encoding", "ETag", "Link", "Cyberlex-Outcome", "Cyberlex-Corpus", "Cache-Control")}
        self.vary = set(re.findall(r"[\w-]+", ",".join(response.headers.get_all("Vary") or [])))
        self.retry_after = response.getheader("Retry-After")
        self.length = response.getheader("Content-Length")
        self.body = body

    def __eq__(self, other):
        return (self.status, self.headers, self.vary, self.body) == (other.status, other.headers, other.vary, other.body)

    @property
    def tag(self):
        return self.headers["ETag"]

    def is_busy(self):
        """A daemon that says that it has no time just now."""
        return self.status == 503 and self.retry_after is not None and b"/problems/busy" in self.body


class Connection:
    """A client's connection to one port: kept, and opened anew when the other side closed it."""

    def __init__(self, port):
        self.port = port
        self.connection = None

    def ask(self, path, headers=None, method="GET"):
        fresh = self.connection is None
        if fresh:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            self.connection.request(method, path, headers=headers or {})
            response = self.connection.getresponse()
            answer = Answer(response, response.read())
            if response.will_close:
                self.close()
            return answer
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            # Of a connection that had been idle, as any client: not a failure, once.
            self.close()
            if fresh:
                raise
            return self.ask(path, headers, method)

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None


def ask(port, path, headers=None, method="GET"):
    with contextlib.closing(Connection(port)) as connection:
        return connection.ask(path, headers, method)


class Copy(Daemon):
    """A daemon with its copy of the index, which dies and comes back on the same port."""

    def __init__(self, index, *arguments):
        super().__init__(PROGRAMS, index, *arguments)
        self.index = index

    def kill(self):
        self.process.kill()
        self.process.wait()

    def come_back(self):
        self.process.stdout.close()
        self.process.stderr.close()
        self.command = [each.replace("127.0.0.1:0", f"127.0.0.1:{self.port}") if isinstance(each, str) else each for each in self.command]
        self.__enter__()

    def answered(self):
        """Requests about law since its start."""
        _, _, body = self.get("/metrics")
        counted = re.findall(r'(?m)^cyberlex_http_requests_total\{([^}]*)\} (\S+)$', body.decode())
        return sum(float(number) for labels, number in counted if "/api/v1/" in labels)

    def digest(self):
        return self.json("/readyz")["digest"]


class Client(threading.Thread):
    """Asks questions of chance, sometimes only for what has changed, and holds each answer against those expected."""

    def __init__(self, port, expected, seed, stop):
        super().__init__(daemon=True)
        self.port, self.expected, self.stop = port, expected, stop
        self.chance = random.Random(seed)
        self.held = {}  # question: tag
        self.asked, self.unchanged, self.busy, self.cut = 0, 0, 0, 0
        self.seen = [0, 0]  # answers of either generation, where they differ
        self.wrong = []

    def run(self):
        connection = Connection(self.port)
        while not self.stop.is_set() and len(self.wrong) < 5:
            number = self.chance.randrange(len(QUESTIONS))
            path, headers = QUESTIONS[number]
            method = "HEAD" if self.chance.random() < 0.1 else "GET"
            tag = self.held.get(number) if self.chance.random() < 0.3 else None
            try:
                answer = connection.ask(path, {**headers, "If-None-Match": tag} if tag else headers, method)
                self.judge(number, method, tag, answer)
            except http.client.IncompleteRead:  # its daemon died while it was sent, and the client knows
                self.cut += 1
                if "/export?" not in path:
                    self.wrong.append(f"{path}: broken off")
                connection.close()
            except Exception as error:  # whatever it is, somebody was not answered
                self.wrong.append(f"{time.monotonic():.2f} {method} {path}: {error!r}")
                connection.close()
        connection.close()

    def judge(self, number, method, tag, answer):
        self.asked += 1
        if answer.is_busy():
            self.busy += 1
            return
        known = self.expected[number]
        if answer.status == 304:
            # A strong tag, and one of this question: its holder has the very bytes.
            assert tag is not None and answer.tag == tag, "304 for another tag"
            assert tag in [each.tag for each in known], "304 for a tag of no generation"
            self.unchanged += 1
            return
        if method == "HEAD":
            assert answer.body == b""
            same = [each for each in known if (each.status, each.tag) == (answer.status, answer.tag)]
            assert same and answer.length in [None, str(len(same[0].body))], (answer.status, answer.length)
            return
        if answer not in known:
            raise AssertionError(f"{answer.status} {answer.headers} {answer.body[:300]!r}")
        assert tag is None or answer.tag != tag, "sent again what the client holds"
        self.held[number] = answer.tag
        if known[0] != known[1]:
            self.seen[known.index(answer)] += 1


class Load:
    """Clients that ask a proxy without pause, for a with statement."""

    def __init__(self, port, expected):
        self.stop = threading.Event()
        self.clients = [Client(port, expected, SEED + number, self.stop) for number in range(CLIENTS)]

    def __enter__(self):
        for client in self.clients:
            client.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for client in self.clients:
            client.join(PATIENCE)

    def sum(self, name):
        return sum(getattr(client, name) for client in self.clients)

    def wrong(self):
        return [each for client in self.clients for each in client.wrong]

    def go_on(self, requests=400):
        """Until that many more requests were answered."""
        wanted, until = self.sum("asked") + requests, time.monotonic() + PATIENCE
        while self.sum("asked") < wanted and not self.wrong():
            assert time.monotonic() < until, "the load stands still"
            time.sleep(0.02)


def documented_copy(source, target):
    """The commands of docs/fleet.md, with our folders for theirs."""
    page = (ROOT / "docs/fleet.md").read_text()
    block = re.search(r"(?m)(^    .*\brsync\b.*\n)+", page).group(0)
    script = block.replace("two:/srv/cyberlex/index", str(target)).replace("var/index", str(source))
    assert script.count(str(target)) == script.count(str(source)) == 2, script
    subprocess.run(["sh", "-euc", script], check=True)


def page_after_page(port, path):
    """All pages of a search: (address, answer)."""
    out = []
    while path:
        answer = ask(port, path)
        assert answer.status == 200, answer.body
        out.append((path, answer))
        path = next_of(answer)
    return out


def next_of(answer):
    found = re.search(r'<([^>]*)>; rel="next"', answer.headers["Link"] or "")
    return found and found.group(1)


class Indexes:
    """An index of the corpus as it is and one of it as it was, with another heading."""

    def __init__(self, folder):
        self.newer, self.older = folder / "newer", folder / "older"
        corpus = folder / "corpus"
        shutil.copytree(ROOT / "corpus", corpus)
        changed = corpus / "ng/cybercrimes-act-2015/eng@2015-05-15.restatement.yaml"
        was = changed.read_text()
        assert was.count("heading: Unlawful access to a computer\n") == 1
        changed.write_text(was.replace("heading: Unlawful access to a computer\n", "heading: Lanterns\n"))
        for index, text in ((self.older, None), (self.newer, was)):
            if text:
                changed.write_text(text)
            built = PROGRAMS.build(index, corpus)
            assert built.returncode == 0, built.stderr


class Setting:
    """Indexes, made once, and what a test starts, ended with it."""

    @classmethod
    def setUpClass(cls):
        cls.open = contextlib.ExitStack()
        cls.addClassCleanup(cls.open.close)
        cls.folder = pathlib.Path(cls.open.enter_context(tempfile.TemporaryDirectory()))
        cls.folder.chmod(0o755)  # workers of nginx are somebody else
        cls.indexes = Indexes(cls.folder)

    def setUp(self):
        self.running = contextlib.ExitStack()
        self.addCleanup(self.running.close)
        self.here = self.folder / self.id().rsplit(".", maxsplit=1)[-1]
        self.here.mkdir()

    def wait(self, what, condition):
        until = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), until, what)
            time.sleep(0.05)


class Fleet(Setting):
    """Both proxies are held to the same; a subclass names one."""

    def start(self, *arguments, **options):
        """Three daemons, the third on the older generation, and the proxy before them."""
        self.copies = []
        for number, index in enumerate((self.indexes.newer, self.indexes.newer, self.indexes.older)):
            copy = self.here / f"index-{number}"
            shutil.copytree(index, copy)
            self.copies.append(self.running.enter_context(Copy(copy, *arguments)))
        self.newer, _, self.older = self.copies
        return self.before([copy.port for copy in self.copies], **options)

    def before(self, ports, **options):
        name = f"proxy-{len(list(self.here.glob('proxy-*')))}"
        return self.running.enter_context(self.proxy(self.here / name, ports, **options))

    # ---- answers

    def test_a_load_notices_neither_deaths_nor_a_new_generation(self):
        proxy = self.start()
        expected = [[ask(copy.port, path, headers) for copy in (self.newer, self.older)] for path, headers in QUESTIONS]
        self.assertGreater(sum(newer != older for newer, older in expected), len(QUESTIONS) // 2)
        with Load(proxy.port, expected) as load:
            load.go_on()
            for copy in self.copies:
                copy.kill()
                load.go_on()
                copy.come_back()
                self.wait("a daemon that came back is not asked", lambda copy=copy: copy.answered() > 20 or load.wrong())
            mixed = [load.sum("asked"), *map(sum, zip(*(client.seen for client in load.clients)))]
            documented_copy(self.newer.index, self.older.index)
            self.wait("the copy was not taken up", lambda: self.older.digest() == self.newer.digest())
            load.go_on()
        self.assertEqual(load.wrong(), [], proxy.log.read_text())
        self.assertGreater(mixed[2], 20, "the older generation was not seen")
        self.assertGreater(load.sum("unchanged"), 20)
        self.assertLess(load.sum("busy"), load.sum("asked") // 50)
        self.assertLessEqual(load.sum("cut"), CLIENTS * len(self.copies))  # those under way
        print(f"{proxy.name}: {load.sum('asked')} answers, {mixed[1]} and {mixed[2]} of either generation while they differed, "
              f"{load.sum('unchanged')} unchanged, {load.sum('busy')} busy, {load.sum('cut')} downloads broken off")
        for (path, headers), (newer, _) in zip(QUESTIONS, expected):
            for port in [copy.port for copy in self.copies] + [proxy.port] * 3:
                self.assertEqual(ask(port, path, headers), newer, path)
        self.assertNotRegex(proxy.log.read_text(), f"{MARK}|/api/v1|Connect from", "a question was written down")

    def test_what_a_client_holds_is_not_taken_for_another_generation(self):
        proxy = self.start()
        path = QUESTIONS[0][0]
        newer, older = ask(self.newer.port, path), ask(self.older.port, path)
        self.assertNotEqual(newer.tag, older.tag)
        for copy, has, other in ((self.newer, newer, older), (self.older, older, newer)):
            self.assertEqual(ask(copy.port, path, {"If-None-Match": other.tag}), has)
            self.assertEqual(ask(copy.port, path, {"If-None-Match": has.tag}).status, 304)
        statuses = set()
        for _ in range(12):
            answer = ask(proxy.port, path, {"If-None-Match": older.tag})
            self.assertTrue(answer == newer or (answer.status, answer.tag) == (304, older.tag), answer.body)
            statuses.add(answer.status)
            both = ask(proxy.port, path, {"If-None-Match": f"{older.tag}, W/{newer.tag}"})
            self.assertEqual(both.status, 304)
            self.assertIn(both.tag, (newer.tag, older.tag))
        self.assertEqual(statuses, {200, 304})

    # ---- cursors

    SEARCH = f"/api/v1/search?q=access&{DAY}&limit=5&facets=none"

    def test_a_walk_goes_on_rightly_or_says_that_it_cannot(self):
        proxy = self.start()
        walks = {copy: page_after_page(copy.port, self.SEARCH) for copy in (self.newer, self.older)}
        firsts = [pages[0][1] for pages in walks.values()]
        self.assertNotEqual(*(json.loads(each.body)["hits"] for each in firsts))
        for pages in walks.values():
            self.assertGreater(len(pages), 3)
            seen = set()
            for address, page in pages[1:] * 4:
                answer = ask(proxy.port, address)
                seen.add(answer.status)
                if answer.status == 200:
                    self.assertEqual(answer, page)
                else:
                    self.begin_again(proxy, answer, firsts)
            self.assertEqual(seen, {200, 410})
        # Brought up to date, the third still knows the generation that it left; the others never had it.
        documented_copy(self.newer.index, self.older.index)
        self.wait("the copy was not taken up", lambda: self.older.digest() == self.newer.digest())
        for address, page in walks[self.newer]:
            for _ in range(3):
                self.assertEqual(ask(proxy.port, address), page)
        for address, page in walks[self.older][1:]:
            self.assertEqual(ask(self.older.port, address), page)

    def begin_again(self, proxy, answer, firsts):
        self.assertEqual(answer.status, 410, answer.body)
        self.assertEqual(json.loads(answer.body)["type"], "/problems/cursor-gone")
        again = re.fullmatch(r'<([^>]*)>; rel="first"', answer.headers["Link"]).group(1)
        self.assertIn(ask(proxy.port, again), firsts)

    def test_a_page_that_is_gone_leads_back_to_the_first(self):
        proxy = self.start()
        page = ask(self.older.port, f"/?q=access&{DAY}", PAGE)
        addresses = [each.replace(b"&amp;", b"&").decode() for each in re.findall(rb'href="([^"]*cursor=[^"]*)"', page.body)]
        self.assertTrue(addresses)
        gone = ask(self.newer.port, addresses[0], PAGE)
        self.assertEqual(gone.status, 410)
        links = [each.replace(b"&amp;", b"&").decode() for each in re.findall(rb'href="([^"]*)"', gone.body)]
        again = [each for each in links if each.startswith("/?") and "q=access" in each and "cursor=" not in each]
        self.assertTrue(again, links)
        first = ask(proxy.port, again[0], PAGE)
        self.assertIn(first.body, [ask(copy.port, again[0], PAGE).body for copy in self.copies])
        self.assertEqual(first.status, 200)

    def test_a_pinned_client_stays_on_one_generation(self):
        proxy = self.start(pinned=True)
        for _ in range(3):
            walk = page_after_page(proxy.port, self.SEARCH)  # a 410 fails it
            self.assertIn([page for _, page in walk], [
                [page for _, page in page_after_page(copy.port, self.SEARCH)] for copy in (self.newer, self.older)])
        # Whoever is pinned to a daemon that dies is answered by another.
        asked = {copy: copy.answered() for copy in self.copies}
        ask(proxy.port, self.SEARCH)
        mine = [copy for copy in self.copies if copy.answered() > asked[copy]]
        self.assertEqual(len(mine), 1)
        mine[0].kill()
        for _ in range(6):
            self.assertEqual(ask(proxy.port, self.SEARCH).status, 200)
        mine[0].come_back()

    # ---- manners of the proxy

    def stand_ins(self, *answers):
        out = [self.running.enter_context(StandIn(answer)) for answer in answers]
        proxy = self.before([each.port for each in out])
        return proxy, lambda path: sum(asked[:2][1] == path for each in out for asked in each.asked), out

    def test_it_asks_once_more_and_what_is_posted_not_at_all(self):
        for status in (503, 502, None):
            proxy, count, _ = self.stand_ins(*[lambda path, status=status: status] * 3)
            for method, path, times in (("GET", "/get", 2), ("HEAD", "/head", 2), ("POST", "/post", 1)):
                answer = ask(proxy.port, path, method=method)
                self.assertIn(answer.status, (502, 503), (status, method))
                self.assertEqual(count(path), times, (proxy.name, status, method))
            self.running.close()

    def test_it_finds_the_one_that_can(self):
        bad, good = (lambda path: 503), (lambda path: 200)
        proxy, count, _ = self.stand_ins(bad, good, good)
        for number in range(9):
            self.assertEqual(ask(proxy.port, f"/{number}").status, 200)
        self.running.close()
        # Copies that are busy are not shut out.
        proxy, count, _ = self.stand_ins(*[lambda path: 503 if path.startswith("/dear") else 200] * 3)
        for number in range(30):
            self.assertEqual(ask(proxy.port, f"/dear/{number}").status, 503)
            self.assertEqual(ask(proxy.port, f"/cheap/{number}").status, 200)
        self.running.close()
        # An asset that one program has and two have not.
        proxy, count, _ = self.stand_ins(lambda path: 404, lambda path: 404, good)
        for number in range(6):
            self.assertEqual(ask(proxy.port, f"/assets/{number}.css").status, 200)

    def test_it_hands_on_the_address_as_it_is_and_who_asks(self):
        proxy, _, all_of_them = self.stand_ins(*[lambda path: 200] * 3)
        path = "/akn/ng/act/2015/cybercrimes-act/eng%402015-05-15/!main~sec_6?q=a%2Fb+c&q=%D8%AF&as_of="
        ask(proxy.port, path, {"X-Forwarded-For": "192.0.2.66"})
        _, asked, forwarded, _ = next(each for one in all_of_them for each in one.asked)
        self.assertEqual(asked, path)
        self.assertEqual(forwarded.split(", "), ["192.0.2.66", "127.0.0.1"])

    def test_a_client_does_not_get_around_its_limit_by_making_up_addresses(self):
        daemon = self.running.enter_context(Copy(self.indexes.newer, "--rate", "0.5", "--behind-proxy"))
        proxy = self.before([daemon.port] * 3)
        statuses = [ask(proxy.port, self.SEARCH, {"X-Forwarded-For": f"192.0.2.{number}"}).status for number in range(30)]
        self.assertEqual(statuses[0], 200)
        self.assertIn(429, statuses)

    def test_what_a_daemon_counts_stays_inside(self):
        proxy = self.start()
        for path in ("/metrics", "/metrics/", "/metrics//", "//metrics", "/%6Detrics", "/metrics?x=1", "/%2Fmetrics", "/metrics%2F",
                     "/api/../metrics", "/./metrics"):
            answer = ask(proxy.port, path)
            self.assertNotIn(b"cyberlex_http_requests_total", answer.body, path)
            self.assertIn(answer.status, (400, 404), path)

    def test_without_any_daemon_it_says_so(self):
        proxy = self.start()
        for copy in self.copies:
            copy.kill()
        for _ in range(12):
            answer = ask(proxy.port, self.SEARCH)
            self.assertEqual(answer.status, 503, answer.body)
        self.assertTrue(answer.retry_after)
        for copy in self.copies:
            copy.come_back()
        self.wait("they are not asked again", lambda: ask(proxy.port, self.SEARCH).status == 200)


class OneCopy(Setting, unittest.TestCase):
    """An older index into which the newer generation was copied, and its daemon."""

    def setUp(self):
        super().setUp()
        self.index = self.here / "index"
        shutil.copytree(self.indexes.older, self.index)
        self.was = (self.index / "current").read_text()
        self.name = (self.indexes.newer / "current").read_text()
        self.generation = self.index / self.name.strip()
        shutil.copytree(self.indexes.newer / self.name.strip(), self.generation)
        self.copy = self.running.enter_context(Copy(self.index))
        self.served = self.copy.digest()

    def test_it_can_be_checked_before_it_is_served(self):
        move = ("rollback", "--index", self.index, "--to", self.name.strip())
        digests = self.generation / "files.sha256"
        whole = digests.read_bytes()
        digests.write_bytes(whole[:-2] + b"0\n")
        self.assertEqual(PROGRAMS.indexer(*move).returncode, 3)
        self.assertEqual(self.copy.digest(), self.served)
        digests.write_bytes(whole)
        self.assertEqual(PROGRAMS.indexer(*move).returncode, 0)
        self.wait("it was not taken up", lambda: self.copy.digest() != self.served)

    def test_it_is_not_served_before_it_is_whole(self):
        def refused(number):
            return f"cyberlex_generation_refused {number}\n".encode() in self.copy.get("/metrics")[2]

        question = f"/api/v1/search?q=%22computer+system%22&{DAY}"
        before = self.copy.get(question)[2]
        for name in ("position.glass", "docdata.glass", "postlist.glass"):
            late = self.generation / "s-1" / name
            late.rename(self.here / "late")
            (self.index / "current").write_text(self.name)  # too early
            self.wait("it was not refused", lambda: refused(1))
            self.assertEqual(self.copy.digest(), self.served, name)
            self.assertEqual(self.copy.get(question)[2], before, name)
            (self.index / "current").write_text(self.was)
            self.wait("it is still refused", lambda: refused(0))
            (self.here / "late").rename(late)
            self.copy.__exit__()
            self.copy.__enter__()


class BehindNginx(Fleet, unittest.TestCase):
    proxy = Nginx


class BehindHaProxy(Fleet, unittest.TestCase):
    proxy = HaProxy


if __name__ == "__main__":
    missing = [each for each in ("nginx", "haproxy", "rsync") if program(each) is None]
    if missing:
        print(f"skipped: without {', '.join(missing)}")
        sys.exit(77)
    print(f"seed {SEED}")
    unittest.main(argv=sys.argv[:1] + sys.argv[2:], verbosity=2, warnings="ignore")
