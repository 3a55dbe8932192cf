"""tools/check_docs finds one violation of each kind and nothing else."""
import unittest

from small_tree import SmallTreeTest

QUOTED = "# Routes\n\n[more](../README.md) [outside](https://example.org)\n\n```cpp examples/01_a.cpp\nint x = 1;\nif (x)\n  x = 2;\n```\n"


class CheckDocs(SmallTreeTest):
    tool = "check_docs"
    sound = {
        "docs/README.md": "[routes](guide/routes.md#somewhere)\n",
        "docs/guide/routes.md": QUOTED,
        "examples/01_a.cpp": "int main() {\n  int x = 1;\n  if (x)\n    x = 2;\n}\n",
    }

    def test_a_sound_tree_passes(self):
        self.accepts({})

    def test_an_empty_tree_is_no_success(self):
        self.assertEqual(self.run_tool(dict.fromkeys(self.sound))[0], 1)

    def test_a_quotation_that_is_not_what_the_file_says(self):
        self.refuses({"docs/guide/routes.md": QUOTED + "```cpp examples/01_a.cpp\nint y = 1;\n```\n"},
                     "docs/guide/routes.md:10: is not what examples/01_a.cpp says")
        self.refuses({"docs/guide/routes.md": QUOTED + "```cpp examples/02_b.cpp\nint y = 1;\n```\n"},
                     "docs/guide/routes.md:10: quotes examples/02_b.cpp, which is no file")

    def test_a_link_to_nowhere(self):
        self.refuses({"docs/README.md": "[gone](guide/gone.md)\n"}, "docs/README.md:1: links to guide/gone.md, which is not there")

    def test_a_block_without_an_end(self):
        self.refuses({"docs/README.md": "text\n```sh\nlandbridge report\n"}, "docs/README.md:2: the code block has no end")

    def test_an_example_that_nobody_quotes(self):
        self.refuses({"examples/02_b.cpp": "int main() {}\n"}, "examples/02_b.cpp: is quoted in no document")


if __name__ == "__main__":
    unittest.main()
