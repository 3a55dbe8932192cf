"""tools/report and tools/test on machines that lack things: what they say, what they install, how they stop."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
SHELL = ["bash", "env", "dirname", "readlink", "sed", "tail", "mkdir", "cat", "nproc", "cut", "paste", "grep"]  # of a machine with only a shell


class Machine:
    """A folder of programs in place of the real ones, and a copy of tools/ in a project of its own."""

    def __init__(self, folder, **programs):
        self.folder = Path(folder)
        self.path = self.folder / "bin"
        self.path.mkdir()
        for name in SHELL:
            (self.path / name).symlink_to(shutil.which(name))
        for name, script in {"id": "echo 0", **programs}.items():
            file = self.path / name.replace("_", "-")
            file.write_text(f"#!{shutil.which('bash')}\n{script}\n", encoding="utf-8")
            file.chmod(0o755)
        shutil.copytree(TOOLS, self.folder / "project/tools")

    def run(self, command):
        done = subprocess.run([self.folder / "project/tools" / command], env={"PATH": str(self.path)}, cwd="/", text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout

    def log(self):
        file = self.folder / "log"
        return file.read_text(encoding="utf-8") if file.exists() else ""


class Commands(unittest.TestCase):
    def machine(self, **programs):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Machine(folder.name, **{name: script.replace("LOG", folder.name + "/log") for name, script in programs.items()})

    def test_without_apt_there_is_one_clear_list(self):
        for command, absent in (("report", "libgtest-dev"), ("test", None)):
            code, output = self.machine().run(command)
            self.assertEqual(code, 1, output)
            self.assertIn("there is no apt-get here", output)
            self.assertIn("  g++ (the C++20 compiler)\n", output)
            if absent:
                self.assertNotIn(absent, output)
            else:
                self.assertIn("  libgtest-dev (the tests)\n", output)

    def test_without_root_and_sudo_there_is_the_same_list(self):
        code, output = self.machine(id="echo 1000", apt_get="echo called >>LOG").run("report")
        self.assertEqual(code, 1, output)
        self.assertIn("installing needs root or sudo", output)
        self.assertIn("  cmake (configures the build)\n", output)

    def test_installs_what_is_missing_and_says_it(self):
        machine = self.machine(apt_get='echo "$DEBIAN_FRONTEND: $*" >>LOG', cmake="echo configured >>LOG; exit 3")
        code, output = machine.run("report")
        self.assertEqual(code, 1, output)  # the made machine's cmake fails
        self.assertIn("==> Installing", output)
        self.assertIn("ninja-build (runs the build)", output)
        update, install, configured = machine.log().splitlines()
        self.assertIn("update", update)
        self.assertRegex(install, r"^noninteractive: install -y .*\bninja-build\b")
        self.assertNotRegex(install, r"\bcmake\b")  # it is there
        self.assertEqual(configured, "configured")
        self.assertIn("error: failed: cmake --preset report", output)

    def test_uses_sudo_where_not_root(self):
        machine = self.machine(id="echo 1000", apt_cache="exit 1", sudo='echo "sudo $*" >>LOG; "$@"', apt_get="exit 0", cmake="exit 3")
        self.assertIn("with apt-get (sudo)", machine.run("test")[1])
        self.assertEqual([line.split()[:2] for line in machine.log().splitlines()], [["sudo", "apt-get"], ["sudo", "env"]])

    def test_what_is_merely_wanted_never_stops(self):
        machine = self.machine(apt_get='echo "$*" >>LOG; [[ "$*" != *chromium* ]]', apt_cache="exit 0", cmake="exit 3")
        code, output = machine.run("test")
        self.assertEqual(code, 1, output)  # the made machine's cmake fails
        self.assertIn("chromium (opens the report page)", output)
        self.assertIn("That did not work", output)
        self.assertIn("==> Configuring", output)
        self.assertNotIn("chromium", machine.log().splitlines()[1])

    def test_a_failed_installation_stops(self):
        machine = self.machine(apt_get="echo no network; exit 100", cmake="echo configured >>LOG")
        code, output = machine.run("report")
        self.assertEqual(code, 1, output)
        self.assertIn("no network", output)
        self.assertIn("error: apt-get could not install", output)
        self.assertEqual(machine.log(), "")


if __name__ == "__main__":
    unittest.main()
