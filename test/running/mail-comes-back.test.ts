import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../../src/platform/config.ts'
import { drainOutbox, endHold, holdMail, mailboxState, readMailbox } from '../../src/platform/mail/index.ts'
import { root } from '../../src/platform/root.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { queue } from '../outbox/letters.ts'
import { aRelay } from '../outbox/relay.ts'
import { until } from '../outbox/until.ts'
import { hasMailServer, type MailServer, startMailServer } from './mail-server.ts'

/** What the mail servers of the world say to an address, and what it means. */
const world = {
  gone: { code: 550, words: '5.1.1 no such user', verdict: 'hard' },
  full: { code: 552, words: '5.2.2 mailbox full', verdict: 'full' },
  spam: { code: 554, words: '5.7.1 looks like spam', verdict: 'refused' },
} as const
type Name = keyof typeof world

const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Begins a command that is run as Debian's systemd has Postfix run all: no memory that was written to is ever run. */
async function makingNoCode(): Promise<string[]> {
  const [file, call] = [
    join(mkdtempSync(join(tmpdir(), 'twinleaf-code-')), 'none.pl'),
    { x64: 157, arm64: 167 },
  ]
  const prctl = call[process.arch as keyof typeof call]
  const [setWays, refuseCode] = [65, 1]
  await writeFile(file, `syscall(${prctl}, ${setWays}, ${refuseCode}, 0, 0, 0); exec @ARGV;`)
  await chmod(dirname(file), 0o755)
  return ['/usr/bin/perl', file]
}

const app = await testApp('2016-02-20T12:00:00Z', {
  BOUNCE_ADDRESS: 'mail@network.example',
  // Postfix divides what it runs by spaces.
  SECRET: 'a-secret-for-tests-of-thirty-two-characters-or-more',
})

