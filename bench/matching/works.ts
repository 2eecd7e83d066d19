import type { Graph } from '../../src/matching/index.ts'
import {
  bestOfSome,
  chain,
  clique,
  complete,
  everyPair,
  neighbours,
  nestedRings,
  prism,
  randomSparse,
  smallSteps,
  triangles,
} from '../../src/matching/testing/families.ts'

/** A graph to solve, how often per process, and which peers can be expected to finish. */
export type Work = { name: string; graph(): Graph; repeats: number; peers: string[]; slow?: boolean }

export const works: Work[] = [
  {
    name: 'every pair of 200',
    graph: () => everyPair(200, 1),
    repeats: 15,
    peers: ['LEMON', 'networkx', 'npm'],
  },
  {
    name: 'every pair of 1,000',
    graph: () => everyPair(1000, 1),
    repeats: 15,
    peers: ['LEMON', 'networkx', 'npm'],
  },
  {
    name: '1,000, best 32 each',
    graph: () => bestOfSome(1000, 32, 800, 1),
    repeats: 15,
    peers: ['LEMON', 'networkx', 'npm'],
  },
  {
    name: '10,000, best 32 each',
    graph: () => bestOfSome(10_000, 32, 400, 1),
    repeats: 15,
    peers: ['LEMON'],
  },
  {
    name: '100,000, best 32 each',
    graph: () => bestOfSome(100_000, 32, 200, 1),
    repeats: 3,
    peers: ['LEMON'],
    slow: true,
  },
  {
    name: '1,000,000, best 8 each',
    graph: () => bestOfSome(1_000_000, 8, 32, 1),
    repeats: 2,
    // LEMON's general algorithm overflows its stack on such graphs.
    peers: [],
    slow: true,
  },
  {
    name: 'complete 1,000, weights 1 to 10',
    graph: () => complete(1000, 10, 1),
    repeats: 15,
    peers: ['LEMON'],
  },
  {
    name: 'random sparse, weights to 1e6',
    graph: () => randomSparse(20_000, 110_000, 1_000_000, 1),
    repeats: 15,
    peers: ['LEMON'],
  },
  {
    name: 'nearest neighbours in a square',
    graph: () => neighbours(20_000, 10, 1),
    repeats: 15,
    peers: ['LEMON'],
  },
  { name: 'triangles, all tied', graph: () => triangles(3334), repeats: 15, peers: ['LEMON'] },
  { name: 'triangles tied at all corners', graph: () => prism(3334), repeats: 15, peers: ['LEMON'] },
  { name: 'a clique with thorns', graph: () => clique(100), repeats: 15, peers: ['LEMON'] },
  {
    name: 'sparse, all tied',
    graph: () => randomSparse(20_000, 30_000, 0, 1),
    repeats: 15,
    peers: ['LEMON'],
  },
  { name: 'a chain', graph: () => chain(10_000), repeats: 15, peers: ['LEMON'] },
  { name: 'nested odd rings', graph: () => nestedRings(3000), repeats: 15, peers: ['LEMON'] },
  { name: 'small steps', graph: () => smallSteps(10_000, 4, 1), repeats: 15, peers: ['LEMON'] },
]
