import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { until } from '../../../../test/outbox/until.ts'
import { connect } from '../../../db/index.ts'
import { publicVersions } from '../../../platform/public-version.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp('2016-02-29T12:00:00Z')
const assets = await buildAssets()
const site = createSite(app, assets)
const round = await aRound(app)
const author = await aPerson(app, { role: 'editor' })

async function aPost(slug: string, publishAt: Date | null) {
  const said = { slug, title: 'A post', summary: 'About it.', body: 'A text.', byline: author.name }
  const at = app.now()
  await app.db
    .insertInto('post')
    .values({ ...said, authorId: author.id, roundId: round.id, publishAt, createdAt: at, updatedAt: at })
    .execute()
}
await aPost('told', app.now())

/** Another process of the same network, and what it asks of the database. */
const asked: string[] = []
const elsewhere = connect(app.config.databaseUrl ?? '', { onStatement: (text) => asked.push(text) })
const other = createSite({ ...app, db: elsewhere }, assets)
afterAll(() => elsewhere.destroy())

test('each table that a page for everyone is made of tells when it changes', async () => {
  const said: string[] = []
  const db = connect(app.config.databaseUrl ?? '', { onStatement: (text) => said.push(text) })
  const fresh = createSite({ ...app, db }, assets)
  const places = ['/', '/rounds/2016A/posts', '/feed.rss', '/feed.json', '/posts/told', '/feeds']
  for (const path of places) expect((await fresh.request(path)).status).toBe(200)
  await db.destroy()

  const read = said.flatMap((text) => {
    // What a statement names itself is no table.
    const named = [...text.matchAll(/"?([a-z_]+)"? as (?:materialized )?\(/g)].map(([, name]) => name)
    const tables = [...text.matchAll(/\b(?:from|join) "?([a-z_]+)/g)].map(([, table]) => table)
    return tables.filter((table) => !named.includes(table))
  })
  const { rows } = await sql<{
    telling: string
  }>`select distinct tgrelid::regclass::text as telling from pg_trigger
    where tgfoid in ('tell_public_change'::regproc, 'tell_comment_change'::regproc)`.execute(app.db)
  const telling = rows.map((row) => row.telling)

  expect(telling).toContain('post')
  expect([...new Set(read)].filter((table) => table && !telling.includes(table)).sort()).toEqual([
    'comment_change',
    // No table: what SQL itself says.
    'lateral',
    // Where the bytes of a picture are, which no page shows.
    'media_object',
    'own',
    // Kept by the database with the post, which tells.
    'post_tag',
    'public_change',
    'public_part_change',
  ])
})

test('a page kept for everyone is made anew after any change of what it shows, and only then', async () => {
  const tag = async () => (await site.request('/posts/told')).headers.get('ETag')
  const [before, version] = [await tag(), (await publicVersions(app.db)).whole]
  await aPost('a-draft', null)
  await app.db.updateTable('post').set({ body: 'B' }).where('slug', '=', 'a-draft').execute()
  const untouched = (await publicVersions(app.db)).whole
  await app.db.updateTable('person').set({ name: 'Ada Obi', familyName: 'Obi' }).execute()
  await app.db.updateTable('post').set({ byline: 'Ada Obi' }).where('slug', '=', 'told').execute()

  expect(untouched).toBe(version)
  expect((await publicVersions(app.db)).whole).not.toBe(version)
  expect(await tag()).not.toBe(before)
})

test('who chose colours gets the kept page in them, and nobody on the way may keep it', async () => {
  const inColours = (theme: string) =>
    site.request('/posts/told', { headers: { Cookie: `twinleaf_pref=en.${theme}` } })
  const answers = [await inColours('dark'), await inColours('light'), await inColours('dark')]
  const [dark, light, again] = await Promise.all(answers.map((answer) => answer.text()))

  expect(again).toBe(dark)
  expect(dark).not.toBe(light)
  expect(dark).toMatch(/<button[^>]*value="dark"[^>]*aria-current="true"/)
  expect(answers.map(({ headers }) => [headers.get('Cache-Control'), headers.get('ETag')])).toEqual(
    Array(3).fill(['no-store', null]),
  )
})

test('a page that is sent again asks the database nothing but whether something has changed', async () => {
  await other.request('/posts/told')
  asked.length = 0
  const again = await other.request('/posts/told')

  expect(again.status).toBe(200)
  expect(asked.filter((text) => !text.includes('public_change'))).toEqual([])
})

test('a page in a second language, and a feed in a second form, are made of what the first was made of', async () => {
  const ask = (path: string, locale: string) =>
    other.request(path, { headers: { 'Accept-Language': locale } })
  const questions = () => asked.filter((text) => !text.includes('public_change'))
  for (const path of ['/posts/told', '/feed.rss']) await ask(path, 'en')
  asked.length = 0
  const [spanish, atom] = [await ask('/posts/told', 'es'), await ask('/feed.atom', 'en')]
  const afterwards = questions()
  await app.db.updateTable('post').set({ summary: 'Told anew' }).where('slug', '=', 'told').execute()
  await new Promise((settle) => setTimeout(settle, 150))
  const [text, fed] = [
    await (await ask('/posts/told', 'fr')).text(),
    await (await ask('/feed.json', 'en')).text(),
  ]

  expect([spanish.status, atom.status]).toEqual([200, 200])
  expect(afterwards).toEqual([])
  expect([text, fed].map((one) => one.includes('Told anew'))).toEqual([true, true])
})

test('a crowd that comes at once after a change has the page made once, and each gets what they asked for', async () => {
  const change = (title: string) =>
    app.db.updateTable('post').set({ title }).where('slug', '=', 'told').execute()
  const costOf = async (ask: () => Promise<Response[]>) => {
    // The other process hears of the change a tenth of a second later.
    await new Promise((settle) => setTimeout(settle, 150))
    asked.length = 0
    const texts = await Promise.all((await ask()).map((answer) => answer.text()))
    return { texts, cost: asked.filter((text) => !text.includes('public_change')).length }
  }
  await change('First.')
  const alone = await costOf(async () => [await other.request('/posts/told')])
  await change('Second.')
  const crowd = await costOf(() =>
    Promise.all(Array.from({ length: 20 }, () => other.request('/posts/told'))),
  )
  await change('Third.')
  const both = await costOf(() =>
    Promise.all(
      ['en', 'es', 'en', 'es'].map((language) =>
        other.request('/posts/told', { headers: { 'Accept-Language': language } }),
      ),
    ),
  )

  expect(alone.cost).toBeGreaterThan(2)
  expect(crowd.cost).toBe(alone.cost)
  expect([new Set(crowd.texts).size, crowd.texts[0]?.includes('Second.')]).toEqual([1, true])
  expect(both.texts.map((text) => /lang="(..)"/.exec(text)?.[1])).toEqual(['en', 'es', 'en', 'es'])
})

test('who has a page already is told that it holds, whether it was kept or had to be made', async () => {
  const tag = (await site.request('/posts/told')).headers.get('ETag') ?? ''
  const ask = () => site.request('/posts/told', { headers: { 'If-None-Match': tag } })
  const kept = await ask()
  await app.db.updateTable('round').set({ capPercent: 21 }).execute()
  const made = await ask()
  const whole = await site.request('/posts/told')

  expect([kept.status, made.status, whole.status]).toEqual([304, 304, 200])
  expect([kept.headers.get('ETag'), kept.headers.get('Content-Type')]).toEqual([tag, null])
  // A cache puts what it reads here in the place of what it has of the page.
  for (const name of ['Content-Security-Policy', 'Link', 'Vary', 'Cache-Control'])
    expect([kept.headers.get(name), made.headers.get(name)]).toEqual(Array(2).fill(whole.headers.get(name)))
  expect(whole.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
})

test('a page is kept in each language and compression as it was made, whatever a reader’s cookie spells', async () => {
  const read = async (headers: Record<string, string>) => {
    const answer = await site.request('/posts/told', { headers })
    const text = answer.headers.has('Content-Encoding') ? '' : await answer.text()
    return [answer.headers.get('Content-Encoding'), /<html lang="(..)"/.exec(text)?.[1] ?? null]
  }
  const arabic = { Cookie: 'twinleaf_pref=%61r.auto' }
  const zipped = { 'Accept-Encoding': 'gzip' }
  const forms: Record<string, string>[] = [
    arabic,
    { Cookie: 'twinleaf_pref=en.auto' },
    {},
    zipped,
    { 'Accept-Language': 'es' },
  ]
  const first = []
  for (const form of forms) first.push(await read(form))
  const again = []
  for (const form of forms.toReversed()) again.push(await read(form))

  expect(first).toEqual([
    [null, 'ar'],
    [null, 'en'],
    [null, 'en'],
    ['gzip', null],
    [null, 'es'],
  ])
  expect(again.toReversed()).toEqual(first)
})

test('a post that is withdrawn is never sent again, by no process and in no language', async () => {
  const inSpanish = { headers: { 'Accept-Language': 'es' } }
  await aPost('taken-back', app.now())
  for (const place of [site, other])
    for (const init of [{}, inSpanish])
      expect((await place.request('/posts/taken-back', init)).status).toBe(200)
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'taken-back').execute()
  const here = [
    (await site.request('/posts/taken-back')).status,
    (await site.request('/posts/taken-back', inSpanish)).status,
  ]
  await until(async () => (await other.request('/posts/taken-back')).status === 410)

  expect(here).toEqual([410, 410])
  expect((await other.request('/posts/taken-back', inSpanish)).status).toBe(410)
})

test('a full disk is told of on pages that were kept before it was', async () => {
  const says = async () => (await (await site.request('/posts/told')).text()).includes('class="banner halt"')
  const before = await says()
  app.roomIs('short')
  const meanwhile = await says()
  app.roomIs('enough')

  expect([before, meanwhile, await says()]).toEqual([false, true, false])
})
