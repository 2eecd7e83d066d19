import type pg from 'pg'

/** The post that is told of has been out for so long: a minute before its emails are due. */
const outSince = '9 minutes'

/** So many readers who get each post, thirty posts of last year, and one that has just come out. @returns addresses of posts */
export async function seed(client: pg.Client, readers: number): Promise<string[]> {
  const slugs = Array.from({ length: 30 }, (_, index) => `post-${index + 1}`)
  await client.query(
    `insert into post (slug, title, summary, body, publish_at, created_at, updated_at)
     select slug, 'A post: ' || slug, 'What it is about, in a sentence or two.', repeat($2, 40),
       now() - interval '90 days', now(), now() from unnest($1::text[]) as slug`,
    [slugs, 'A paragraph of a post, as long as they are. It says something of a library.\n\n'],
  )
  await client.query(
    `insert into subscriber (id, list, email, email_key, locale, asked_at, network_hash, confirmed_at, consent_version)
     select md5('reader ' || n)::uuid, 'newsletter', n || '@reader.example', n || '@reader.example',
       (array['en', 'es', 'ar'])[n % 3 + 1], now(), '\\x00', now(), '2016-01-01' from generate_series(1, $1::int) as n`,
    [readers],
  )
  await client.query(
    `insert into subscription (subscriber_id, rhythm, told_number, told_period, changed_at)
     select id, 'each', 0, 0, now() from subscriber where list = 'newsletter'`,
  )
  await client.query('analyze')
  await client.query(
    `insert into post (slug, title, summary, body, publish_at, created_at, updated_at)
     values ('news', 'What has just come out', 'It is told of by email.', 'A text.', now() - interval '${outSince}', now(), now())`,
  )
  return slugs
}

/** How far the emails are. */
export async function emails(client: pg.Client): Promise<{ queued: number; sent: number; told: number }> {
  const { rows } = await client.query(
    `select count(*)::int as queued, count(*) filter (where state = 'sent')::int as sent,
       count(distinct subscriber_id) filter (where state = 'sent')::int as told from outbox where kind = 'news'`,
  )
  return rows[0]
}
