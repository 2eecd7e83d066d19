// One solve by LEMON: reads "n m" and m lines "u v w", prints the CPU time of the solve in ms, the number of pairs and their weight.
// Build: g++ -O2 -DNDEBUG lemon.cc -o lemon
#include <lemon/matching.h>
#include <lemon/smart_graph.h>
#include <ctime>
#include <cstdio>
#include <vector>

using namespace lemon;
typedef SmartGraph::EdgeMap<long long> Weights;

int main(int, char** argv) {
  FILE* file = std::fopen(argv[1], "r");
  long long n, m;
  if (!file || std::fscanf(file, "%lld %lld", &n, &m) != 2) return 1;
  SmartGraph graph;
  graph.reserveNode(n);
  graph.reserveEdge(m);
  for (long long v = 0; v < n; v++) graph.addNode();
  Weights weight(graph), raised(graph);
  std::vector<long long> read(m);
  long long largest = 0;
  for (long long e = 0; e < m; e++) {
    long long u, v, w;
    if (std::fscanf(file, "%lld %lld %lld", &u, &v, &w) != 3) return 1;
    SmartGraph::Edge edge = graph.addEdge(graph.nodeFromId(u), graph.nodeFromId(v));
    weight[edge] = w;
    if (w > largest) largest = w;
  }
  const long long bonus = n / 2 * largest + 1;
  for (SmartGraph::EdgeIt e(graph); e != INVALID; ++e) raised[e] = weight[e] + bonus;

  clock_t start = std::clock();
  long long pairs = 0, total = 0;
  MaxWeightedPerfectMatching<SmartGraph, Weights> perfect(graph, weight);
  const bool found = perfect.run();
  double ms = 1000.0 * (std::clock() - start) / CLOCKS_PER_SEC;
  if (found) {
    pairs = n / 2;
    total = perfect.matchingWeight();
  } else {
    start = std::clock();
    MaxWeightedMatching<SmartGraph, Weights> any(graph, raised);
    any.run();
    ms = 1000.0 * (std::clock() - start) / CLOCKS_PER_SEC;
    pairs = any.matchingSize();
    total = any.matchingWeight() - pairs * bonus;
  }
  std::printf("{\"ms\":[%.3f],\"cardinality\":%lld,\"weight\":%lld}\n", ms, pairs, total);
}
