"""tools/check_layers finds one violation of each kind, where it is, and nothing else."""
import unittest

from small_tree import SmallTreeTest

INCLUDE = "include/landbridge/"
EXCEPTIONS = "tools/check_layers_exceptions.txt"


class CheckLayers(SmallTreeTest):
    tool = "check_layers"
    sound = {
        INCLUDE + "landbridge.hpp": '#include "landbridge/paths/cost.hpp"\n#include "landbridge/network/place.hpp"\n',
        INCLUDE + "base/id.hpp": "#include <cstdint>\nint id_of();\n",
        INCLUDE + "graph/boost_graph.hpp": "#include <boost/graph/graph_traits.hpp>\n",
        INCLUDE + "paths/cost.hpp": '#include "landbridge/base/id.hpp"\nint cost();\n',
        INCLUDE + "network/place.hpp": '#include "landbridge/base/id.hpp"\nHours waiting(PlaceId place);\n',
        INCLUDE + "centrality/closeness.hpp": '#include "landbridge/paths/cost.hpp"\n',
        INCLUDE + "spectral/laplacian.hpp": "#include <Eigen/SparseCore>\n",
        INCLUDE + "analysis/hubs.hpp": '#include "landbridge/network/place.hpp"\n#include "landbridge/centrality/closeness.hpp"\n',
        "src/paths/cost.cpp": '#include "landbridge/paths/cost.hpp"\n\n#include "paths/detail/sums.hpp"\n#include <fmt/core.h>\n',
        "src/paths/detail/sums.hpp": "#include <vector>\n",
        "src/cli/main.cpp": '#include "landbridge/landbridge.hpp"\n#include "landbridge/analysis/hubs.hpp"\n',
    }

    def test_a_sound_tree_passes(self):
        self.accepts({})

    def test_an_empty_tree_is_no_success(self):
        self.assertEqual(self.run_tool(dict.fromkeys(self.sound))[0], 1)

    def include(self, where, what, *messages):
        self.refuses({where: f"\n#include {what}\n"}, *messages)

    def test_layers(self):
        self.include(INCLUDE + "base/error.hpp", '"landbridge/graph/boost_graph.hpp"',
                     INCLUDE + "base/error.hpp:2: layer: `base` must not include `graph`")
        self.include(INCLUDE + "paths/astar.hpp", '"landbridge/network/place.hpp"', "layer: `paths` must not include `network`")
        self.include(INCLUDE + "network/priced.hpp", '"landbridge/paths/cost.hpp"', "layer: `network` must not include `paths`")
        self.include(INCLUDE + "flows/loading.hpp", '"landbridge/network/place.hpp"', "layer: `flows` must not include `network`")
        self.include("src/connectivity/bridges.cpp", '"landbridge/centrality/closeness.hpp"',
                     "layer: `connectivity` must not include `centrality`")
        self.include("src/io/table.cpp", "<landbridge/analysis/hubs.hpp>", "layer: `io` must not include `analysis`")
        self.include("src/report/html.cpp", '"cli/main.cpp"', "layer: `report` must not include `cli`")
        self.include(INCLUDE + "kitchen/sink.hpp", '"landbridge/base/id.hpp"', "layer: `kitchen` is no room of the house")
        self.include("src/report/html.cpp", '"landbridge/landbridge.hpp"', "layer: no room but cli includes the umbrella")

    def test_cycles(self):
        self.refuses({INCLUDE + "paths/a.hpp": '#include "landbridge/paths/b.hpp"\n',
                      INCLUDE + "paths/b.hpp": '#include "landbridge/paths/a.hpp"\n'},
                     f"cycle: includes go in a ring: {INCLUDE}paths/a.hpp -> {INCLUDE}paths/b.hpp -> {INCLUDE}paths/a.hpp")

    def test_detail(self):
        self.include("src/analysis/hubs.cpp", '"paths/detail/sums.hpp"', "detail: paths/detail/sums.hpp is private to `paths`")
        self.include(INCLUDE + "paths/order.hpp", '"paths/detail/sums.hpp"', "detail: a public header includes paths/detail/sums.hpp")

    def test_third_parties(self):
        self.include(INCLUDE + "io/table.hpp", "<nlohmann/json.hpp>", "third-party: a public header includes <nlohmann/json.hpp>")
        self.include(INCLUDE + "graph/masks.hpp", "<boost/dynamic_bitset.hpp>", "third-party: a public header includes")
        self.include(INCLUDE + "graph/matrix.hpp", "<Eigen/Dense>", "third-party: a public header includes <Eigen/Dense>")
        self.include("src/paths/order.cpp", "<mpi.h>", "third-party: MPI is named only in mpi/")
        self.refuses({"src/io/a.cpp": "#include <nlohmann/json.hpp>\n", "src/io/b.cpp": "#include <nlohmann/json.hpp>\n"},
                     "src/io/b.cpp:1: third-party: nlohmann-json is compiled in one source, src/io/a.cpp")
        self.refuses({INCLUDE + "landbridge.hpp": '#include "landbridge/spectral/laplacian.hpp"\n'},
                     "third-party: include/landbridge/landbridge.hpp reaches <Eigen/SparseCore>")
        self.accepts({INCLUDE + "mpi/split.hpp": "#include <mpi.h>\n"})

    def test_vocabulary(self):
        for room, name, word in [("base", "PlaceId", "place"), ("paths", "link_count", "link"), ("connectivity", "kHours", "hours"),
                                 ("centrality", "costUSD", "usd"), ("network", "node", "node"), ("analysis", "worst_arcs", "arcs"),
                                 ("report", "ArcId", "arc"), ("io", "", "")]:
            if name:
                self.refuses({f"src/{room}/x.cpp": f"\n\nint {name};\n"}, f'src/{room}/x.cpp:3: vocabulary: `{name}` says "{word}"')
        self.accepts({"src/paths/x.cpp": '// a place\n/* two\nlinks */ auto a = "hours"; auto b = R"(dollar)"; int replaced, linker; char c = \'"\';\n',
                      "src/network/x.cpp": "int archive, nodding, search; // node\n"})

    def test_where_both_vocabularies_meet(self):
        self.accepts({INCLUDE + "base/quantity.hpp": "using Hours = int;\n", INCLUDE + "network/priced.hpp": "int node_of(int place);\n",
                      "src/io/graphml.cpp": "int node, arc;\n", "src/cli/graph.cpp": "int node;\n", "src/cli/graph/rows.cpp": "int arc;\n"})
        self.refuses({"src/io/table.cpp": "int node;\n"}, "vocabulary")

    def test_quantities(self):
        self.refuses({"src/analysis/x.cpp": "double time_h;\nstd::vector<double> distances_km;\nconst double& price = 0;\n"},
                     "src/analysis/x.cpp:1: quantity: `time_h` is a raw double", "`distances_km` is a raw double", "`price` is a raw double")
        self.accepts({"src/analysis/x.cpp": "double share; double distance_share; Kilometres distance; int hours;\n",
                      "src/paths/x.cpp": "double time;\n"})

    def test_exceptions(self):
        violation = {"src/network/x.cpp": "int node;\n"}
        self.accepts({**violation, EXCEPTIONS: "# known\nsrc/network/x.cpp | vocabulary | node | the word of a format\n"})
        self.refuses({**violation, EXCEPTIONS: "src/network/x.cpp | vocabulary | node |\n"}, "exception: needs FILE", "vocabulary")
        self.refuses({EXCEPTIONS: "src/network/x.cpp | vocabulary | node | gone since\n"}, "exception: unused: src/network/x.cpp")


if __name__ == "__main__":
    unittest.main()
