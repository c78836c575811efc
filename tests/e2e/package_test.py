"""package_test.py BUILD_DIR [CLASS…]: what is shipped: the package, the service, the bill of materials, the release.

Deb, Service, Sbom, Release are quick. Installed and Booted need root, mmdebstrap and Debian's mirror: they install the
package in a clean system, one to use, break, mend and purge it, one to see the service run under systemd as its unit says.
Ends with 77 when all was skipped.
"""
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import unittest
import urllib.request

from programs import ROOT

BUILD = pathlib.Path(sys.argv[1]).resolve()
HERE = ROOT / "tools/package"
UNIT = HERE / "cyberlex-searchd.service"
MOST_EXPOSED = "15"  # tenths of what `systemd-analyze security` counts: 1.5


def run(*command, **options):
    return subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, **options)


def needs(*programs):
    missing = [each for each in programs if shutil.which(each) is None]
    if missing:
        raise unittest.SkipTest(f"{', '.join(missing)} is not installed")


def make_package(folder, compression):
    needs("cpack", "dpkg-deb", "dpkg-shlibdeps")
    done = run("cpack", "--config", BUILD / "CPackConfig.cmake", "-G", "DEB", "-B", folder,
               "-D", f"CPACK_DEBIAN_COMPRESSION_TYPE={compression}")
    assert done.returncode == 0, done.stdout + done.stderr
    return next(pathlib.Path(folder).glob("*.deb"))


