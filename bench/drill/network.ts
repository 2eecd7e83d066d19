import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { joinEmbedded, startEmbedded } from '../../src/db/embedded/index.ts'

type Size = { participants: number; posts: number }

/** A network of that size, with one backup, and a look whether a site serves it. */
export async function networkOf(env: NodeJS.ProcessEnv & { DATA_DIR: string }, root: string, size: Size) {
  const twinleaf = (...words: string[]) =>
    execFileSync(process.execPath, [join(root, 'bin/twinleaf.mjs'), ...words], { env, stdio: 'ignore' })
  twinleaf('seed')
  const server = await startEmbedded({ dataDir: join(env.DATA_DIR, 'postgres') })
  const client = new pg.Client(server.url)
  await client.connect()
  await fill(client, size)
  const participants = await participantsIn(client)
  await client.end()
  await server.stop()
  twinleaf('backup', 'create')
  return {
    participants,
    posts: size.posts,
    look: (origin: string) => look(origin, size),
    count: (dataDir: string) => count(dataDir, participants),
  }
}

export const lose = (dataDir: string) => rmSync(dataDir, { recursive: true })

/** Everyone who can be is accepted, people are added until there are enough, and posts are out with a picture each. */
async function fill(client: pg.Client, { participants, posts }: Size): Promise<void> {
  await client.query(
    `insert into person (email, email_key, name, given_name, created_at)
     select e, e, 'Drill ' || n, 'Drill', now() from generate_series(1, $1) n, concat('drill', n, '@library.example') e`,
    [participants],
  )
  await client.query(
    `insert into application (round_id, person_id, submitted_at, email, given_name, family_name, country, country_written,
       zone, sector, stage, languages, accepts_code, shares_email, accepted_at)
     select (select id from round order by starts_on desc limit 1), id, now(), email, given_name, 'Drill', 'BR', 'Brazil',
       'America/Sao_Paulo', 'public', 'mid', '{en}', true, true, now()
     from person where email like 'drill%'`,
  )
  for (let number = 1; number <= posts; number += 1) await addPost(client, number)
}

async function addPost(client: pg.Client, number: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into media (sha256, width, height, alt, uploaded_at) values ($1, 960, 640, 'A shelf', now()) returning id`,
    [randomBytes(32)],
  )
  const id = rows[0]?.id
  for (const width of [480, 960]) {
    const picture = sharp(randomBytes(60 * 40 * 3), { raw: { width: 60, height: 40, channels: 3 } })
    const resized = picture.resize(width)
    for (const [format, bytes] of [
      ['jpeg', await resized.clone().jpeg().toBuffer()],
      ['webp', await resized.clone().webp().toBuffer()],
    ] as const) {
      await client.query(
        'insert into media_file (media_id, width, format, height, bytes) values ($1, $2, $3, $4, $5)',
        [id, width, format, Math.round((width * 2) / 3), bytes],
      )
    }
  }
  await client.query(
    `insert into post (slug, title, body, media_id, publish_at, created_at, updated_at)
     values ($1, $2, $3, $4, '2016-01-01', now(), now())`,
    [`drill-${number}`, `Drill ${number}`, 'Some words about libraries. '.repeat(200), id],
  )
}

async function participantsIn(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from participant')
  return rows[0]?.count ?? 0
}

/** @throws Error when someone is missing */
async function count(dataDir: string, participants: number): Promise<void> {
  const server = await joinEmbedded(join(dataDir, 'postgres'))
  const client = new pg.Client(server?.url)
  await client.connect()
  const restored = await participantsIn(client)
  await client.end()
  await server?.stop()
  if (restored !== participants) throw new Error(`${restored} of ${participants} participants are there`)
}

/** @throws Error when a post or its picture is not there */
async function look(origin: string, { posts }: Size): Promise<void> {
  for (let number = 1; number <= posts; number += 1) await lookAt(origin, number)
}

async function lookAt(origin: string, number: number): Promise<void> {
  const page = await fetch(`${origin}/posts/drill-${number}`)
  const text = await page.text()
  const picture = /(?:src|srcset)="(\/[^" ]+\.(?:jpeg|jpg|webp))/.exec(text)?.[1]
  if (!page.ok || !picture) throw new Error(`the post is not there: ${page.status}`)
  const answer = await fetch(origin + picture)
  const { byteLength } = await answer.arrayBuffer()
  if (!answer.ok || byteLength < 1000) throw new Error(`the picture is not there: ${answer.status}`)
}
