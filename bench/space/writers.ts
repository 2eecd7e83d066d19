import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { joinEmbedded } from '../../src/db/embedded/index.ts'

const root = join(import.meta.dirname, '../..')

/** Someone who goes on changing their name, and the last one that the site said it had saved. */
export type Writer = { email: string; headers: Record<string, string>; acknowledged: string }

type Env = Record<string, string> & { DATA_DIR: string; BASE_URL: string }

/** People who have signed in by the link that was sent to them. */
export async function people(env: Env, count: number): Promise<Writer[]> {
  const made: Writer[] = []
  for (let number = 0; number < count; number += 1) {
    const email = `writer${number}@library.example`
    const words = ['user', 'create', '--name', 'Writer', '--email', email]
    execFileSync(join(root, 'node_modules/.bin/node'), [join(root, 'bin/twinleaf.mjs'), ...words], {
      env: { ...env, LOG_LEVEL: 'error' },
      stdio: 'ignore',
    })
    made.push({ email, headers: await signIn(env, email), acknowledged: 'Writer' })
  }
  return made
}

async function signIn(env: Env, email: string): Promise<Record<string, string>> {
  const ours = { Origin: env.BASE_URL, 'Sec-Fetch-Site': 'same-origin', Connection: 'close' }
  const post = (address: string, fields: Record<string, string>) =>
    fetch(address, { method: 'POST', body: new URLSearchParams(fields), headers: ours, redirect: 'manual' })
  await post(`${env.BASE_URL}/sign-in`, { email, next: '' })
  const answer = await post(await linkTo(env, email), { next: '' })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { ...ours, Cookie: cookies.join('; ') }
}

async function linkTo({ DATA_DIR }: Env, email: string): Promise<string> {
  const spool = join(DATA_DIR, 'spool')
  for (let tries = 0; tries < 200; tries += 1) {
    for (const name of await readdir(spool).catch(() => [])) {
      const text = (await readFile(join(spool, name), 'utf8').catch(() => '')).replace(/=\r?\n/g, '')
      const [link] = /http:\/\/localhost:\d+\/sign-in\/link\/[\w-]+/.exec(text) ?? []
      if (link && text.includes(email)) return link
    }
    await pause(100)
  }
  throw new Error(`no link came for ${email}`)
}

/** Those whose last acknowledged name is not what the database holds. */
export async function lost({ DATA_DIR }: Env, writers: readonly Writer[]): Promise<string[]> {
  const server = await joinEmbedded(join(DATA_DIR, 'postgres'))
  const client = new pg.Client(server?.url)
  await client.connect()
  try {
    const { rows } = await client.query<{ email: string; name: string }>('select email, name from person')
    const names = new Map(rows.map(({ email, name }) => [email, name]))
    return writers.flatMap(({ email, acknowledged }) => (names.get(email) === acknowledged ? [] : email))
  } finally {
    await client.end()
    await server?.stop()
  }
}
