import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aRound } from '../../../test/builders.ts'
import { aCopy } from '../../../test/copies/copied-site.ts'
import { siteToCopy } from '../../cli/copy-site.ts'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { changeNetwork } from '../network/index.ts'
import { terminal } from '../people/index.ts'
import type { Site } from './copying/copy.ts'
import { publish } from './copying/publish.ts'

const { app, site, folder } = await aCopy()
// Each step draws all of it once more, to compare.
await changeNetwork(app, terminal, { locales: ['en'] })
await publish(app, site, folder)

/** Addresses that were drawn since they were last asked for, without their languages. */
let drawn = new Set<string>()
const watched = (of: Site): Site => ({
  ...of,
  visit(gathered) {
    const ask = of.visit(gathered)
    return (address, locale) => {
      drawn.add(address)
      return ask(address, locale)
    }
  },
})
const seen = watched(site)

type Listed = { digest: string; bare?: string }

/** What each file of a copy says, but for the day since which a page does; checked against what stands in the folder. */
async function filesIn(path: string): Promise<Record<string, string>> {
  const { files }: { files: Record<string, Listed> } = JSON.parse(
    await readFile(join(path, 'copy.json'), 'utf8'),
  )
  const said = Object.entries(files).map(async ([place, { digest, bare }]) => {
    const hash = createHash('sha256').update(await readFile(join(path, place)))
    expect([place, hash.digest('base64url').slice(0, 22)]).toEqual([place, digest])
    return [place, bare ?? digest] as const
  })
  return Object.fromEntries(await Promise.all(said))
}

/** Brings the copy up to date. @returns what was drawn for it; the copy is what a new one would be */
async function broughtUpToDate(of = seen): Promise<Set<string>> {
  drawn = new Set()
  await publish(app, of, folder)
  const again = drawn
  const fresh = await mkdtemp(join(tmpdir(), 'twinleaf-fresh-'))
  await publish(app, await siteToCopy(app), fresh)
  expect(await filesIn(folder)).toEqual(await filesIn(fresh))
  await rm(fresh, { recursive: true })
  return again
}

