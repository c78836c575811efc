"""hostile_clients_test.py BIN_DIR: clients that mean no good, and an honest one among them.

Each part makes trouble, and asks meanwhile or afterwards as an honest client does: an answer, or a 503 that says when to
come back and keeps its word. At the end the daemon holds no more memory and connections than a bound.
"""
import contextlib
import http.client
import pathlib
import re
import socket
import sys
import tempfile
import time
import unittest
import urllib.parse

from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv[1])
QUESTION = "/api/v1/search?q=access&as_of=2020-01-01&limit=5"
PATIENCE = 90  # seconds after which an honest client counts as shut out
MORE_MEMORY = 200e6  # bytes; caches of answers, postings and provisions fill up meanwhile


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.open = contextlib.ExitStack()
        folder = cls.open.enter_context(tempfile.TemporaryDirectory())
        index = pathlib.Path(folder) / "index"
        built = PROGRAMS.build(index, ROOT / "corpus")
        assert built.returncode == 0, built.stderr
        cls.daemon = cls.open.enter_context(Daemon(PROGRAMS, index, "--threads", "8"))
        cls.body = cls.daemon.get(QUESTION)[2]
        for form in ("csv", "jsonl"):
            cls.daemon.get(f"/api/v1/export?format={form}")
        cls.memory = cls.metric("process_resident_memory_bytes")

    @classmethod
    def tearDownClass(cls):
        cls.open.close()

    @classmethod
    def metric(cls, name):
        status, _, body = cls.daemon.get("/metrics")
        assert status == 200
        return float(re.search(rf"(?m)^{name} (\S+)$", body.decode()).group(1))

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.daemon.port), timeout=60)
        self.addCleanup(connection.close)
        return connection

    def ask_honestly(self, path=QUESTION):
        """The answer, after as many honest refusals as there are."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            client = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=60)
            try:
                client.request("GET", path)
                answer = client.getresponse()
                body = answer.read()
            except (ConnectionError, http.client.HTTPException):
                continue  # turned away before it could write
            finally:
                client.close()
            if answer.status == 200:
                return body
            self.assertEqual(answer.status, 503, body)
            self.assertTrue(answer.headers["Retry-After"])
            time.sleep(0.1)
        self.fail("an honest client is shut out")

    def raw(self, request):
        """All that comes back of one request, to the end of the connection."""
        connection = self.connect()
        with contextlib.suppress(ConnectionError):
            connection.sendall(request)
        out = b""
        with contextlib.suppress(ConnectionError):
            while piece := connection.recv(65536):
                out += piece
        connection.close()
        return out

    # ---- connections

    def test_heads_that_come_drop_by_drop(self):
        drips = []
        for _ in range(200):
            with contextlib.suppress(OSError):
                drip = self.connect()
                drip.sendall(b"GET / HTTP/1.1\r\nHost: h\r\nX: ")
                drips.append(drip)
        for _ in range(3):
            for drip in drips:
                with contextlib.suppress(OSError):
                    drip.send(b"x")
            self.assertEqual(self.ask_honestly(), self.body)
        for drip in drips:
            drip.close()

    def test_a_thousand_connections_that_say_nothing(self):
        idle = []
        for _ in range(1000):
            with contextlib.suppress(OSError):
                idle.append(self.connect())
        self.assertGreater(len(idle), 500)
        self.assertEqual(self.ask_honestly(), self.body)
        for each in idle:
            each.close()

    def test_downloads_that_are_broken_off(self):
        for form in ("csv", "jsonl", "xlsx", "datapackage") * 6:
            connection = self.connect()
            connection.sendall(f"GET /api/v1/export?format={form} HTTP/1.1\r\nHost: h\r\n\r\n".encode())
            connection.recv(300)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # a reset, not an end
            connection.close()
        self.assertEqual(self.ask_honestly(), self.body)

    def test_a_side_that_is_closed_early_is_answered(self):
        connection = self.connect()
        connection.sendall(f"GET {QUESTION} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".encode())
        connection.shutdown(socket.SHUT_WR)
        out = b""
        while piece := connection.recv(65536):
            out += piece
        self.assertTrue(out.startswith(b"HTTP/1.1 200"))
        self.assertTrue(out.endswith(self.body))

    def test_many_requests_in_one_piece(self):
        asked = 200
        last = b"GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
        out = self.raw(b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n" * (asked - 1) + last)
        self.assertEqual(out.count(b"HTTP/1.1 200 OK"), asked)

    def test_heads_and_bodies_without_measure(self):
        for request, status in (
                (b"GET / HTTP/1.1\r\nHost: h\r\nX: " + b"x" * 1_000_000, b"431"),
                (b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\nHost: h\r\n\r\n", b"414"),
                (b"POST /api/v1/similar HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 100000, b"413"),
                (b"POST /api/v1/similar HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", b"411")):
            out = self.raw(request)
            # A client that still writes may meet the end of the connection before it reads.
            self.assertIn(out[9:12], (status, b""), out[:200])
        self.assertEqual(self.ask_honestly(), self.body)

    # ---- addresses and headers

    def test_no_path_leads_to_a_file(self):
        for path in ("/assets/../../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd",
                     "/assets//etc/passwd", "/akn/../../../etc/passwd", "/api/v1/provisions/../../../etc/passwd",
                     "/api/v1/provisions/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/%00/etc/passwd", "/file:///etc/passwd"):
            out = self.raw(f"GET {path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".encode())
            self.assertIn(out[9:12], (b"400", b"404"), path)
            self.assertNotIn(b"root:", out, path)

    def test_no_parameter_becomes_a_header(self):
        ends = ("\r\nX-Injected: 1", "\nX-Injected: 1", "\r\n\r\n<b>", "\u2028X-Injected: 1", "\u560a\u560dX-Injected: 1")
        paths = ("/api/v1/search?limit=1&q=access&as_of=", "/api/v1/search?limit=1&q=", "/api/v1/export?format=csv&q=",
                 "/akn/ng/act/2015/cybercrimes-act/", "/api/v1/provisions/ng/cybercrimes-act-2015/", "/?ui=", "/?q=", "/compare?item=",
                 "/api/v1/acts?limit=1&jurisdiction=ng", "/feed.atom?q=", "/dual-criminality?requesting=")
        for path in paths:
            for end in ends:
                target = path + urllib.parse.quote("access" + end)
                out = self.raw(f"GET {target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".encode())
                head = out.partition(b"\r\n\r\n")[0].decode("latin-1")
                names = [line.partition(":")[0].lower() for line in re.split(r"[\r\n]+", head)[1:]]
                self.assertNotIn("x-injected", names, target)
                self.assertTrue(all(re.fullmatch(r"[a-z-]+", name) for name in names), (target, names))

    def test_no_header_reaches_what_others_are_told(self):
        evil = "".join(f"{name}: evil.example\r\n" for name in (
            "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL", "X-Rewrite-URL", "Forwarded", "X-HTTP-Method-Override"))
        for path in (QUESTION, "/", "/opensearch.xml", "/feed.atom?q=access&as_of=2020-01-01", "/api/v1/provisions/ng/cybercrimes-act-2015/sec_6"):
            ask = "GET {} HTTP/1.1\r\nHost: {}\r\n{}Connection: close\r\n\r\n"
            first = self.raw(ask.format(path, "evil.example", evil).encode())
            second = self.raw(ask.format(path, "h", "").encode())
            self.assertNotIn(b"evil.example", first, path)
            self.assertEqual(first.partition(b"\r\n\r\n")[2], second.partition(b"\r\n\r\n")[2], path)

    def test_another_spelling_is_not_answered_with_another_answer(self):
        first, second = "jurisdiction=ng", "jurisdiction=ir"
        both = {self.daemon.get(f"/api/v1/search?{query}&facets=none&as_of=2020-01-01")[2].partition(b'"total":')[2][:5]
                for query in (f"{first}&{second}", f"{second}&{first}", "jurisdiction=ng,ir", "jurisdiction=ir,ng", f"{first}&{first}&{second}")}
        alone = self.daemon.get(f"/api/v1/search?{first}&facets=none&as_of=2020-01-01")[2].partition(b'"total":')[2][:5]
        self.assertEqual(len(both), 1)
        self.assertNotIn(alone, both)
        self.assertEqual(self.daemon.get("/api/v1/search?Jurisdiction=ng")[0], 400)
        self.assertEqual(self.daemon.get("/API/v1/search")[0], 404)

    # ---- last, as tests run in the order of their names

    def test_zz_nothing_is_left_behind(self):
        until = time.monotonic() + PATIENCE
        while self.metric("cyberlex_connections_open") > 20:
            self.assertLess(time.monotonic(), until, "connections are left open")
            time.sleep(0.2)
        self.assertLess(self.metric("process_resident_memory_bytes"), self.memory + MORE_MEMORY)
        self.assertLess(self.metric("process_open_fds"), 100)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
