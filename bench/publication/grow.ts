import type pg from 'pg'
import { chances, type Language, textOf, wordAt } from './texts.ts'

/** How large an archive is. */
export type Size = { posts: number; comments: number }

const perRound = 40
const perFortnight = 4
const countries = 'ar br ca cl cn co de eg es fr gb gh id in it jp ke kz lb mx ng nz pe ph pt ro rs tr us za'
const parts = ['lead', 'companion', 'guest', 'wrap-up']
/** Of the days before today on which posts came out, the first. */
const daysBack = 3_650

/** Adds posts and comments until there are so many, and has PostgreSQL count anew what it has, as it does within a minute. */
export async function growTo(client: pg.Client, size: Size): Promise<void> {
  const { rows } = await client.query<{ posts: number; comments: number }>(
    `select (select count(*)::int from post where slug like 'grown-%') as posts,
       (select count(*)::int from comment where name like 'Reader %') as comments`,
  )
  const { posts = 0, comments = 0 } = rows[0] ?? {}
  if (posts === 0) await addAuthors(client)
  for (let from = posts; from < size.posts; from += 500)
    await addPosts(client, from, Math.min(size.posts, from + 500), size.posts)
  await addComments(client, comments, size)
  await client.query('vacuum analyze')
}

const addAuthors = (client: pg.Client) =>
  client.query(
    `insert into author (name, slug, country, created_at)
     select 'Author Number' || n, 'author-number-' || n, upper((string_to_array($1, ' '))[n % 30 + 1]), now()
       from generate_series(0, 199) as n`,
    [countries],
  )

async function addPosts(client: pg.Client, from: number, until: number, all: number): Promise<void> {
  const rows = Array.from({ length: until - from }, (_, index) => postNumber(from + index, all))
  const said = JSON.stringify(rows)
  const table = `jsonb_to_recordset($1::jsonb) as one (slug text, title text, summary text, body text, locale text, code text,
    fortnight int, part text, tags text[], author text, days numeric)`
  await client.query('begin')
  await client.query(
    `insert into round (code, title, apply_from, apply_until, starts_on, ends_on, zone, cap_percent, announced_at, created_at)
     select code, 'Round ' || code, day - interval '30 days', day - interval '10 days', day, day + 150, 'UTC', 20, now(), now()
       from (select distinct code, make_date(left(code, 4)::int, 2, 1) as day from ${table}) as codes on conflict do nothing`,
    [said],
  )
  await client.query(
    `insert into post (slug, title, summary, body, locale, round_id, fortnight, part, tags, byline, publish_at, created_at, updated_at)
     select slug, one.title, summary, body, locale, round.id, fortnight, part, tags, replace(initcap(replace(author, '-', ' ')), 'Number ', 'Number'),
       now() - days * interval '1 day', now() - interval '11 years', now() - days * interval '1 day'
       from ${table} join round using (code)`,
    [said],
  )
  await client.query(
    `insert into post_author (post_id, place, author_id)
     select post.id, 1, author.id from ${table} join post using (slug) join author on author.slug = one.author`,
    [said],
  )
  await client.query('commit')
}

/** One in eight is in Spanish, one in twelve in Arabic; each has two tags of forty, the first far more usual than the last. */
function postNumber(number: number, all: number) {
  const chance = chances(number + 1)
  const locale: Language = number % 8 === 3 ? 'es' : number % 12 === 5 ? 'ar' : 'en'
  const round = Math.floor(number / perRound)
  const place = number % perRound
  const tags = [40 ** chance(), 40 ** chance()].map((at) => `Tag ${Math.floor(at)}`)
  return {
    slug: `grown-${number}`,
    title: textOf(locale, 7, chance),
    summary: `${textOf(locale, 20, chance)}.`,
    body: Array.from({ length: 8 }, () => textOf(locale, 60, chance)).join('.\n\n'),
    ...{ locale, code: `${1950 + Math.floor(round / 26)}${String.fromCharCode(65 + (round % 26))}` },
    fortnight: Math.floor(place / perFortnight) + 1,
    ...{
      part: parts[place % perFortnight],
      tags: [...new Set(tags)],
      author: `author-number-${number % 200}`,
    },
    days: daysBack * (1 - (number + 1) / (all + 1)),
  }
}

/** One in five is under the first post, the others under all alike; two in five of a post's answer the one before. */
async function addComments(client: pg.Client, from: number, { posts, comments }: Size): Promise<void> {
  await client.query(
    `insert into comment (post_id, name, locale, text, sent_at, state, state_at, score, reasons, once_hash, text_hash)
     select post.id, 'Reader ' || n, 'en', $4, now() - interval '1 day' + n * interval '1 second', 'shown', now(), 0, '[]',
       sha256(('once ' || n)::bytea), sha256(n::text::bytea)
       from generate_series($1::int, $2::int - 1) as n
       join post on post.slug = 'grown-' || case when n % 5 = 0 then 0 else n % $3::int end order by n`,
    [from, comments, posts, `${textOf('en', 40, chances(7))}.`],
  )
  await client.query(
    `update comment set parent_id = before.id, thread = before.number from (
       select id as own, lag(id) over under as id, lag(number) over under as number, row_number() over under as place
         from comment where name like 'Reader %' window under as (partition by post_id order by number)) before
      where before.own = comment.id and place % 5 in (2, 4)`,
  )
}

/** What people look for: a usual word, a rare one, two together, none that is there, one with a slip, one in Arabic. */
export const lookedFor = {
  'a usual word': wordAt('en', 10),
  'a rare word': wordAt('en', 9_000),
  'two words': `${wordAt('en', 40)} ${wordAt('en', 55)}`,
  'a word that is nowhere': 'xylophonquartz',
  'a word with a slip': slip(wordAt('en', 3_000)),
  'a word in Arabic': wordAt('ar', 30),
}

/** Words that nobody has looked for, by a number from 0: another one each time. */
export const neverLookedFor: Record<string, (number: number) => string> = {
  'new, a usual word': (number) => wordAt('en', 100 + number),
  'new, a rare word': (number) => wordAt('en', 5_000 + number),
  'new, two words': (number) => `${wordAt('en', 20 + number)} ${wordAt('en', 400 + number)}`,
}

function slip(word: string): string {
  return `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`
}
