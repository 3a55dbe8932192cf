"""tools/check_mirror finds one violation of each kind and nothing else."""
import unittest

from small_tree import SmallTreeTest

INCLUDE = "include/landbridge/"


class CheckMirror(SmallTreeTest):
    tool = "check_mirror"
    sound = {
        INCLUDE + "landbridge.hpp": '#include "landbridge/paths/cost.hpp"\n',
        INCLUDE + "paths/cost.hpp": "",
        INCLUDE + "paths/detail/pack.hpp": "",
        INCLUDE + "graph/boost_graph.hpp": "#include <boost/graph/graph_traits.hpp>\n",
        "src/paths/cost.cpp": "",
        "src/paths/detail/sums.hpp": "",
        "src/paths/detail/sums.cpp": "",
        "src/paths/cost_reader.cpp": "",
        "src/cli/main.cpp": "",
        "tests/paths/cost_test.cpp": "",
        "tests/paths/detail/sums_test.cpp": "",
        "tests/graph/boost_graph_test.cpp": "",
        "tests/laws/anything.cpp": "",
    }

    def test_a_sound_tree_passes(self):
        self.accepts({})

    def test_an_empty_tree_is_no_success(self):
        self.assertEqual(self.run_tool(dict.fromkeys(self.sound))[0], 1)

    def test_a_header_without_a_test(self):
        self.refuses({"tests/paths/cost_test.cpp": None}, INCLUDE + "paths/cost.hpp: has no test tests/paths/cost_test.cpp")

    def test_a_test_without_a_header(self):
        self.refuses({"tests/paths/gone_test.cpp": ""}, "tests/paths/gone_test.cpp: has no header include/landbridge/paths/gone.hpp")
        self.refuses({"tests/paths/tests_of_cost.cpp": ""}, "tests/paths/tests_of_cost.cpp: is not named <header>_test.cpp")

    def test_a_source_without_a_header(self):
        self.refuses({"src/paths/gone.cpp": ""}, "src/paths/gone.cpp: has no header include/landbridge/paths/gone.hpp")

    def test_the_umbrella(self):
        self.refuses({INCLUDE + "landbridge.hpp": ""}, "paths/cost.hpp: is missing in landbridge/landbridge.hpp")
        self.refuses({INCLUDE + "landbridge.hpp": '#include "landbridge/paths/cost.hpp"\n#include "landbridge/graph/boost_graph.hpp"\n'},
                     "graph/boost_graph.hpp: costs much to compile")


if __name__ == "__main__":
    unittest.main()
