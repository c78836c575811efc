"""nginx and HAProxy as tools/fleet sets them up, on free ports, and stand-ins for the daemons behind them."""
import http.server
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import threading
import time

from programs import ROOT

PLACES = ("192.0.2.11:8080", "192.0.2.12:8080", "192.0.2.13:8080")  # of the shipped files


def program(name):
    """Where a program of the system is, or None; /usr/sbin is not on everybody's path."""
    return shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def replaced(text, changes):
    for old, new in changes.items():
        assert old in text, f"{old!r} is not in the shipped file"
        text = text.replace(old, new)
    return text


class Proxy:
    """One of the two before three ports, for a with statement. `pinned`: with the lines that pin clients."""

    def __init__(self, folder, ports, pinned=False):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.ports, self.pinned = ports, pinned
        self.log = self.folder / "log"

    def shipped(self, name, changes):
        text = (ROOT / "tools/fleet" / name).read_text()
        places = {place: f"127.0.0.1:{port}" for place, port in zip(PLACES, self.ports)}
        pins = {f"#{line}": line for line in self.pins} if self.pinned else {}
        return replaced(text, {**places, **pins, **changes})

    def __enter__(self):
        self.port = free_port()
        with self.log.open("w") as log:
            self.process = subprocess.Popen(self.command(), stdout=log, stderr=log)
        until = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return self
            except OSError:
                assert self.process.poll() is None and time.monotonic() < until, self.log.read_text()
                time.sleep(0.05)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Nginx(Proxy):
    name = "nginx"
    pins = ("hash $remote_addr consistent;",)

    def command(self):
        (self.folder / "cyberlex.conf").write_text(self.shipped("nginx.conf", {
            "listen 80;": f"listen 127.0.0.1:{self.port};", "listen [::]:80;": "", "/var/log/nginx/cyberlex.log": str(self.log)}))
        temporary = "".join(f"{each}_temp_path {self.folder}/{each}; " for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(
            f"daemon off; worker_processes 2; pid {self.folder}/pid; error_log {self.log} crit;\n"
            + ("user root;\n" if os.geteuid() == 0 else "")
            + f"events {{}}\nhttp {{ {temporary} include {self.folder}/cyberlex.conf; }}\n")
        return [program("nginx"), "-p", str(self.folder), "-e", str(self.log), "-c", str(self.folder / "nginx.conf")]


class HaProxy(Proxy):
    name = "haproxy"
    pins = ("balance source", "hash-type consistent")

    def command(self):
        configuration = self.folder / "haproxy.cfg"
        configuration.write_text(self.shipped("haproxy.cfg", {
            "bind :80\n": f"bind 127.0.0.1:{self.port}\n", "    bind [::]:80 v6only\n": "", "log /dev/log": "log stderr",
            "    chroot /var/lib/haproxy\n": "", "    user haproxy\n": "", "    group haproxy\n": "",
            "    stats socket /run/haproxy/admin.sock mode 660 level admin\n": ""}))
        return [program("haproxy"), "-db", "-f", str(configuration)]


class StandIn:
    """Stands where a daemon would, says what it is told to, and keeps what it was asked; for a with statement."""

    def __init__(self, answer):
        self.asked = asked = []  # (method, path, X-Forwarded-For)

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if self.path == "/readyz":
                    return self.say(200, b"ready")
                asked.append((self.command, self.path, ", ".join(self.headers.get_all("X-Forwarded-For") or []), body))
                status = answer(self.path)
                if status is None:  # ends the connection and says nothing
                    self.close_connection = True
                    return None
                return self.say(status, b"stand-in")

            do_GET = do_HEAD = do_POST = any

            def say(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.handle_error = lambda *_: None  # a check that does not read to the end
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
