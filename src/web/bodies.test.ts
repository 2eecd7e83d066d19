import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aPerson, aRound } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { until } from '../../test/outbox/until.ts'
import { signedIn } from '../../test/signed-in.ts'
import { serveWeb } from './serve.ts'

const app = await testApp('2016-01-20T12:00:00Z', { BODIES_MB: '8' })
const web = await serveWeb({ ...app, config: { ...app.config, port: 0 } })
const megabyte = 1024 * 1024

type Post = { path: string; headers?: Record<string, string> }

/** A POST whose body is written piece by piece. */
function begin({ path, headers = {} }: Post): { asked: ClientRequest; answer: Promise<IncomingMessage> } {
  const asked = request({ port: web.port, path, method: 'POST', agent: false })
  const all = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    ...headers,
  }
  for (const [name, value] of Object.entries(all)) asked.setHeader(name, value)
  const answer = once(asked, 'response').then(([response]) => response as IncomingMessage)
  answer.catch(() => {})
  asked.on('error', () => {})
  onTestFinished(() => void asked.destroy())
  return { asked, answer }
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

test('a form that is too large is refused by its own word, before it is sent, and as it comes', async () => {
  const said = begin({ path: '/preferences', headers: { 'Content-Length': String(2 * megabyte) } })
  said.asked.flushHeaders()
  const first = await said.answer

  const unsaid = begin({ path: '/preferences', headers: { 'Transfer-Encoding': 'chunked' } })
  for (let part = 0; part < 20; part++) unsaid.asked.write(Buffer.alloc(100_000, 'x'))
  const second = await unsaid.answer

  expect([first.statusCode, second.statusCode]).toEqual([413, 413])
  expect(await textOf(second)).toContain('larger than we can take')
})

test('forms that together would fill the memory are put off, and others are answered meanwhile', async () => {
  const slow = Array.from({ length: 30 }, () =>
    begin({ path: '/preferences', headers: { 'Content-Length': String(megabyte) } }),
  )
  const statuses: (number | undefined)[] = []
  const retries: (string | undefined)[] = []
  for (const { asked, answer } of slow) {
    asked.write(Buffer.alloc(megabyte - 10, 'x'))
    const told = ({ statusCode, headers }: IncomingMessage) => {
      statuses.push(statusCode)
      retries.push(headers['retry-after'])
    }
    // Those that are let in are still waiting when the test is over.
    answer.then(told, () => {})
  }
  await until(() => statuses.length >= 22)
  const page = await fetch(`http://localhost:${web.port}/sign-in`)
  for (const { asked } of slow) asked.destroy()
  await until(async () => {
    const later = begin({ path: '/preferences' })
    later.asked.end('theme=dark')
    return (await later.answer).statusCode === 303
  })

  expect(new Set(statuses)).toEqual(new Set([503]))
  expect(new Set(retries)).toEqual(new Set(['10']))
  expect(page.status).toBe(200)
})

const multipart = { 'Content-Type': 'multipart/form-data; boundary=edge' }
const filePart =
  '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n'
const field = (name: string, value: string) =>
  `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

test('what a stranger sends to an import is not read', async () => {
  const before = app.config.dataDir
  const stranger = begin({
    path: '/office/rounds/2016A/applications/import',
    headers: { ...multipart, 'Content-Length': String(40 * megabyte) },
  })
  stranger.asked.write(filePart)
  const { statusCode, headers } = await stranger.answer

  expect([statusCode, headers.location?.startsWith('/sign-in')]).toEqual([303, true])
  expect(await readdir(before)).not.toContain('incoming')
})

test('an import goes to disk as it comes, larger than the memory for all forms, and leaves no file behind', async () => {
  await aRound(app, { code: '2016B' })
  const who = await signedIn(app, await aPerson(app, { role: 'coordinator' }))
  const row = `${'x'.repeat(1_000)},b@library.example\n`
  const table = Buffer.from(`name,email\n${row.repeat(20_000)}`)
  const sent = begin({
    path: '/office/rounds/2016B/applications/import',
    headers: { ...multipart, ...who, 'Transfer-Encoding': 'chunked' },
  })
  sent.asked.write(field('kind', 'applications') + field('zone', 'UTC') + filePart)
  for (let from = 0; from < table.length; from += 50_000) {
    if (!sent.asked.write(table.subarray(from, from + 50_000))) await once(sent.asked, 'drain')
  }
  const incoming = join(app.config.dataDir, 'incoming')
  const [file = ''] = await readdir(incoming)
  await until(async () => (await stat(join(incoming, file))).size > 8 * megabyte)
  sent.asked.end('\r\n--edge--\r\n')
  const { statusCode, headers } = await sent.answer

  expect([statusCode, headers.location?.includes('/applications/import/')]).toEqual([303, true])
  expect(await app.db.selectFrom('uploadPart').select('number').execute()).toHaveLength(21)
  await until(async () => (await readdir(join(app.config.dataDir, 'incoming'))).length === 0)
})

test('an upload that breaks off leaves neither file nor row', async () => {
  const who = await signedIn(app, await aPerson(app, { role: 'coordinator' }))
  const parts = () => app.db.selectFrom('uploadPart').select('number').execute()
  const before = await parts()
  const sent = begin({
    path: '/office/rounds/2016B/applications/import',
    headers: { ...multipart, ...who, 'Content-Length': String(megabyte) },
  })
  sent.asked.write(`${filePart}name,email\n`)
  await until(async () => (await readdir(join(app.config.dataDir, 'incoming'))).length === 1)
  sent.asked.destroy()
  await until(async () => (await readdir(join(app.config.dataDir, 'incoming'))).length === 0)

  expect(await parts()).toEqual(before)
})

test('a text is no longer where files may be large', async () => {
  const who = await signedIn(app, await aPerson(app, { role: 'coordinator' }))
  const sent = begin({
    path: '/office/rounds/2016B/applications/import',
    headers: { ...multipart, ...who, 'Transfer-Encoding': 'chunked' },
  })
  sent.asked.end(`${field('zone', 'x'.repeat(2 * megabyte))}--edge--\r\n`)

  expect((await sent.answer).statusCode).toBe(413)
})

test('a form with more fields than any has is refused', async () => {
  const many = begin({ path: '/preferences' })
  many.asked.end('a=1&'.repeat(2_000))

  expect((await many.answer).statusCode).toBe(413)
})