class Daemon:
    """A daemon that a command starts, on a free port."""

    def __init__(self, *command):
        self.command = [str(each) for each in command]

    def __enter__(self):
        self.process = subprocess.Popen([*self.command, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on http://127.0.0.1:"), self.process.communicate()
        self.url = line.split()[-1]
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=60)

    def json(self, path):
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.loads(answer.read())


class WithFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cyberlex-package-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def assert_answers(self, daemon):
        self.assertGreater(daemon.json("/readyz")["documents"], 0)
        found = daemon.json("/api/v1/search?q=cyberstalking&jurisdiction=ng&facets=none")
        self.assertGreater(found["total"], 0)


class Deb(WithFolder):
    def test_the_package_holds_what_it_promises_and_is_used_from_a_fresh_folder(self):
        package = make_package(self.folder, "gzip")
        facts = dict(line.split(": ", 1) for line in run("dpkg-deb", "-f", package).stdout.splitlines() if ": " in line)
        self.assertEqual(facts["Package"], "cyberlex")
        for library in ("libxapian30", "libicu72", "libc6", "adduser"):
            self.assertIn(library, facts["Depends"])
        self.assertNotIn("-dev", facts["Depends"])
        root = self.folder / "root"
        self.assertEqual(run("dpkg-deb", "-R", package, root).returncode, 0)
        self.check_files(root)
        self.check_use(root)

    def check_files(self, root):
        doc = "usr/share/doc/cyberlex/"
        for name in ("usr/bin/cyberlex", "usr/bin/cyberlex-indexer", "usr/bin/cyberlex-searchd", "etc/cyberlex/searchd.conf",
                     "usr/share/man/man1/cyberlex.1.gz", "usr/share/man/man1/cyberlex-indexer.1.gz",
                     "usr/share/man/man8/cyberlex-searchd.8.gz", "usr/share/bash-completion/completions/cyberlex",
                     "lib/systemd/system/cyberlex-searchd.service", "lib/systemd/system/cyberlex-verify.timer",
                     "usr/lib/cyberlex/update-index", doc + "README.md", doc + "copyright", doc + "LICENSE",
                     doc + "LICENSE-DATA", doc + "changelog.gz", doc + "changelog.Debian.gz", doc + "docs/operations.md", doc + "sbom.cdx.json",
                     doc + "compiled-in/rapidjson-dev"):
            self.assertTrue((root / name).is_file(), name)
        for folder in ("corpus", "mappings"):
            held = {p.relative_to(ROOT / folder) for p in (ROOT / folder).rglob("*") if p.is_file()}
            shipped = root / "usr/share/cyberlex" / folder
            self.assertEqual({p.relative_to(shipped) for p in shipped.rglob("*") if p.is_file()}, held)
        listed = (root / "DEBIAN/conffiles").read_text().split()
        self.assertEqual(listed, sorted("/" + str(p.relative_to(root)) for p in (root / "etc").rglob("*") if p.is_file()))
        for program in (root / "usr/bin").iterdir():
            self.assertNotIn(str(ROOT).encode(), program.read_bytes(), f"{program.name} knows where it was built")
        for script in [root / "usr/lib/cyberlex/update-index", *(root / "DEBIAN").glob("p*")]:
            self.assertEqual(run("sh", "-n", script).returncode, 0, script.name)

    def check_use(self, root):
        index, share = self.folder / "index", root / "usr/share/cyberlex"
        built = run(root / "usr/bin/cyberlex-indexer", "build", "--corpus", share / "corpus", "--mappings",
                    share / "mappings", "--index", index, "--progress", "none")
        self.assertEqual(built.returncode, 0, built.stderr)
        searchd = [root / "usr/bin/cyberlex-searchd", "--config", root / "etc/cyberlex/searchd.conf"]
        checked = run(*searchd, "--check-config")
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertRegex(checked.stdout, r'(?m)^index="?/var/lib/cyberlex/index"?$')
        with Daemon(*searchd, "--index", index) as daemon:
            self.assert_answers(daemon)
        self.assertEqual(daemon.process.returncode, 0)


class Service(unittest.TestCase):
    def test_systemd_rates_the_units_as_hardly_exposed(self):
        needs("systemd-analyze")
        for unit in (UNIT, HERE / "cyberlex-verify.service"):
            rated = run("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", "--no-pager", unit)
            if "--offline" in rated.stderr or "unrecognized" in rated.stderr:
                self.skipTest("systemd-analyze is too old")
            self.assertEqual(rated.returncode, 0, rated.stdout[-400:] + rated.stderr)
            print(f"{unit.name}: {rated.stdout.strip().splitlines()[-1]}")

    def test_the_unit_gives_the_daemon_no_place_of_its_own_to_write(self):
        lines = UNIT.read_text(encoding="utf-8").splitlines()
        self.assertIn("ProtectSystem=strict", lines)
        for word in ("ReadWritePaths", "StateDirectory", "CacheDirectory", "LogsDirectory", "RuntimeDirectory", "BindPaths"):
            self.assertFalse([line for line in lines if line.startswith(word + "=")], word)


class Sbom(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        needs("dpkg-query", "ninja", "readelf", "ldd")
        made = [run(sys.executable, ROOT / "tools/sbom", BUILD) for _ in range(2)]
        assert made[0].returncode == 0, made[0].stderr
        cls.same = made[0].stdout == made[1].stdout
        cls.bill = json.loads(made[0].stdout)

    def test_it_has_the_members_that_cyclonedx_requires_and_no_loose_reference(self):
        bill = self.bill
        self.assertEqual((bill["bomFormat"], bill["specVersion"], bill["version"]), ("CycloneDX", "1.5", 1))
        self.assertRegex(bill["serialNumber"], r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        refs = {bill["metadata"]["component"]["bom-ref"], *(each["bom-ref"] for each in bill["components"])}
        self.assertEqual(len(refs), 1 + len(bill["components"]))
        for each in bill["components"]:
            self.assertEqual(each["type"], "library")
            self.assertTrue(each["name"] and each["version"] and each["licenses"], each)
            self.assertRegex(each["purl"], r"^pkg:deb/[a-z]+/[^@]+@[^?]+\?arch=\w+&distro=[a-z]+-\w+$")
        for edge in bill["dependencies"]:
            self.assertLessEqual({edge["ref"], *edge["dependsOn"]}, refs)
        self.assertTrue(self.same, "two runs differ")

    def test_every_library_that_a_program_needs_is_in_it(self):
        files = {p["value"] for each in self.bill["components"] for p in each["properties"] if p["name"] == "cyberlex:file"}
        for program in ("cyberlex", "cyberlex-indexer", "cyberlex-searchd"):
            needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-d", BUILD / "bin" / program).stdout))
            self.assertTrue(needed)
            self.assertEqual({each for each in needed if not each.startswith("ld-linux")} - files, set(), program)

    def test_a_vendor_that_the_layers_name_is_in_it(self):
        names = {each["name"] for each in self.bill["components"]}
        for part in ("rapidjson-dev", "libcli11-dev", "libkainjow-mustache-dev", "libdtl-dev", "libxapian30", "libpugixml1v5"):
            self.assertIn(part, names)


class Release(WithFolder):
    def test_two_releases_of_a_commit_are_the_same_bytes_and_hold_the_tree(self):
        needs("git")
        if run("git", "-C", ROOT, "rev-parse", "HEAD").returncode != 0:
            self.skipTest("not a checkout")
        version = re.search(r"project\(cyberlex VERSION ([0-9.]+)",
                            run("git", "-C", ROOT, "show", "HEAD:CMakeLists.txt").stdout).group(1)
        archives = []
        for number, umask in (("1", 0o022), ("2", 0o077)):
            out = self.folder / number
            out.mkdir()
            made = run(ROOT / "tools/release", version, "--out", out, umask=umask, env={**os.environ, "TZ": f"UTC-{number}"})
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertEqual(run("sha256sum", "-c", "SHA256SUMS", cwd=out).returncode, 0)
            archives.append(out / f"cyberlex-{version}.tar.gz")
        self.assertEqual(archives[0].read_bytes(), archives[1].read_bytes())
        with tarfile.open(archives[0]) as archive:
            held = {member.name for member in archive if member.isfile()}
        listed = run("git", "-C", ROOT, "ls-tree", "-r", "-z", "--name-only", "HEAD").stdout.split("\0")
        self.assertEqual(held, {f"cyberlex-{version}/{name}" for name in listed if name})

    def test_a_version_that_is_not_the_tree_s_is_refused(self):
        needs("git")
        if run("git", "-C", ROOT, "rev-parse", "HEAD").returncode != 0:
            self.skipTest("not a checkout")
        self.assertEqual(run(ROOT / "tools/release", "99.0.0", "--out", self.folder).returncode, 1)
        self.assertEqual(list(self.folder.iterdir()), [])


class CleanSystem(WithFolder):
    """A system that has seen nothing of ours."""

    INCLUDE = ()

    def setUp(self):
        super().setUp()
        needs("mmdebstrap", "unshare", "chroot")
        if os.geteuid() != 0:
            self.skipTest("needs root")
        self.root = self.folder / "system"
        suite = re.search(r"^VERSION_CODENAME=(\w+)", pathlib.Path("/etc/os-release").read_text(), re.M).group(1)
        made = run("mmdebstrap", "--mode=root", "--variant=apt", *self.INCLUDE, suite, self.root)
        if made.returncode != 0:
            self.skipTest("no clean system could be made: " + made.stderr.strip().splitlines()[-1])
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        # Documentation is part of what is tested.
        for name in (self.root / "etc/dpkg/dpkg.cfg.d").glob("*"):
            name.unlink()

    def inside(self, *command):
        return run(*self.within(command), env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive",
                                               "LC_ALL": "C.UTF-8"})

    def within(self, command):
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={self.root}/proc", "chroot", self.root,
                *command]

    def sh(self, line):
        done = self.inside("sh", "-c", line)
        self.assertEqual(done.returncode, 0, f"{line}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def install(self, package):
        shutil.copy(package, self.root / "tmp/cyberlex.deb")
        self.sh("apt-get update -qq && apt-get install -y -qq --no-install-recommends /tmp/cyberlex.deb")


class Installed(CleanSystem):
    """One story, in order."""

    def pointer(self):
        return (self.root / "var/lib/cyberlex/index/current").read_text()

    def test_install_use_break_mend_remove_purge(self):
        first, second = (make_package(self.folder / name, "xz") for name in ("a", "b"))
        self.assertEqual(first.read_bytes(), second.read_bytes(), "packaged twice, the package is not the same")
        self.install(first)
        self.check_installed()
        self.check_service_user()
        self.check_upgrade_keeps_what_was_changed()
        self.check_a_build_that_fails()
        self.check_removal()

    def check_installed(self):
        self.assertEqual(self.sh("dpkg-query -W -f '${db:Status-Abbrev}' cyberlex").strip(), "ii")
        self.assertEqual(self.sh("dpkg --verify cyberlex"), "")
        self.assertEqual(self.sh("stat -c %U:%G:%a /var/lib/cyberlex /var/lib/cyberlex/index/current").split(),
                         ["cyberlex:cyberlex:755", "cyberlex:cyberlex:644"])
        self.sh("bash -n /usr/share/bash-completion/completions/cyberlex")
        self.assertIn("digest", self.sh("runuser -u cyberlex -- cyberlex-indexer verify --index /var/lib/cyberlex/index"))
        self.assertIn("sec_24", self.sh("runuser -u nobody -- cyberlex search cyberstalking --jurisdiction ng --index /var/lib/cyberlex/index"))

    def check_service_user(self):
        """Another user than the one who owns the index, as the unit has it; --listen wins over the file."""
        config = ["/usr/bin/cyberlex-searchd", "--config", "/etc/cyberlex/searchd.conf"]
        with Daemon(*self.within(["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs", *config])
                    ) as daemon:
            self.assert_answers(daemon)
            inside = run("pgrep", "-P", daemon.process.pid).stdout.split()
            os.kill(int(inside[0]), signal.SIGTERM)
            daemon.process.wait(timeout=60)
        self.assertEqual(daemon.process.returncode, 0)

    def check_upgrade_keeps_what_was_changed(self):
        before = self.pointer()
        conf = self.root / "etc/cyberlex/searchd.conf"
        conf.write_text(conf.read_text() + "cache-mb = 32\n")
        self.sh("dpkg -i /tmp/cyberlex.deb")
        self.assertIn("cache-mb = 32", conf.read_text())
        self.assertEqual(self.pointer(), before)

    def check_a_build_that_fails(self):
        before = self.pointer()
        corpora = self.root / "etc/cyberlex/corpora"
        good = corpora.read_text()
        corpora.write_text(good + "/srv/nothing\n")
        done = self.inside("dpkg", "-i", "/tmp/cyberlex.deb")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("could not be built", done.stderr)
        self.assertIn("/srv/nothing", done.stderr)
        self.assertEqual(self.sh("dpkg-query -W -f '${db:Status-Abbrev}' cyberlex").strip(), "ii")
        self.assertEqual(self.pointer(), before)
        corpora.write_text(good)
        self.sh("/usr/lib/cyberlex/update-index")

    def check_removal(self):
        self.sh("apt-get remove -y -qq cyberlex")
        self.assertTrue(self.pointer())
        self.assertTrue((self.root / "etc/cyberlex/searchd.conf").exists())
        self.sh("apt-get purge -y -qq cyberlex")
        (self.root / "tmp/cyberlex.deb").unlink()
        left = [str(p.relative_to(self.root)) for p in self.root.rglob("*cyberlex*")
                if not str(p.relative_to(self.root)).startswith(("proc/", "var/log/"))]
        self.assertEqual(left, [])
        self.assertNotIn("cyberlex", (self.root / "etc/passwd").read_text() + (self.root / "etc/group").read_text())


class Booted(CleanSystem):
    """The service under a systemd that is the first process of namespaces of its own."""

    INCLUDE = ("--include=systemd,dbus",)
    FOLDERS = ("/ /tmp /var/tmp /run /run/lock /dev /dev/shm /dev/mqueue /etc /home /root /usr/lib /usr/bin /sys /proc "
               "/var/lib /var/lib/cyberlex /var/lib/cyberlex/index")

    def boot(self):
        tree = re.search(r"^\S+ (\S+) cgroup2 ", pathlib.Path("/proc/mounts").read_text(), re.M)
        if tree is None:
            self.skipTest("no cgroup2 is mounted")
        group = pathlib.Path(tree.group(1)) / self.folder.name
        group.mkdir()
        self.addCleanup(self.remove_group, group)
        line = f"echo $$ >{group}/cgroup.procs && exec unshare --mount --uts --ipc --net --cgroup --pid --fork --kill-child " \
               f"{ROOT}/tests/e2e/boot_system {self.root}"
        self.system = subprocess.Popen(["sh", "-c", line], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.system.wait)
        self.addCleanup(self.system.kill)
        self.until("the service is active", lambda: self.control("is-active", "cyberlex-searchd").stdout == "active\n")

    @staticmethod
    def remove_group(group):
        for _ in range(50):
            for inner in sorted(group.rglob("*/"), reverse=True):
                if inner.is_dir():
                    with contextlib.suppress(OSError):
                        inner.rmdir()
            with contextlib.suppress(OSError):
                group.rmdir()
                return
            time.sleep(0.1)

    def until(self, what, holds):
        for _ in range(300):
            if holds():
                return
            time.sleep(0.2)
        self.fail(f"{what}: not within a minute\n{self.control('status', 'cyberlex-searchd').stdout}")

    def first(self):
        """The number of its first process, as we see it."""
        return (run("pgrep", "-P", self.system.pid).stdout.split() or [str(self.system.pid)])[0]

    def enter(self, *command):
        return run("nsenter", "-t", self.first(), "-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w", *command)

    def control(self, *words):
        return self.enter("systemctl", "--no-pager", *words)

    def shown(self, what):
        return self.control("show", "--value", "-p", what, "cyberlex-searchd").stdout.strip()

    def daemon(self):
        return run("pgrep", "--ns", self.first(), "--nslist", "pid", "-f", "^/usr/bin/cyberlex-searchd").stdout.split()[0]

    def ask(self, path):
        code = "import sys, urllib.request; sys.stdout.write(urllib.request.urlopen(sys.argv[1]).read().hex())"
        asked = run("nsenter", "-t", self.first(), "-n", sys.executable, "-c", code, "http://127.0.0.1:8080" + path)
        self.assertEqual(asked.returncode, 0, f"{path}\n{asked.stderr}")
        return bytes.fromhex(asked.stdout)

    def test_the_service_answers_confined_and_ends_as_documented(self):
        needs("nsenter", "pgrep", "pivot_root")
        self.install(make_package(self.folder / "package", "gzip"))
        self.boot()
        for path in ("/readyz", "/", "/api/v1/search?q=hacking&facets=all", "/api/v1/compare?article=unc/7", "/metrics",
                     *(f"/api/v1/export?q=hacking&format={form}" for form in ("csv", "xlsx", "datapackage"))):
            self.assertGreater(len(self.ask(path)), 10, path)
        self.check_confinement()
        self.check_generation_and_verify()
        self.check_ends()
        self.assertEqual(self.enter("apt-get", "purge", "-y", "-qq", "cyberlex").returncode, 0)
        self.assertNotEqual(self.control("is-active", "cyberlex-searchd").stdout, "active\n")

    def check_confinement(self):
        status = dict(re.findall(r"^(\w+):\s*(\S+)", pathlib.Path(f"/proc/{self.daemon()}/status").read_text(), re.M))
        self.assertEqual((status["NoNewPrivs"], status["Seccomp"], int(status["CapBnd"], 16)), ("1", "2", 0))
        user = status["Uid"]
        self.assertNotIn(user, ("0", self.enter("id", "-u", "cyberlex").stdout.strip()))
        line = f"for d in {self.FOLDERS}; do touch $d/x 2>/dev/null && echo $d; done; cp /bin/true /tmp/t; /tmp/t; echo $?"
        done = run("nsenter", "-t", self.daemon(), "-m", "-S", user, "-G", user, "sh", "-c", line)
        self.assertEqual(done.stdout.split(), ["/tmp", "126"], done.stderr)

    def check_generation_and_verify(self):
        pointer = self.root / "var/lib/cyberlex/index/current"
        before = pointer.read_text()
        self.assertEqual(self.enter("/usr/lib/cyberlex/update-index", "--full").returncode, 0)
        self.assertNotEqual(pointer.read_text(), before)
        self.assertEqual(self.control("start", "cyberlex-verify").returncode, 0)
        self.until("it is taken up", lambda: json.loads(self.ask("/readyz"))["generation"] == pointer.read_text().strip())

    def check_ends(self):
        self.assertEqual(self.control("kill", "-s", "KILL", "--kill-who=main", "cyberlex-searchd").returncode, 0)
        self.until("it is started again", lambda: self.shown("NRestarts") == "1" and self.shown("SubState") == "running")
        self.control("stop", "cyberlex-searchd")
        self.assertEqual((self.shown("Result"), self.shown("ExecMainStatus")), ("success", "0"))
        pointer = self.root / "var/lib/cyberlex/index/current"
        pointer.write_text("g-nothing\n")
        self.control("start", "cyberlex-searchd")
        self.until("it has failed", lambda: self.shown("ActiveState") == "failed")
        self.assertEqual(self.shown("ExecMainStatus"), "3")


if __name__ == "__main__":
    ended = unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2, exit=False).result
    if ended.testsRun == len(ended.skipped) or (not ended.testsRun and ended.skipped):
        sys.exit(77 if ended.wasSuccessful() else 1)
    sys.exit(0 if ended.wasSuccessful() else 1)
