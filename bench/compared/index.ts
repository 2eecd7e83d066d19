/**
 * Compares the plan with what volunteers, chance and proposals would have made of the same round:
 * `node bench/compared/index.ts`.
 *
 * Takes the application file of round 2016A through import, cleaning, cap and matching in a folder of its own, as
 * the README shows it, then pairs the same people by other methods under the same rules and scores. Prints the
 * table, and writes docs/matching/compared.md with its pictures.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/db/embedded/index.ts'
import { type Measures, measuresOf } from '../../src/features/scenarios/scenario/measures.ts'
import { propose } from '../../src/features/scenarios/scenario/propose.ts'
import type { Group, Inputs } from '../../src/features/scenarios/scenario/scenario.ts'
import { defaultSettings } from '../../src/features/scenarios/scenario/settings.ts'
import { wishable } from '../../src/features/scenarios/score/applicant.ts'
import { type Scoring, scoring } from '../../src/features/scenarios/score/score.ts'
import { picture } from './draw.ts'
import { type Method, methods } from './methods.ts'
import { page } from './page.ts'

const root = join(import.meta.dirname, '../..')

/** Round 2016A as it stands after the cap. */
async function roundOf2016(): Promise<Inputs> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-compared-'))
  const env = { ...process.env, DATA_DIR: folder, MAIL_TRANSPORT: 'spool', LOG_LEVEL: 'error' }
  const twinleaf = (...words: string[]) =>
    execFileSync(process.execPath, [join(root, 'bin/twinleaf.mjs'), ...words], { env, cwd: root })
  try {
    twinleaf(
      ...'round create --code 2016A --apply-from 2016-01-11T00:00 --apply-until 2016-02-16T00:00'.split(' '),
      ...'--starts 2016-02-29 --ends 2016-06-19 --announce'.split(' '),
    )
    const file = (kind: string) => join(root, `test/data/${kind}-2016A.csv`)
    twinleaf(
      'applications',
      'import',
      file('former-pairings'),
      '--round',
      '2016A',
      '--kind',
      'former-pairings',
    )
    twinleaf('applications', 'import', file('applications'), '--round', '2016A')
    twinleaf('applications', 'clean', '--round', '2016A')
    twinleaf('cap', 'apply', '--round', '2016A')
    twinleaf('match', 'run', '--round', '2016A')
    return await readInputs(join(folder, 'postgres'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What its first run was asked. People have numbers in the order of the file, so that ties end alike each time. */
async function readInputs(dataDir: string): Promise<Inputs> {
  const server = await startEmbedded({ dataDir })
  const client = new pg.Client(server.url)
  try {
    await client.connect()
    const scenarios = await client.query('select input, rules, seed::int, engine from scenario')
    const { input, rules, seed, engine } = scenarios.rows[0]
    const sent = await client.query('select id from application order by submitted_at, email, id')
    const number = new Map(sent.rows.map(({ id }, at) => [id as string, `${at}`.padStart(4, '0')]))
    const applicants = (input.applicants as Inputs['applicants'])
      .map((one) => ({ ...one, id: number.get(one.id) ?? '' }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    return { ...input, ...rules, applicants, seed, engine, settings: defaultSettings }
  } finally {
    await client.end()
    await server.stop()
  }
}

export type Row = { method: Method; measures: Measures; blocking: number }

/** Pairs of people who may meet and would both be better served by each other than they are. */
function blockingPairs(inputs: Inputs, groups: readonly Group[], { directed, obstacle }: Scoring): number {
  const place = new Map(inputs.applicants.map(({ id }, index) => [id, index]))
  const has = new Array<number>(inputs.applicants.length).fill(-1)
  for (const { members } of groups) {
    const places = members.map((id) => place.get(id) ?? -1)
    for (const a of places) {
      has[a] = Math.min(...places.filter((b) => b !== a).map((b) => directed(a, b)))
    }
  }
  let blocking = 0
  for (let a = 0; a < has.length; a++) {
    for (let b = a + 1; b < has.length; b++) {
      const wouldBoth = directed(a, b) > (has[a] ?? 0) && directed(b, a) > (has[b] ?? 0)
      if (wouldBoth && obstacle(a, b) === null) blocking++
    }
  }
  return blocking
}

/** The middle one of several tries, by total. */
function typical(tries: Group[][], inputs: Inputs): Group[] {
  const totals = tries.map((groups) => ({ groups, total: measuresOf(inputs, groups).total }))
  return totals.sort((a, b) => a.total - b.total)[totals.length >> 1]?.groups ?? []
}

function planOf(inputs: Inputs): Group[] {
  const found = propose(inputs)
  if ('problem' in found) throw new Error(found.problem)
  return found.groups.map(({ members }) => ({ members, pinned: false }))
}

const inputs = await roundOf2016()
const scores = scoring(inputs)
const rows = methods.map((method): Row => {
  const seeds = Array.from({ length: method.tries }, (_, seed) => seed + 1)
  const tries = seeds.map((seed) =>
    method.pair(inputs.applicants.length, scores, seed).map(
      ([a, b]): Group => ({
        members: [inputs.applicants[a]?.id ?? '', inputs.applicants[b]?.id ?? ''],
        pinned: false,
      }),
    ),
  )
  const groups = method.name === 'Twinleaf' ? planOf(inputs) : typical(tries, inputs)
  return { method, measures: measuresOf(inputs, groups), blocking: blockingPairs(inputs, groups, scores) }
})
for (const { method, measures, blocking } of rows) {
  const wishes = wishable.map((what) => measures.honoured[what])
  console.log(
    method.name.padEnd(22),
    `placed ${measures.placed} of ${measures.people}, total ${measures.total}, worst ${measures.worst},`,
    `lowest tenth ${measures.served?.lowestTenth}, worst served ${measures.served?.worst},`,
    `wishes ${wishes.map(({ met, stated }) => `${met}/${stated}`).join(' ')}, blocking pairs ${blocking}`,
  )
}
const docs = join(root, 'docs/matching')
for (const { method, measures } of rows) writeFileSync(join(docs, `${method.file}.svg`), picture(measures))
writeFileSync(join(docs, 'compared.md'), page(rows))
