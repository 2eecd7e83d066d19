import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { publicVersions } from '../../platform/public-version.ts'
import { stateOfPublication } from '../posts/index.ts'
import { indexAnew, indexPosts } from './actions/indexing.ts'
import { aPublishedPost } from './archive.builder.ts'
import { foundPlaces } from './queries/found.ts'
import { understand } from './queries/meanings.ts'
import { shownAt } from './queries/shown.ts'
import { termsIn } from './search.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const slugs = new Map<string, string>()
const day = (on: string) => new Date(`${on}T09:00:00Z`)
const post = async (wish: Parameters<typeof aPublishedPost>[1]) => {
  slugs.set(await aPublishedPost(app, wish), wish.slug)
}

await post({
  slug: 'spaces',
  title: 'Library spaces we love',
  body: 'Quiet corners.',
  publishAt: day('2014-03-15'),
})
await post({
  // Finer than a date of ours: it is not taken for another time at each look.
  ...{ slug: 'games', title: 'Games and libraries', publishAt: '2015-03-20T09:00:00.123456Z' },
  tags: ['gamification'],
  body: 'We mentored players in spaces of their own. The library’s **zine** club played, too.',
})
await post({
  ...{ slug: 'lectura', locale: 'es', title: 'Clubes de lectura', publishAt: day('2015-06-01') },
  body: 'La mentoría en la biblioteca: publicación de reseñas.',
})
await post({
  ...{ slug: 'maktaba', locale: 'ar', title: 'مَكْتَبَة الحيّ', body: 'إرشاد القرّاء في المكتبات.' },
  publishAt: day('2015-07-01'),
})
await post({ slug: 'tushuguan', locale: 'zh', title: '圖書館的時代', publishAt: day('2015-08-01') })
await post({ slug: 'draft', title: 'Zebra', publishAt: null })
await post({ slug: 'coming', title: 'Zebra crossing', publishAt: day('2016-03-02') })

const locales = ['en', 'es', 'ar', 'zh']
const shownState = async () => stateOfPublication(app.db, app.now(), (await publicVersions(app.db)).whole)
async function find(typed: string) {
  const { query, found, slips } = await understand(app.db, termsIn(typed), locales)
  const places =
    query === null ? [] : await foundPlaces(app.db, { query, filter: {}, now: app.now(), page: 1 })
  const posts = await shownAt(app.db, app.now(), places, await shownState())
  const meant = slips.map(({ typed: one, meant: near }) => [one.folded, ...near.map(({ shown }) => shown)])
  return {
    posts: posts.map(({ slug }) => slug),
    marks: [...new Set(found.map(({ folded }) => folded))].sort(),
    ...(meant.length > 0 && { meant }),
  }
}
const found = async (typed: string) => (await find(typed)).posts
const kept = () => app.db.selectFrom('searchWord').selectAll().orderBy('folded').orderBy('locale').execute()

test('what is published is found once it was indexed, each post once', async () => {
  const before = await found('library')
  const first = await indexPosts(app)
  const second = await indexPosts(app)

  expect(before).toEqual([])
  expect([first, second]).toEqual([
    { indexed: 5, dropped: 0 },
    { indexed: 0, dropped: 0 },
  ])
  expect(await found('library')).toEqual(['games', 'spaces'])
})

test('words are found in any of their forms, and marked as they stand there', async () => {
  expect(await find('mentoring')).toEqual({ posts: ['games'], marks: ['mentored'] })
  expect(await find('the libraries')).toEqual({ posts: ['games', 'spaces'], marks: ['libraries', 'library'] })
})

test('a title, a tag and a name count more than the text, and of equals the newest is first', async () => {
  expect(await found('spaces')).toEqual(['spaces', 'games'])
  expect(await found('gamification')).toEqual(['games'])
  expect(await found('okafor')).toEqual(['tushuguan', 'maktaba', 'lectura', 'games', 'spaces'])
})

test('accents may be left out, where a stemmer would take the word for another as well', async () => {
  expect(await found('publicacion')).toEqual(['lectura'])
  expect(await found('mentoria')).toEqual(['lectura'])
  expect(await found('publicaciones')).toEqual(['lectura'])
  expect(await found('RESENAS')).toEqual(['lectura'])
})

test('Arabic is found without its marks and however hamza is spelled', async () => {
  expect(await found('مكتبة')).toEqual(['maktaba'])
  expect(await found('ارشاد')).toEqual(['maktaba'])
  expect(await found('إرشاد')).toEqual(['maktaba'])
})

test('Chinese is found by any two letters that stand together, and by no others', async () => {
  expect(await found('圖書館')).toEqual(['tushuguan'])
  expect(await found('書館時')).toEqual([])
  expect(await find('時代')).toEqual({ posts: ['tushuguan'], marks: ['時代'] })
})

test('a slip of the pen is forgiven, and told', async () => {
  expect(await find('lecutra')).toEqual({
    ...{ posts: ['lectura'], marks: ['lectura'] },
    meant: [['lecutra', 'lectura']],
  })
  expect(await find('gamifi')).toEqual({
    ...{ posts: ['games'], marks: ['gamification'] },
    meant: [['gamifi', 'gamification']],
  })
  expect((await find('publicasion')).meant).toEqual([['publicasion', 'publicación']])
  expect(await find('qwertz')).toEqual({ posts: [], marks: [], meant: [['qwertz']] })
})

