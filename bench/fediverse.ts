/**
 * What a message from another server costs: `node bench/fediverse.ts [messages of each kind]`.
 *
 * Turns the fediverse on in the demonstration network and sends to its inbox what servers send, and what somebody sends to harm: each
 * kind so many times (100), one after the other, each from a server of its own whose key is known. Prints the processor time of
 * the site and of the database for one message, the longest that one took to be answered, and the answers. Linux only. Fails when one is
 * answered otherwise than it should be, when one costs more than 50 ms, or when comments are there that nobody sent.
 */
import { createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { joinEmbedded } from '../src/db/embedded/index.ts'
import { anElsewhere, type Elsewhere, type How } from '../src/features/fediverse/elsewhere.builder.ts'
import { notePath, sharedInboxPath } from '../src/features/fediverse/paths.ts'
import { startDemonstration } from './demonstration.ts'
import { databaseSeconds } from './main-job/database-cost.ts'
import { cpuMsOf } from './processor.ts'

const count = Number(process.argv[2] ?? 100)
const mostMs = 50

const { command, folder, origin, pid, stop } = await startDemonstration('serve', '--no-worker')
const database = join(folder, 'postgres')
const joined = await joinEmbedded(database)
const client = new pg.Client(joined?.url)
await client.connect()
const { rows: clocks } = await client.query("select value::float8 as ms from setting where key = 'clock'")
/** By the clock of the demonstration. */
const now = (hours = 0) => new Date(Date.now() + clocks[0].ms + hours * 3_600_000)

/** A server that the network has met, with an account on it. */
async function met(number: number): Promise<Elsewhere> {
  const host = `server-${number}.example`
  const one = anElsewhere(origin, { host, now: () => now() })
  const { text } = await one.ask({
    method: 'GET',
    address: one.address,
    headers: {},
    mostBytes: 0,
    waitMs: 0,
  })
  const { publicKey } = JSON.parse(text) as { publicKey: { id: string; publicKeyPem: string } }
  const key = createPublicKey(publicKey.publicKeyPem).export({ type: 'spki', format: 'der' })
  await client.query('insert into fediverse_server (host) values ($1)', [host])
  await client.query(
    `insert into fediverse_account (address, host, handle, name, profile, inbox, key_address, public_key, fetched_at)
     values ($1, $2, $3, 'Ada Okafor', $1, $1 || '/inbox', $4, $5, $6)`,
    [one.address, host, `@ada@${host}`, publicKey.id, key, now()],
  )
  return one
}

type Sent = { message: object; how?: How }
type Kind = { what: string; answer: number; comments: 0 | 1; say(one: Elsewhere, at: string): Sent }

const reply = (one: Elsewhere, at: string, content = '<p>We did the same with our shelves.</p>') =>
  one.says('Create', one.note(content, at), { to: ['https://www.w3.org/ns/activitystreams#Public'] })
const nested = (depth: number): object => (depth === 0 ? {} : { object: nested(depth - 1) })

const kinds: Kind[] = [
  {
    what: 'a reply',
    answer: 202,
    comments: 1,
    say: (one, at) => ({ message: reply(one, at) }),
  },
  {
    what: 'a reply, signed the new way',
    answer: 202,
    comments: 1,
    say: (one, at) => ({ message: reply(one, at), how: { isNew: true } }),
  },
  {
    what: 'a reply of 50 kB of marks',
    answer: 202,
    comments: 1,
    say: (one, at) => ({ message: reply(one, at, '<p><b><i>a</i></b></p><script>x</script>'.repeat(1_200)) }),
  },
  {
    what: 'a like',
    answer: 202,
    comments: 0,
    say: (one, at) => ({ message: one.says('Like', at) }),
  },
  {
    what: 'what was signed two hours ago',
    answer: 401,
    comments: 0,
    say: (one, at) => ({ message: reply(one, at), how: { at: now(-2) } }),
  },
  {
    what: 'what was changed after it was signed',
    answer: 401,
    comments: 0,
    say: (one, at) => {
      const message = reply(one, at)
      return { message, how: { body: JSON.stringify({ ...message, id: `${one.address}/other` }) } }
    },
  },
  {
    what: 'objects in objects, 60 kB of them',
    answer: 400,
    comments: 0,
    say: (one) => ({ message: one.says('Create', nested(4_500)) }),
  },
  {
    what: 'what is no message, 60 kB of it',
    answer: 202,
    comments: 0,
    say: (one) => ({ message: one.says('Add', 'x'.repeat(60_000), { to: [{}, null, 7], cc: { id: [] } }) }),
  },
]

/** By hand: `fetch` leaves out headers that are signed. */
async function answered(signed: Request): Promise<number> {
  const body = Buffer.from(await signed.arrayBuffer())
  const headers = { ...Object.fromEntries(signed.headers), 'Content-Length': body.length }
  const asking = request(signed.url, { method: 'POST', headers }).end(body)
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  await once(answer.resume(), 'end')
  return answer.statusCode ?? 0
}

const comments = async (): Promise<number> =>
  Number((await client.query('select count(*) from comment')).rows[0]?.count)

/** @returns whether all was as it should be */
async function meet(
  { what, answer, comments: each, say }: Kind,
  first: number,
  at: string,
): Promise<boolean> {
  const requests: Request[] = []
  for (let number = first; number < first + count; number += 1) {
    const one = await met(number)
    const { message, how } = say(one, at)
    requests.push(await one.sign(sharedInboxPath, message, how))
  }
  const again = requests.map((signed) => signed.clone())
  const before = await comments()
  const [site, base] = [cpuMsOf(pid), databaseSeconds(database)]
  let longest = 0
  const answers = new Set<number>()
  for (const signed of requests) {
    const since = performance.now()
    answers.add(await answered(signed))
    longest = Math.max(longest, performance.now() - since)
  }
  const siteMs = (cpuMsOf(pid) - site) / count
  const databaseMs = ((databaseSeconds(database) - base) * 1000) / count
  // Sent once more, it changes nothing.
  for (const signed of again) answers.add(await answered(signed))
  const more = (await comments()) - before
  const isRight =
    [...answers].join() === String(answer) && more === each * count && siteMs + databaseMs <= mostMs
  const cost = [siteMs, databaseMs, longest].map((ms) => ms.toFixed(1).padStart(8)).join('')
  console.log(
    `${isRight ? ' ' : '!'}${cost}  ${what}: ${[...answers].join()}, ${more} comments of ${2 * count} messages`,
  )
  return isRight
}

try {
  await command('fediverse', 'turn-on', 'blog')
  // The newest: readers can still write under it. Followers have been told of it, as it were.
  const { rows } = await client.query(
    `insert into fediverse_post (post_id, said, told_at, changed_at)
     select id, '', $1, updated_at from post
      where publish_at < $1 and withdrawn_at is null order by publish_at desc limit 1
     returning post_id as id`,
    [now()],
  )
  const at = origin + notePath(rows[0]?.id)
  console.log('     site database longest, ms for one message')
  for (const [index, kind] of kinds.entries())
    if (!(await meet(kind, index * count, at))) process.exitCode = 1
} finally {
  await client.end()
  await joined?.stop()
  await stop()
}
