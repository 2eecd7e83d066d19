import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../src/platform/root.ts'
import { programAt } from './program.ts'

const file = join(root, 'deploy/alerts.yml')
type Rule = { alert: string; labels: Record<string, string>; annotations: { summary: string } }
const rules: Rule[] = parse(readFileSync(file, 'utf8')).groups.flatMap(
  ({ rules: some }: { rules: Rule[] }) => some,
)

/** Values a minute apart, as promtool writes them: `1x5` is six times 1, `0+2x20` rises by 2, `_` is none. */
type Series = Record<string, string>
type Trial = {
  /** Minutes after which one looks. */
  at: number
  /** Each rings, with these labels beside its severity. */
  rings: [Series, Record<string, string>?][]
  /** Each does not. */
  quiet: Series[]
}

const requests = (labels: string) => `twinleaf_http_requests_total{${labels}}`
const took = (le: string) => `twinleaf_http_request_duration_seconds_bucket{le="${le}"}`
const signIn = (status: number) => requests(`route="/sign-in",method="POST",status="${status}"`)
const queue = { queue: 'people.send-link' }
const failedJobs = 'twinleaf_jobs{queue="people.send-link",state="failed"}'
const failedJob = { ...queue, state: 'failed' }
const expected = 'twinleaf_backups_expected'
const blocked = (what: string) => `twinleaf_csp_reports_total{directive="script-src",blocked="${what}"}`

const trials: Record<string, Trial> = {
  TwinleafGone: {
    at: 4,
    rings: [[{ 'up{job="twinleaf"}': '0x9' }, { job: 'twinleaf' }]],
    quiet: [{ 'up{job="twinleaf"}': '1x9' }, { 'up{job="other"}': '0x9' }],
  },
  TwinleafDatabaseAway: {
    at: 4,
    rings: [[{ twinleaf_database_up: '0x9' }]],
    quiet: [{ twinleaf_database_up: '1x9' }, { twinleaf_database_up: '1 1 0 1 1 1 1' }],
  },
  TwinleafFaults: {
    at: 20,
    rings: [[{ [requests('status="503"')]: '0+2x30', [requests('status="200"')]: '0+98x30' }]],
    quiet: [{ [requests('status="500"')]: '0+1x30', [requests('status="200"')]: '0+199x30' }],
  },
  TwinleafSlow: {
    at: 28,
    rings: [[{ [took('1')]: '0+90x30', [took('2.5')]: '0+100x30', [took('+Inf')]: '0+100x30' }]],
    quiet: [{ [took('1')]: '0+96x30', [took('2.5')]: '0+100x30', [took('+Inf')]: '0+100x30' }],
  },
  TwinleafLoopHeld: {
    at: 15,
    rings: [[{ nodejs_eventloop_lag_p99_seconds: '0.6x20' }]],
    quiet: [{ nodejs_eventloop_lag_p99_seconds: '0.4x20' }],
  },
  TwinleafConnectionsShort: {
    at: 8,
    rings: [[{ 'twinleaf_database_connections{state="waiting"}': '1x9' }, { state: 'waiting' }]],
    quiet: [{ 'twinleaf_database_connections{state="open"}': '9x9' }],
  },
  TwinleafNoWorker: {
    at: 5,
    rings: [
      [{ twinleaf_worker_silent_seconds: '61x9', twinleaf_database_up: '1x9' }],
      [{ twinleaf_database_up: '1x9' }],
    ],
    quiet: [
      { twinleaf_worker_silent_seconds: '30x9', twinleaf_database_up: '1x9' },
      { twinleaf_database_up: '0x9' },
    ],
  },
  TwinleafEmailsLate: {
    at: 1,
    rings: [[{ twinleaf_emails_due_age_seconds: '901x5' }]],
    quiet: [{ twinleaf_emails_due_age_seconds: '899x5' }],
  },
  TwinleafEmailsInDoubt: {
    at: 45,
    rings: [[{ 'twinleaf_emails{state="unknown"}': '0x30 1x30' }, { state: 'unknown' }]],
    quiet: [{ 'twinleaf_emails{state="unknown"}': '3x60' }],
  },
  TwinleafEmailsFailing: {
    at: 45,
    rings: [[{ 'twinleaf_emails{state="failed"}': '0x30 12x30' }, { state: 'failed' }]],
    quiet: [{ 'twinleaf_emails{state="failed"}': '0x30 5x30' }],
  },
  TwinleafEmailsHeld: {
    at: 65,
    rings: [[{ twinleaf_emails_held: '1x70' }]],
    quiet: [{ twinleaf_emails_held: '0x70' }],
  },
  TwinleafMailboxUnread: {
    at: 15,
    rings: [
      [{ twinleaf_mailbox_read_age_seconds: '3700x20' }],
      [{ twinleaf_mailbox_read_age_seconds: '1e9x20' }],
    ],
    quiet: [
      { twinleaf_mailbox_read_age_seconds: '3500x20' },
      { twinleaf_mailbox_read_age_seconds: '1e9 20x20' },
    ],
  },
  TwinleafJobsLate: {
    at: 1,
    rings: [[{ 'twinleaf_jobs_due_age_seconds{queue="people.send-link"}': '901x5' }, queue]],
    quiet: [{ 'twinleaf_jobs_due_age_seconds{queue="people.send-link"}': '899x5' }],
  },
  TwinleafJobsFailing: {
    at: 100,
    rings: [
      [{ [failedJobs]: '1x70 2x70' }, failedJob],
      [{ [failedJobs]: '_x70 1x70' }, failedJob],
    ],
    quiet: [{ [failedJobs]: '_x10 1x130' }, { [failedJobs]: '2x70 1x70' }],
  },
  TwinleafNoBackup: {
    at: 65,
    rings: [[{ [expected]: '1x70' }], [{ [expected]: '1x70', twinleaf_backup_age_seconds: '93601x70' }]],
    quiet: [{ [expected]: '1x70', twinleaf_backup_age_seconds: '80000x70' }, { [expected]: '0x70' }],
  },
  TwinleafDiskFilling: {
    at: 15,
    rings: [[{ twinleaf_disk_free_bytes: '14x20', twinleaf_disk_size_bytes: '100x20' }]],
    quiet: [{ twinleaf_disk_free_bytes: '16x20', twinleaf_disk_size_bytes: '100x20' }],
  },
  TwinleafMissed: {
    at: 35,
    rings: [[{ twinleaf_missed: '1x40' }]],
    quiet: [{ twinleaf_missed: '0x40' }],
  },
  TwinleafRefusals: {
    at: 15,
    rings: [[{ 'twinleaf_refusals_total{code="not-allowed"}': '0+3x20' }]],
    quiet: [
      { 'twinleaf_refusals_total{code="not-allowed"}': '0+1x20' },
      { 'twinleaf_refusals_total{code="not-found"}': '0+9x20' },
    ],
  },
  TwinleafSignInsFailing: {
    at: 15,
    rings: [[{ [signIn(422)]: '0+3x20', [signIn(429)]: '0+3x20' }]],
    quiet: [{ [signIn(303)]: '0+60x20' }, { [signIn(429)]: '0+4x20' }],
  },
  TwinleafPolicyBroken: {
    at: 65,
    rings: [[{ [blocked('inline')]: '0+1x70' }, { directive: 'script-src', blocked: 'inline' }]],
    quiet: [{ [blocked('extension')]: '0+9x70' }, { [blocked('inline')]: '5x70' }],
  },
}

