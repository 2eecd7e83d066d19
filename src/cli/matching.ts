import { readFile } from 'node:fs/promises'
import { Option, type Command as Program } from 'commander'
import { solveText, verifyText } from '../matching/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { addBench } from './matching-bench.ts'

/** The matching engine on its own, for anyone with a graph or a certificate to check. Needs no database. */
export function addMatching(program: Program): void {
  const matching = program.command('matching').description('commands for graphs and their proofs')

  matching
    .command('solve')
    .description(
      'Find the best matching of a graph, with a proof. Its first line is "n m", then m lines "u v w": two vertices from 0 and a whole weight.',
    )
    .argument('<GRAPH>', 'a text file')
    .addOption(
      new Option('--objective <WHAT>', 'most pairs first, or the highest weight alone')
        .choices(['cardinality', 'weight'])
        .default('cardinality'),
    )
    .option('--json', 'print the result with its proof as JSON')
    .action(async (file: string, typed: { objective: 'cardinality' | 'weight'; json?: boolean }) => {
      const text = await textOf(file)
      const solved = withinRoom(file, () =>
        solveText(text, { objective: typed.objective, clock: () => performance.now() }),
      )
      const pairs = solved.cardinality === 1 ? '1 pair' : `${solved.cardinality} pairs`
      const said = `${pairs} with a weight of ${solved.weight}. The proof was checked.`
      console.log(typed.json ? withinRoom(file, () => JSON.stringify(solved)) : said)
    })

  matching
    .command('verify')
    .description(
      'Check the proof of a result, as `matching solve --json` prints it. Exit code 2 if it does not hold.',
    )
    .argument('<GRAPH>', 'the text file of the graph')
    .argument('<RESULT>', 'the JSON file of the result')
    .option('--json', 'print the verdict as JSON')
    .action(async (graph: string, result: string, typed: { json?: boolean }) => {
      const texts = [await textOf(graph), await textOf(result)] as const
      const verdict = withinRoom(graph, () => verifyText(...texts))
      const said = verdict.ok
        ? `The proof holds: ${proven[verdict.proves]}.`
        : `The proof does not hold: ${verdict.reason}.`
      console.log(typed.json ? JSON.stringify(verdict) : said)
      if (!verdict.ok) process.exitCode = 2
    })

  addBench(matching)
}

const proven = {
  cardinality: 'no matching has more pairs, and none with as many pairs a higher weight',
  weight: 'no matching has a higher weight',
}

/** A file that is there and of no use: a folder, someone else's, too large. */
export class Unusable extends Error {}

async function textOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new NotFound('no-such-file', { path: file })
    throw new Unusable(`${file} cannot be read: ${whys[code] ?? message}.`)
  }
}

const whys: Record<string, string> = {
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  ENOTDIR: 'a part of its path is no folder',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

/** What Node and the engine say when there is no room for an array, a text or an exact number. */
const noRoom = /allocation|length|too large/

function withinRoom<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError && noRoom.test(error.message))) throw error
    throw new Unusable(`${file} is too large for this machine: ${error.message}.`)
  }
}