describe.skipIf(!hasMailServer)('through Postfix and Dovecot', () => {
  const servers: MailServer[] = []
  let relay: Awaited<ReturnType<typeof aRelay>>
  const start = async (pipeTo?: readonly string[]) => {
    const server = await startMailServer({
      world: Number(new URL(relay.url).port),
      ...(pipeTo && { pipeTo }),
    })
    servers.push(server)
    return server
  }

  beforeAll(async () => {
    relay = await aRelay()
    relay.treat((to, at) => {
      const manner = world[to.split('@')[0] as Name]
      return at === 'rcpt' && manner ? manner : 'take'
    })
  })
  afterAll(async () => {
    for (const server of servers) await server.stop()
    await relay.close()
  })
  beforeEach(async () => {
    for (const table of ['outbox', 'suppression', 'inboundMail', 'inboundMailbox'] as const)
      await app.db.deleteFrom(table).execute()
  })

  const people = new Map<string, string>()
  /** Sends an email to each by that server. */
  async function send(server: MailServer, addresses: readonly string[]) {
    const config = { ...app.config, mail: { ...app.config.mail, transport: 'smtp', smtpUrl: server.smtpUrl } }
    for (const to of addresses) {
      const id = people.get(to) ?? (await aPerson(app, { email: to })).id
      people.set(to, id)
      await queue(app, { to, personId: id })
    }
    await drainOutbox({ ...app, config } as typeof app)
  }
  const returned = async () =>
    (await app.db.selectFrom('mailReturn').select(['address', 'verdict']).orderBy('address').execute()).map(
      ({ address, verdict }) => `${address} ${verdict}`,
    )
  const all = ['gone', 'full', 'spam'].map((name) => `${name}@library.example`).concat('ada@nowhere.invalid')
  const allVerdicts = [
    'ada@nowhere.invalid hard',
    'full@library.example full',
    'gone@library.example hard',
    'spam@library.example refused',
  ]

  test('handed over by Postfix: what comes back is heeded', async () => {
    await chmod(app.config.dataDir, 0o777)
    // What accounts without rights need is made by one with them.
    execFileSync(process.execPath, [join(root, 'bin/twinleaf.mjs'), '--version'])
    const { databaseUrl, dataDir, secret } = app.config
    const settings = {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      BOUNCE_ADDRESS: 'mail@network.example',
      SECRET: secret,
    }
    const own = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
    const [, program = ''] = /argv=\/usr\/bin\/env HOME=\S+ (.+)'/.exec(read('docs/running/email.md')) ?? []
    const server = await start([
      ...(await makingNoCode()),
      '/usr/bin/env',
      ...own,
      ...program.replaceAll('/opt/twinleaf', root).split(' '),
    ])

    await send(server, all)
    await until(async () => (await returned()).length === all.length)

    expect(await returned()).toEqual(allVerdicts)
  })

  const readingFrom = (imapUrl: string) => {
    const settings = {
      IMAP_URL: imapUrl,
      BOUNCE_ADDRESS: 'mail@network.example',
      DATA_DIR: app.config.dataDir,
    }
    const { mailbox } = readConfig(settings).mail
    return { ...app, config: { ...app.config, mail: { ...app.config.mail, mailbox } } }
  }
  const stateIn = async ({ config }: ReturnType<typeof readingFrom>) =>
    mailboxState(app.db, config.mail.mailbox?.name ?? '')

  test('from a mailbox: the same, by two workers at once, and after it was away', async () => {
    const server = await start()
    const reading = readingFrom(server.imapUrl)
    await send(server, all)
    await write(server, 'mail', 'A letter of nobody')
    await arrived(server, all.length + 1)

    await server.stopMailbox()
    const away = await readMailbox(reading)
    const tooSoon = await readMailbox(reading)
    const before = await stateIn(reading)
    await server.startMailbox()
    app.at('2016-02-20T12:01:00Z')
    const read = await Promise.all([readMailbox(reading), readMailbox(reading)])
    const again = await readMailbox(reading)

    expect(away?.fault).toContain('ECONNREFUSED')
    expect(tooSoon).toBe(null)
    expect(before).toMatchObject({ readAt: null, failingSince: new Date('2016-02-20T12:00:00Z') })
    expect(read.filter((one) => one !== null)).toEqual([{ taken: { return: 4, unknown: 1 }, fault: null }])
    expect(again).toEqual({ taken: {}, fault: null })
    expect(await returned()).toEqual(allVerdicts)
    expect(await unread(reading)).toEqual(['A letter of nobody'])
    expect(await stateIn(reading)).toMatchObject({ readAt: app.now(), failingSince: null, fault: '' })
  })

  test('a mailbox that counts anew is read again, and nothing counts twice', async () => {
    const server = await start()
    const reading = readingFrom(server.imapUrl)
    await send(server, all.slice(0, 1))
    await arrived(server, 1)
    await readMailbox(reading)
    await app.db.updateTable('inboundMailbox').set({ uidValidity: 1, lastUid: 1_000_000 }).execute()
    await write(server, 'mail', 'One more')
    await arrived(server, 2)

    const read = await readMailbox(reading)

    expect(read).toEqual({ taken: { return: 1, unknown: 1 }, fault: null })
    expect(await returned()).toEqual(['gone@library.example hard'])
    expect(await app.db.selectFrom('inboundMail').select('kind').orderBy('kind').execute()).toEqual([
      { kind: 'return' },
      { kind: 'unknown' },
    ])
  })

  test('a password that is refused and a folder that is missing are told, without the password', async () => {
    const server = await start()
    const refused = await readMailbox(readingFrom(server.imapUrl.replace('password%2F', 'wrong')))
    const missing = await readMailbox(readingFrom(`${server.imapUrl}/Returns`), { atOnce: true })

    expect(refused?.fault).toMatch(/^user or password is refused/)
    expect(missing?.fault).toMatch(/^there is no such folder/)
    const kept = await app.db.selectFrom('inboundMailbox').select('mailbox').execute()
    expect(JSON.stringify(kept)).not.toContain('signs')
  })

  test('while emails are held nothing is read', async () => {
    await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))

    const read = await readMailbox(readingFrom('imap://user:password@127.0.0.1:1'))
    await app.db.transaction().execute(endHold)

    expect(read).toBe(null)
  })
})

/** Writes to somebody at the network. */
async function write(server: MailServer, to: string, subject: string) {
  const mailer = createTransport(server.smtpUrl)
  const from = 'someone@library.example'
  await mailer.sendMail({ from, to: `${to}@network.example`, subject, text: 'Hello' })
  mailer.close()
}

/** Waits until so many messages are in the mailbox. */
const arrived = (server: MailServer, count: number) =>
  until(async () => (await server.log()).match(/status=sent \(250 2\.0\.0 .*Saved/g)?.length === count)

/** Subjects of what counts as unread in the mailbox. */
async function unread({ config }: { config: Config }): Promise<(string | undefined)[]> {
  const { mailbox } = config.mail
  if (mailbox === null) return []
  const { host, port, user, password: pass } = mailbox
  const client = new ImapFlow({
    host,
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass },
    logger: false,
  })
  await client.connect()
  await client.mailboxOpen('INBOX')
  const subjects = []
  for await (const { envelope } of client.fetch({ seen: false }, { envelope: true }))
    subjects.push(envelope?.subject)
  await client.logout()
  return subjects
}
