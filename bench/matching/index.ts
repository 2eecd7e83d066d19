/**
 * Compares the matching engine with its peers on the same graphs: `node bench/matching/index.ts [--all]
 * [--npm] [--networkx] [words of a name]`.
 *
 * Prints medians of CPU milliseconds of the solve alone and ratios to each peer. Each run is a fresh process,
 * peers in turns, so that a busy machine is busy for all. Cold is the first solve of a process, warm the
 * second half of the rest.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Graph } from '../../src/matching/index.ts'
import { type Work, works } from './works.ts'

type Run = { ms: number[]; cardinality: number; weight: number; verifyMs?: number; megabytes?: number }
type Peer = { name: string; run(file: string): Run }

const here = import.meta.dirname
const rounds = 3
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isAsked = (flag: string) => process.argv.includes(flag)

function call(command: string, ...parameters: string[]): string {
  return execFileSync(command, parameters, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 26,
  })
}

const ask = (command: string, ...parameters: string[]): Run => JSON.parse(call(command, ...parameters))

/** The peers this machine has; says which are missing. */
function peersIn(folder: string): Peer[] {
  const peers: Peer[] = []
  const offer = (name: string, need: string, prepare: () => void, run: Peer['run']) => {
    try {
      prepare()
      peers.push({ name, run })
    } catch {
      console.log(`${name} is left out: ${need} is not installed.`)
    }
  }
  const lemon = join(folder, 'lemon')
  offer(
    'LEMON',
    "Debian's liblemon-dev with g++",
    () => call('g++', '-O2', '-DNDEBUG', join(here, 'lemon.cc'), '-o', lemon),
    (file) => ask(lemon, file),
  )
  if (isAsked('--networkx')) {
    offer(
      'networkx',
      "Debian's python3-networkx",
      () => call('python3', '-c', 'import networkx'),
      (file) => ask('python3', join(here, 'networkx_peer.py'), file),
    )
  }
  if (isAsked('--npm'))
    peers.push({ name: 'npm', run: (file) => ask(process.execPath, join(here, 'run-npm.ts'), file) })
  return peers
}

function write(file: string, { n, u, v, w }: Graph): void {
  const lines = Array.from(w as ArrayLike<number>, (weight, e) => `${u[e]} ${v[e]} ${weight}\n`)
  writeFileSync(file, `${n} ${w.length}\n${lines.join('')}`)
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

const shown = (ms: number) => (ms < 100 ? ms.toPrecision(3) : Math.round(ms).toLocaleString('en'))

function compare(work: Work, peers: Peer[], file: string): string[] {
  write(file, work.graph())
  const present = peers.filter(({ name }) => work.peers.includes(name))
  const ours: Run[] = []
  const theirs = present.map((): Run[] => [])
  for (let round = 0; round < rounds; round++) {
    ours.push(ask(process.execPath, join(here, 'run-ours.ts'), file, String(work.repeats)))
    for (const [at, peer] of present.entries()) {
      // The slow ones differ by orders of magnitude: once is enough.
      if (round === 0 || peer.name === 'LEMON') theirs[at]!.push(peer.run(file))
    }
  }
  const { cardinality, weight } = ours[0]!
  for (const run of theirs.flat()) {
    if (run.cardinality !== cardinality || run.weight !== weight)
      throw new Error(`${work.name}: not the same optimum`)
  }
  const cold = median(ours.map(({ ms }) => ms[0]!))
  const warm = median(ours.flatMap(({ ms }) => ms.slice(Math.ceil(ms.length / 2))))
  const verify = median(ours.map(({ verifyMs }) => verifyMs!))
  const ratios = present.map(({ name }, at) => {
    const ms = median(theirs[at]!.map((run) => run.ms[0]!))
    return `${name} ${shown(ms)} ms: cold ${(cold / ms).toPrecision(2)}x, warm ${(warm / ms).toPrecision(2)}x`
  })
  return [work.name, shown(cold), shown(warm), shown(verify), `${ours[0]!.megabytes} MB`, ...ratios]
}

const folder = mkdtempSync(join(tmpdir(), 'matching-bench-'))
try {
  const peers = peersIn(folder)
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model}, ${rounds} rounds. CPU ms: cold, warm, verify, peak memory.`,
  )
  for (const work of works) {
    if (work.slow && !isAsked('--all')) continue
    if (wanted.length > 0 && !wanted.every((word) => work.name.includes(word))) continue
    console.log(compare(work, peers, join(folder, 'graph.txt')).join(' | '))
  }
} finally {
  rmSync(folder, { recursive: true })
}
