"""One solve by networkx: the same output as lemon.cc."""
import json
import sys
import time

import networkx

with open(sys.argv[1]) as file:
    n, m = map(int, file.readline().split())
    graph = networkx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_weighted_edges_from(map(int, line.split()) for line in file)
start = time.process_time()
pairs = networkx.max_weight_matching(graph, maxcardinality=True)
ms = 1000 * (time.process_time() - start)
weight = sum(graph[u][v]["weight"] for u, v in pairs)
print(json.dumps({"ms": [ms], "cardinality": len(pairs), "weight": weight}))
