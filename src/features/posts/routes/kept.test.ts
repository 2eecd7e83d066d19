import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { connect } from '../../../db/index.ts'
import { publicVersion } from '../../../platform/public-version.ts'
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
    'public_change',
  ])
})

test('a page kept for everyone is made anew after any change of what it shows, and only then', async () => {
  const tag = async () => (await site.request('/posts/told')).headers.get('ETag')
  const [before, version] = [await tag(), await publicVersion(app.db)]
  await aPost('a-draft', null)
  await app.db.updateTable('post').set({ body: 'B' }).where('slug', '=', 'a-draft').execute()
  const untouched = await publicVersion(app.db)
  await app.db.updateTable('person').set({ name: 'Ada Obi', familyName: 'Obi' }).execute()
  await app.db.updateTable('post').set({ byline: 'Ada Obi' }).where('slug', '=', 'told').execute()

  expect(untouched).toBe(version)
  expect(await publicVersion(app.db)).not.toBe(version)
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
