import { mkdtempSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openApp } from '../../src/cli/open.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { serveWeb } from '../../src/web/serve.ts'
import { startWorker } from '../../src/worker/work.ts'
import { aPerson } from '../builders.ts'
import { hasDebianServer } from '../main-job/debian-server.ts'
import { header } from '../outbox/relay.ts'
import { until } from '../outbox/until.ts'
import { startPair } from './standby.ts'

const settings = (DATABASE_URL: string) =>
  readConfig({
    DATABASE_URL,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-standby-')),
    MAIL_TRANSPORT: 'spool',
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SECRET: 'a secret for tests, thirty-two characters or more',
  })

/** A site with its worker, on a port of its own. */
async function aSite(config: ReturnType<typeof settings>) {
  const { app, close } = await openApp(config, 'own', () => {})
  const web = await serveWeb({ ...app, config: { ...config, port: 0 } })
  const worker = await startWorker(app)
  onTestFinished(async () => {
    await web.close(0)
    await worker.stop(5_000)
    await close()
  })
  return { app, origin: `http://127.0.0.1:${web.port}` }
}

const get = (origin: string, path: string) => fetch(origin + path, { headers: { Connection: 'close' } })

/** Asks for a link to sign in by, from a network of its own. @returns whether the site said that it will come */
async function askForLink(origin: string, email: string, number: number): Promise<boolean> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email, next: '' }),
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'X-Forwarded-For': `198.51.100.${number}`,
      Connection: 'close',
    },
  })
  return answer.status === 303
}

/** What was begun on the primary and got no answer is taken up again by itself, half a minute later. This is then. */
async function asIfLater({ db, queue }: App): Promise<void> {
  await sql`update outbox set lease_until = clock_timestamp() where lease_until is not null`.execute(db)
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`.execute(db)
  await (await queue.boss()).supervise()
}

/** To whom emails went, one for each. */
async function sentFrom(dataDir: string): Promise<string[]> {
  const spool = join(dataDir, 'spool')
  const files = (await readdir(spool)).filter((name) => name.endsWith('.eml'))
  const mails = await Promise.all(files.map((name) => readFile(join(spool, name), 'utf8')))
  return mails.map((raw) => header(raw, 'To') ?? '').sort()
}

describe.runIf(hasDebianServer)('with a standby', () => {
  test('the primary is killed under load: pages go on, nothing that was said is lost, each email comes once', async () => {
    const pair = startPair()
    onTestFinished(pair.stop)
    const config = settings(pair.url)
    const sites = [await aSite(config), await aSite(config)] as const
    const [{ app }] = sites
    const people = await Promise.all(Array.from({ length: 120 }, () => aPerson(app)))
    for (const { origin } of sites) await get(origin, '/rounds')
    const promised: string[] = []
    let isOver = false
    const asking = sites.map(async ({ origin }, which) => {
      for (let number = which; number < people.length && !isOver; number += 2) {
        const email = people[number]?.email ?? ''
        if (await askForLink(origin, email, number)) promised.push(email)
        else await pause(50)
      }
    })

    await until(async () => promised.length > 10)
    await pair.primary.kill()
    const meanwhile = await Promise.all(
      sites.flatMap(({ origin }) => ['/rounds', '/readyz'].map((path) => get(origin, path))),
    )
    pair.promote()
    const before = promised.length
    await until(async () => promised.length > before + 10)
    isOver = true
    await Promise.all(asking)
    await asIfLater(app)
    await until(async () => (await sentFrom(config.dataDir)).length >= promised.length)
    const after = await Promise.all(sites.map(({ origin }) => get(origin, '/readyz')))

    const sent = await sentFrom(config.dataDir)
    expect(meanwhile.map(({ status, headers }) => [status, headers.get('Cache-Status')])).toEqual([
      [200, 'twinleaf; hit; detail=no-database'],
      [503, null],
      [200, 'twinleaf; hit; detail=no-database'],
      [503, null],
    ])
    expect(after.map(({ status }) => status)).toEqual([200, 200])
    expect(new Set(sent).size).toBe(sent.length)
    expect(promised.filter((email) => !sent.some((to) => to.includes(email)))).toEqual([])
  })
})
