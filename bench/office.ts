/**
 * What the pages of the office cost in a large round: `node bench/office.ts [people] [requests]`.
 *
 * Starts the demonstration network in a folder of its own, opens a round for so many people (4,000) and takes it from
 * the file to the introductions and into its fourth week, where most have answered two check-ins. Prints for each page the CPU
 * time of the web process per answer (from /proc, so Linux only; PostgreSQL is another process; the middle one of three
 * measurements), the time until the answer is whole, what the page weighs unpacked, and its rows and items. Fails when the desk
 * of the round costs more than 20 ms, or the list of its applications more than 10 ms.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joinEmbedded } from '../src/db/embedded/index.ts'
import { startDemonstration } from './demonstration.ts'
import { writeBigFile } from './main-job/big-file.ts'
import { cpuMsOf } from './processor.ts'

const people = Number(process.argv[2] ?? 4000)
const requests = Number(process.argv[3] ?? 50)
const code = '2016Q'
const [inRound, limits] = [['--round', code], { desk: 20, list: 10 }]
const office = `/office/rounds/${code}`
const matching = `${office}/matching`
const cleaning = `${office}/applications/clean`
const inDays = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
const dates = ['--apply-from', '2016-01-11T00:00', '--apply-until', '2016-02-16T00:00']

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-office-'))
const { ask, command, folder: home, pid, signIn, stop } = await startDemonstration('serve')
let cookie = ''

/** Once the worker, which shares the process, has done what was asked of it. */
async function whenIdle(): Promise<void> {
  let before: number
  do {
    before = cpuMsOf(pid)
    await pause(2000)
  } while (cpuMsOf(pid) - before > 50)
}

/** @returns CPU time per answer, in ms */
async function costOf(name: string, path: string): Promise<number> {
  const headers = { Cookie: cookie, 'Accept-Encoding': 'identity' }
  const first = await ask(path, { headers })
  if (first.status !== 200) throw new Error(`${path} answered ${first.status}`)
  await whenIdle()
  for (let warm = 0; warm < requests / 2; warm += 1) await ask(path, { headers })
  const measured: { spent: number; took: number }[] = []
  for (let time = 0; time < 3; time += 1) {
    const [cpu, wall] = [cpuMsOf(pid), performance.now()]
    for (let sent = 0; sent < requests; sent += 1) await ask(path, { headers })
    measured.push({
      spent: (cpuMsOf(pid) - cpu) / requests,
      took: (performance.now() - wall) / requests,
    })
  }
  const { spent, took } = measured.toSorted((a, b) => a.spent - b.spent)[1] ?? { spent: 0, took: 0 }
  const rows = first.body.toString().match(/<(tr|li|dd|section)[ >]/g)?.length ?? 0
  const weight = `${(first.bytes / 1000).toFixed(0).padStart(5)} kB, ${String(rows).padStart(5)} rows and items`
  console.log(
    `${name.padEnd(34)} ${spent.toFixed(1).padStart(6)} ms CPU, ${took.toFixed(1).padStart(6)} ms in all, ${weight}`,
  )
  return spent
}

async function costsBefore(): Promise<{ list: number; desk: number }> {
  const list = await costOf('applications', `${office}/applications`)
  await costOf('cleaning desk', cleaning)
  await costOf('obvious', `${cleaning}/obvious`)
  await costOf('duplicates', `${cleaning}/duplicates`)
  await costOf('sectors', `${cleaning}/sectors`)
  await costOf('problems: a country', `${cleaning}/problems?kind=unknown-country`)
  await costOf('problems: a language', `${cleaning}/problems?kind=unknown-language`)
  await command('applications', 'clean', ...inRound)
  await costOf('log', `${cleaning}/log`)
  await costOf('country cap', `${office}/cap`)
  await command('cap', 'apply', ...inRound)
  await costOf('country cap, applied', `${office}/cap`)
  await command('match', 'run', ...inRound)
  const desk = await costOf('desk of the round', office)
  return { list, desk }
}

async function costsOfMatching(): Promise<void> {
  await costOf('matching', matching)
  await costOf('reserve', `${matching}/reserve`)
  await costOf('rules', `${matching}/rules`)
  await costOf('lab', `${matching}/lab`)
  await costOf('a scenario', `${matching}/lab/1`)
  await costOf('release', `${office}/release`)
  await command('match', 'release', ...inRound, '--confirm')
  await costOf('released', `${office}/release`)
  await costOf('rematch', `${office}/rematch`)
  await costOf('matching, released', matching)
  await costOf('reserve, released', `${matching}/reserve`)
  await costOf('a scenario, released', `${matching}/lab/1`)
  await costOf('desk of the round, released', office)
  await costOf('outbox', '/office/mail')
  await costOf('journal', '/office/journal')
  await costOf('people', '/office/people')
  await costOf('desk of the office', '/office')
}

/** The round began thirty days ago. Of ten people two stayed silent; of a hundred, two asked for help, and one pair has a case. */
async function fourWeeksLater(): Promise<void> {
  const joined = await joinEmbedded(join(home, 'postgres'))
  const client = new pg.Client(joined?.url)
  await client.connect()
  const members = `pairing_member join pairing on pairing.id = pairing_id
    where pairing_member.round_id = (select id from round where code = '${code}')`
  const nth = `(('x' || substr(md5(check_in.id::text), 1, 6))::bit(24)::int % 100)`
  await client.query(`update round set starts_on = current_date - 30 where code = '${code}'`)
  await client.query(`update pairing set confirmed_at = now() - interval '31 days'
    where round_id = (select id from round where code = '${code}')`)
  await client.query(`insert into check_in (pairing_id, application_id, person_id, day, asked_at)
    select pairing_id, application_id, person_id, day, now() - interval '30 days' + day * interval '1 day'
    from unnest('{4,10}'::int[]) as day, ${members}`)
  await client.query(`insert into check_in_answer (check_in_id, answer, way, answered_at)
    select id, case when ${nth} < 2 then 'help' when ${nth} < 12 then 'not-yet' else 'yes' end, 'link', asked_at + interval '5 hours'
    from check_in where ${nth} < 80`)
  await client.query(`insert into pairing_case (pairing_id, application_id, kind, opened_at, due_at)
    select distinct on (pairing_id) pairing_id, application_id, 'silence', now() - interval '9 days', now() - interval '1 day'
    from ${members} and ('x' || substr(md5(pairing_id::text), 1, 6))::bit(24)::int % 100 = 0 order by pairing_id`)
  await client.query('analyze')
  await client.end()
  await joined?.stop()
}

async function costsOfTheWeeks(): Promise<void> {
  await costOf('the running round', `${office}/weeks`)
  await costOf('who is silent', `${office}/weeks/silent`)
  await costOf('desk of the round, running', office)
  await costOf('queue of cases', '/office/cases')
}

try {
  const file = join(folder, 'applications.csv')
  await writeBigFile(file, people)
  await command(
    'round',
    'create',
    '--code',
    code,
    ...dates,
    '--starts',
    inDays(10),
    '--ends',
    inDays(120),
    '--announce',
  )
  await command('applications', 'import', file, ...inRound)
  cookie = await signIn('coordinator@ilnetwork.example')
  const { list, desk } = await costsBefore()
  await costsOfMatching()
  await fourWeeksLater()
  await costsOfTheWeeks()
  if (list > limits.list || desk > limits.desk) process.exitCode = 1
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