const nothing: Trial = { at: 0, rings: [], quiet: [] }

/** What promtool is to look at, and to find there. */
function tried({ alert, labels, annotations }: Rule) {
  const { at, rings, quiet } = trials[alert] ?? nothing
  const saying = (more: Record<string, string>) => ({
    exp_labels: { ...labels, ...more },
    exp_annotations: {
      summary: annotations.summary.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_all, name) => more[name] ?? ''),
    },
  })
  return [
    ...rings.map(([series, more = {}]) => ({ series, alerts: [saying(more)] })),
    ...quiet.map((series) => ({ series, alerts: [] })),
  ].map(({ series, alerts }) => ({
    series,
    look: { eval_time: `${at}m`, alertname: alert, exp_alerts: alerts },
  }))
}

type Tried = ReturnType<typeof tried>[number]

/** Trials that share no metric stand together: each world of series costs a database. */
function worldsOf(all: readonly Tried[]): Tried[][] {
  const worlds: { names: Set<string>; trials: Tried[] }[] = []
  for (const one of all) {
    const names = new Set(Object.keys(one.series).map((name) => name.replace(/\{.*/, '')))
    const world = worlds.find((other) => other.names.isDisjointFrom(names))
    if (world) world.trials.push(one)
    else worlds.push({ names, trials: [one] })
    for (const name of names) world?.names.add(name)
  }
  return worlds.map((world) => world.trials)
}

const written = (world: readonly Tried[]) => ({
  interval: '1m',
  input_series: world.flatMap(({ series }) =>
    Object.entries(series).map(([name, values]) => ({ series: name, values })),
  ),
  alert_rule_test: world.map(({ look }) => look),
})

const promtool = programAt('usr/bin/promtool')

/** @returns its exit code and what it said */
function ask(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(promtool ?? '', args, { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('each alert is tried: once ringing at least, and once quiet', () => {
  const names = rules.map(({ alert }) => alert)

  expect(Object.keys(trials)).toEqual(names)
  expect(names.filter((name) => !trials[name]?.rings.length || !trials[name]?.quiet.length)).toEqual([])
})

describe.runIf(promtool)('Prometheus', () => {
  test('reads the rules, and each rings when it should and at no other time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'twinleaf-alerts-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'trials.yml')
    const tests = worldsOf(rules.flatMap(tried)).map(written)
    // JSON is YAML too.
    writeFileSync(path, JSON.stringify({ rule_files: [file], evaluation_interval: '1m', tests }))

    expect(ask('check', 'rules', '--lint=all', '--lint-fatal', file)).toMatchObject({ status: 0 })
    expect(ask('test', 'rules', path)).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') })
  })
})
