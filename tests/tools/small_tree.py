"""A small project made for one test, and what a tool of tools/ says of it."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"


class SmallTreeTest(unittest.TestCase):
    tool = ""
    sound = {}  # path -> text: a tree without a finding

    def run_tool(self, changes):
        """Exit code and output of the tool on the sound tree with `changes` (path -> text, None: left out)."""
        with tempfile.TemporaryDirectory() as folder:
            for path, text in {**self.sound, **changes}.items():
                if text is not None:
                    file = Path(folder, path)
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, TOOLS / self.tool, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def accepts(self, changes):
        code, output = self.run_tool(changes)
        self.assertEqual(code, 0, output)

    def refuses(self, changes, *messages):
        code, output = self.run_tool(changes)
        self.assertEqual(code, 1, output)
        findings = output.splitlines()[:-1]
        self.assertEqual(len(findings), len(messages), output)
        for message in messages:
            self.assertIn(message, output)