const idOf = async (slug: string) =>
  (await app.db.selectFrom('post').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

const changePost = (slug: string, to: Record<string, unknown>) =>
  app.db
    .updateTable('post')
    .set({ ...to, revision: sql<number>`revision + 1`, updatedAt: app.now() })
    .where('slug', '=', slug)
    .execute()

const aComment = async (slug: string, text: string) =>
  app.db
    .insertInto('comment')
    .values({
      ...{ postId: await idOf(slug), name: 'Bo', email: 'bo@secret.example', locale: 'en', text },
      ...{ sentAt: app.now(), state: 'shown', stateAt: app.now(), score: 0, reasons: '[]' },
      ...{ onceHash: Buffer.from(text), textHash: Buffer.from(text) },
    })
    .execute()

test('a second run draws nothing but the page of the search', async () => {
  app.at('2016-03-01T12:20:00Z')

  const again = await broughtUpToDate()

  expect([...again]).toEqual(['/search'])
})

test('a text that was edited is drawn again, and what shows it; what does not is left', async () => {
  await changePost('han', { title: '夜', body: 'See [games](/posts/games).' })

  const again = await broughtUpToDate()

  expect([...again]).toEqual(
    expect.arrayContaining(['/posts/han', '/', '/feed.rss', '/authors/amara-okafor']),
  )
  expect([...again]).not.toContain('/help')
  expect(again.size).toBeGreaterThan(10)
})

test('a comment is drawn below its post, and elsewhere nothing but feeds', async () => {
  await aComment('games', 'And on Sundays.')

  const again = [...(await broughtUpToDate())]

  expect(again).toEqual(expect.arrayContaining(['/posts/games', '/comments.atom']))
  expect(again.filter((one) => /^\/(posts\/(juegos|han)|tags\/|authors\/|years\/|)$/.test(one))).toEqual([])
})

test('a post that comes out by the clock alone appears, and what leads to it', async () => {
  await aPublishedPost(app, { slug: 'later', title: 'Later', publishAt: new Date('2016-03-01T13:00:00Z') })
  const before = await broughtUpToDate()
  app.at('2016-03-01T13:00:00Z')

  const after = await broughtUpToDate()

  expect([before.has('/posts/later'), after.has('/posts/later'), after.has('/')]).toEqual([false, true, true])
})

test('a post that is withdrawn says so, and no link leads to it any more', async () => {
  await changePost('han', { withdrawnAt: app.now() })
  await changePost('later', { withdrawnAt: app.now() })

  await broughtUpToDate()

  expect(await readFile(join(folder, 'posts/han/index.html'), 'utf8')).toMatch(/withdrawn|taken back/i)
})

test('where a link of a page that did not change leads nowhere any more, it is words', async () => {
  await changePost('games', { body: 'Read [about them](/posts/juegos).' })
  await broughtUpToDate()
  await app.db
    .deleteFrom('postAuthor')
    .where('postId', '=', await idOf('juegos'))
    .execute()
  await app.db.deleteFrom('post').where('slug', '=', 'juegos').execute()

  await broughtUpToDate()

  expect(await readFile(join(folder, 'posts/games/index.html'), 'utf8')).toContain('<span>about them</span>')
})

test('a tag that is renamed has another page', async () => {
  await changePost('games', { tags: ['Play'] })

  await broughtUpToDate()

  expect(await readFile(join(folder, 'tags/play/index.html'), 'utf8')).toContain('Play')
  await expect(readFile(join(folder, 'tags/games/index.html'))).rejects.toThrow('ENOENT')
})

test('another name of the network is on all pages, and another language makes all of them anew', async () => {
  await changeNetwork(app, terminal, { texts: { en: { name: 'The Desk' } } })
  const named = await broughtUpToDate()
  await changeNetwork(app, terminal, { locales: ['en', 'fr'] })

  const spoken = await broughtUpToDate()

  expect([named.has('/posts/games'), spoken.has('/posts/games')]).toEqual([true, true])
  expect(await readFile(join(folder, 'fr/posts/games/index.html'), 'utf8')).toContain('The Desk')
})

test('applications open and close, a round begins and ends, and comments close, by the clock alone', async () => {
  await aRound(app, {
    ...{ code: '2016B', applyFrom: new Date('2016-03-02T00:00:00Z'), startsOn: '2016-03-20' },
    ...{ applyUntil: new Date('2016-03-10T12:00:00Z'), endsOn: '2016-03-31', zone: 'Pacific/Auckland' },
  })
  await app.db
    .insertInto('commentRule')
    .values({ waits: 'first', closesAfterDays: 365, changedAt: app.now() })
    .execute()
  await broughtUpToDate()
  const drawnAt = []
  // Its comments close a year after it came out.
  for (const instant of [
    '2016-03-05T12:00:00Z',
    '2016-03-14T08:59:59Z',
    '2016-03-14T09:00:00Z',
    '2016-03-20T12:00:00Z',
    '2016-03-31T11:00:00Z',
  ]) {
    app.at(instant)
    drawnAt.push((await broughtUpToDate()).has('/posts/games'))
  }

  expect(drawnAt).toEqual([false, false, true, false, false])
})

test('another program draws all, and so does a folder that another run filled or that was cut off', async () => {
  const other = await broughtUpToDate({ ...seen, state: 'another program' })
  const back = await broughtUpToDate()
  await expect(
    publish(app, { ...seen, visit: () => () => Promise.reject(new Error('killed')) }, folder),
  ).rejects.toThrow('killed')
  const cutOff = await broughtUpToDate()

  for (const all of [other, back, cutOff]) expect([...all]).toContain('/posts/games')
})

test('a file that somebody took away is there again', async () => {
  await rm(join(folder, 'posts/games/index.html'))

  const again = await broughtUpToDate()

  expect([...again].filter((one) => one.startsWith('/posts/'))).toContain('/posts/games')
})

test('cards for sharing come along where they are asked for, each is drawn once, and pages go on to name the living site', async () => {
  const path = await mkdtemp(join(tmpdir(), 'twinleaf-cards-'))
  const cards = () => [...drawn].filter((one) => one.includes('card.png'))
  const before = (await filesIn(folder))['posts/games/card.png']
  drawn = new Set()
  await publish(app, seen, path, true)
  const first = cards()
  drawn = new Set()
  await publish(app, seen, path, true)

  const again = cards()

  const [, address = ''] =
    /"og:image" content="([^"]*)"/.exec(await readFile(join(path, 'posts/games/index.html'), 'utf8')) ?? []
  expect(before).toBe(undefined)
  expect(first).toContain(address.slice(app.origin.length))
  expect(address).toContain(`${app.origin}/posts/games/card.png?v=`)
  expect(again).toEqual([])
  expect((await readFile(join(path, 'posts/games/card.png'))).subarray(1, 4).toString()).toBe('PNG')
  await rm(path, { recursive: true })
})

test('what is known of a copy goes once that copy is no more where it was', async () => {
  const known = () => readdir(join(app.config.dataDir, 'copies'))
  const path = await mkdtemp(join(tmpdir(), 'twinleaf-gone-'))
  await publish(app, site, path)
  const before = await known()
  await rm(path, { recursive: true })

  await publish(app, site, folder)

  const after = await known()
  expect(before.length).toBeGreaterThan(after.length)
  expect(after.length).toBe(1)
})