test('all words must be there, in quotation marks in this order', async () => {
  expect(await found('library zine')).toEqual(['games'])
  expect(await found('"library spaces"')).toEqual(['spaces'])
  expect(await found('"spaces library"')).toEqual([])
  expect(await found('biblioteca library')).toEqual([])
})

test('what is every language’s is looked for literally, and nothing that is typed is a command', async () => {
  expect(await found('the')).toEqual([])
  expect(await found("'); drop table post; -- \\ ' | ! & <-> :*")).toEqual([])
  expect(await found('zebra')).toEqual([])
})

test('a post comes into the search at its time, goes with its withdrawal, and leaves no words', async () => {
  app.at('2016-03-02T10:00:00Z')
  const came = await indexPosts(app)
  const shown = await found('zebra')
  const id = [...slugs].find(([, slug]) => slug === 'coming')?.[0] ?? ''
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('id', '=', id).execute()
  const atOnce = await found('zebra')
  const went = await indexPosts(app)

  expect([came, went]).toEqual([
    { indexed: 1, dropped: 0 },
    { indexed: 0, dropped: 1 },
  ])
  expect([shown, atOnce]).toEqual([['coming'], []])
  expect((await kept()).map(({ folded }) => folded)).not.toContain('zebra')
})

test('a changed text is found by its new words; made anew, the index is the same', async () => {
  await app.db
    .updateTable('post')
    .set({ body: 'Lecturas en voz alta.', revision: 2 })
    .where('slug', '=', 'lectura')
    .execute()
  await indexPosts(app)
  const [gone, there] = [await found('resenas'), await found('alta')]
  const words = await kept()

  const { indexed } = await indexAnew(app)

  expect([gone, there, indexed]).toEqual([[], ['lectura'], 5])
  expect(await kept()).toEqual(words)
})

test('a post that was found is kept as it is shown, and read again once it or its index is another', async () => {
  const query = "'es.voz'"
  const shownIn = async (state: string) => {
    const places = await foundPlaces(app.db, { query, filter: {}, now: app.now(), page: 1 })
    return (await shownAt(app.db, app.now(), places, state))[0]
  }
  const first = await shownIn('one state')
  const second = await shownIn('one state')
  await app.db
    .updateTable('post')
    .set({ body: 'La voz baja.', revision: 3 })
    .where('slug', '=', 'lectura')
    .execute()
  await indexPosts(app)
  const indexed = await shownIn('one state')
  const changed = await shownIn('another state')

  expect([first?.said, indexed?.said]).toEqual(['Lecturas en voz alta.', 'La voz baja.'])
  expect([second === first, changed === indexed, changed?.said]).toEqual([true, false, 'La voz baja.'])
})

test('an index that is killed half-way misses nothing afterwards, and counts no word twice', async () => {
  await sql`insert into post (slug, title, summary, body, byline, publish_at, created_at, updated_at)
    select 'many-' || n, 'Kept ' || n, 'About it.', 'A lantern.', 'The network', ${app.now()}::timestamptz - n * interval '1 hour', now(), now()
      from generate_series(1, 120) as n`.execute(app.db)
  await sql`create function die() returns trigger language plpgsql as $$
    begin
      if (select count(*) from post_search where words @> '{lantern}') > 70 then perform pg_terminate_backend(pg_backend_pid()); end if;
      return null;
    end $$`.execute(app.db)
  await sql`create trigger dies after insert on post_search for each row execute function die()`.execute(
    app.db,
  )

  await expect(indexPosts(app)).rejects.toThrow()
  const half = await kept()
  await sql`drop trigger dies on post_search`.execute(app.db)
  const { indexed } = await indexPosts(app)
  const whole = await kept()
  await indexAnew(app)

  expect(half.find(({ folded }) => folded === 'lantern')?.posts).toBe(50)
  expect(indexed).toBe(70)
  expect(whole.find(({ folded }) => folded === 'lantern')?.posts).toBe(120)
  expect(await kept()).toEqual(whole)
  expect((await find('lantern')).posts).toHaveLength(10)
})

test('what is found is in one order over all pages: how well it fits, then the newest', async () => {
  await sql`insert into post (slug, title, summary, body, byline, publish_at, created_at, updated_at)
    select 'sea-' || n, case n % 3 when 0 then 'Harbour ' else 'Coast ' end || n,
           case n % 5 when 0 then 'By the lighthouse and its harbour.' else 'By the sea.' end,
           'A harbour, a lighthouse.', 'The network', ${app.now()}::timestamptz - n * interval '1 day', now(), now()
      from generate_series(1, 40) as n`.execute(app.db)
  await indexPosts(app)
  const ofPages = async (typed: string) => {
    const { query } = await understand(app.db, termsIn(typed), locales)
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((page) =>
        query ? foundPlaces(app.db, { query, filter: {}, now: app.now(), page }) : [],
      ),
    )
    const { rows } = await sql<{ id: string }>`
      select post_id as id from post_search where whole @@ ${query}::tsquery
       order by ts_rank(short, ${query}::tsquery) desc, publish_at desc, post_id`.execute(app.db)
    return { found: pages.flat(), one: rows.map(({ id }) => id) }
  }

  for (const typed of ['harbour', 'harbour lighthouse', '"lighthouse harbour"', 'harbour sea']) {
    const { found: places, one } = await ofPages(typed)

    expect(places.map(({ postId }) => postId)).toEqual(one)
    expect(new Set(places.map(({ count }) => count))).toEqual(new Set(one.length > 0 ? [one.length] : []))
  }
})
