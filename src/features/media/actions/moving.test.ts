import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { aStore, storeAway, storeKeys } from '../../../../test/stores/store.ts'
import { readRows, snapshot } from '../../../db/rows/index.ts'
import type { App } from '../../../platform/app.ts'
import { Conflict, Unacceptable } from '../../../platform/refusals.ts'
import { StoreFails, storeAt } from '../../../platform/store.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { commands } from '../commands.ts'
import { putPicturesAway, tidyStore } from '../jobs.ts'
import { filesKept, picturesByIds } from '../queries/pictures.ts'
import { digestOf, withPictures } from '../queries/store.ts'
import { leaveObjects, moveToDatabase, moveToStore } from './moving.ts'
import { addPicture, dropPicture } from './pictures.ts'

const server = await aStore('pictures')
afterAll(() => server.close())
const bucket = { url: `${server.url}/network one`, ...storeKeys }
const store = storeAt(bucket, 'pictures')
const app = await testApp('2016-02-20T12:00:00Z', {
  MEDIA_TO: bucket.url,
  MEDIA_KEY_ID: bucket.keyId,
  MEDIA_SECRET_KEY: bucket.secret,
})
const assets = await buildAssets()
const site = createSite(app, assets)
const editor = await aPerson(app, { role: 'editor' })
const upload = await sharp({ create: { width: 640, height: 320, channels: 3, background: '#2c6b4a' } })
  .png()
  .toBuffer()

/** The same network with other settings. */
const set = (media: App['config']['media']): App => ({ ...app, config: { ...app.config, media } })
const staying = set({ isStored: false, store: bucket })
const away = set({ isStored: true, store: storeAway })
const none = set({ isStored: false, store: null })

const pathsOf = (id: string) =>
  ['480.webp', '480.jpeg', '640.webp', '640.jpeg'].map((file) => `/media/${id}/${file}`)
const allOf = (id: string, where = site) =>
  Promise.all(pathsOf(id).map(async (path) => Buffer.from(await (await where.request(path)).arrayBuffer())))
const move = async (where: App, to: string) =>
  (await commands[0]?.run(where, { args: [], options: { to }, switches: new Set(), lists: {} }))?.json

beforeEach(async () => {
  await app.db.deleteFrom('media').execute()
})

test('a picture moves to the store once it is saved, and is served from there as before', async () => {
  const id = await addPicture(app, editor, upload, { alt: 'Green' })
  const [before, told] = [await allOf(id), await picturesByIds(app.db, [id])]

  await putPicturesAway.run(app)

  const part = await site.request(`/media/${id}/480.webp`, { headers: { Range: 'bytes=4-7' } })
  expect(await filesKept(app.db)).toEqual({ inDatabase: 0, inStore: 4 })
  expect(await allOf(id)).toEqual(before)
  expect(await picturesByIds(app.db, [id])).toEqual(told)
  expect([part.status, part.headers.get('Content-Range'), part.headers.get('Cache-Control')]).toEqual([
    206,
    `bytes 4-7/${before[0]?.length}`,
    'public, max-age=31536000, immutable',
  ])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(before[0]?.subarray(4, 8))
})

test.each([
  ['is away', away],
  ['is not set any more', none],
])('while the store %s, pages work, and its pictures say when to ask again', async (_name, changed) => {
  const stored = await addPicture(app, editor, upload)
  await moveToStore(app, 4)
  const held = await addPicture(changed, editor, upload)
  const site = createSite(changed, assets)

  const picture = await site.request(`/media/${stored}/480.webp`)

  const names = ['Retry-After', 'Cache-Control']
  expect([picture.status, ...names.map((name) => picture.headers.get(name))]).toEqual([503, '10', 'no-store'])
  expect((await site.request('/')).status).toEqual(200)
  expect((await site.request(`/media/${held}/480.webp`)).status).toEqual(200)
})

test('a move that is cut off loses nothing, and goes on where it was; a second one moves nothing', async () => {
  const id = await addPicture(app, editor, upload)
  const before = await allOf(id)
  await moveToStore(app, 1)
  const cutOff = moveToStore(away, 4)
  await expect(cutOff).rejects.toThrow(StoreFails)
  const half = [await filesKept(app.db), await allOf(id)]

  const there = [await move(app, 'store'), await move(app, 'store')]
  const inStore = await allOf(id)
  await moveToDatabase(staying, 1)
  const back = [await move(staying, 'database'), await move(staying, 'database')]

  expect(half).toEqual([{ inDatabase: 3, inStore: 1 }, before])
  expect(there).toEqual([
    { to: 'store', files: 3, bytes: expect.any(Number), inDatabase: 0, inStore: 4 },
    { to: 'store', files: 0, bytes: 0, inDatabase: 0, inStore: 4 },
  ])
  expect(inStore).toEqual(before)
  expect(back).toEqual([
    { to: 'database', files: 3, bytes: expect.any(Number), inDatabase: 4, inStore: 0 },
    { to: 'database', files: 0, bytes: 0, inDatabase: 4, inStore: 0 },
  ])
  expect(await allOf(id, createSite(none, assets))).toEqual(before)
})

test('bytes that are not what was put into the store never come back from it', async () => {
  const id = await addPicture(app, editor, upload)
  await moveToStore(app, 4)
  const objects = await app.db
    .selectFrom('mediaFile')
    .select(['objectId'])
    .where('width', '=', 480)
    .where('format', '=', 'webp')
    .execute()
  await store.put(`pictures/${objects[0]?.objectId}`, Buffer.from('other'))

  const back = moveToDatabase(staying, 4)

  await expect(back).rejects.toThrow(`gave other bytes for pictures/${objects[0]?.objectId}`)
  expect((await site.request(`/media/${id}/480.webp`)).status).toEqual(503)
  expect((await site.request(`/media/${id}/480.jpeg`)).status).toEqual(200)
})

test('nobody moves pictures where they cannot go, or would not stay', async () => {
  await expect(move(none, 'store')).rejects.toEqual(new Conflict('no-picture-store'))
  await expect(move(app, 'database')).rejects.toEqual(new Conflict('pictures-would-return'))
  await expect(move(app, 'elsewhere')).rejects.toEqual(new Unacceptable('no-such-place'))
  app.roomIs('short')
  await addPicture(app, editor, upload)
  await moveToStore(app, 4)
  await expect(moveToDatabase(staying, 4)).rejects.toMatchObject({ code: 'short-of-room' })
  app.roomIs('enough')
})

test('what no picture names goes from the store after a day, and nothing else does', async () => {
  await sweepAll('2016-03-18T12:00:00Z')
  const [kept, gone] = [await addPicture(app, editor, upload), await addPicture(app, editor, upload)]
  await moveToStore(app, 8)
  const before = await allOf(kept)
  await store.put('pictures/of-another-network', Buffer.from('theirs'))
  await app.db.transaction().execute((tx) => dropPicture(tx, gone))

  await tidyStore.run(app)
  const sameDay = (await store.list('pictures/')).length
  app.at('2016-03-20T13:00:00Z')
  await tidyStore.run(app)

  const names = (await store.list('pictures/')).map(({ name }) => name)
  expect([sameDay, names.length]).toEqual([9, 5])
  expect(names).toContain('pictures/of-another-network')
  expect(await allOf(kept)).toEqual(before)
})

test('a network that was brought back to a minute takes nothing from the one that it came from', async () => {
  const id = await addPicture(app, editor, upload)
  await moveToStore(app, 4)
  const used = await app.db.selectFrom('mediaFile').select('objectId').execute()
  await app.db.transaction().execute(async (tx) => {
    await leaveObjects(tx, app.now())
    await dropPicture(tx, id)
  })

  await sweepAll('2016-05-01T12:00:00Z')

  const names = (await store.list('pictures/')).map(({ name }) => name)
  expect(used).toHaveLength(4)
  expect(names).toEqual(expect.arrayContaining(used.map(({ objectId }) => `pictures/${objectId}`)))
})

/** All that can go goes. */
async function sweepAll(at: string) {
  await tidyStore.run(app)
  app.at(at)
  await tidyStore.run(app)
}

test('a backup holds the pictures that are in the store, as if they were in the database', async () => {
  const id = await addPicture(app, editor, upload)
  await moveToStore(app, 3)
  const before = (await allOf(id)).map((bytes) => digestOf(bytes).toString('hex'))
  const client = new pg.Client({ connectionString: app.queue.url })
  await client.connect()
  await client.query('create temporary table restored (like media_file)')

  await snapshot(app.queue.url, [], async (seen) => {
    const whole = await withPictures(app.config, seen)
    const part = seen.parts.find(({ table }) => table === 'media_file')
    if (!part) throw new Error('no pictures')
    const { bytes, count } = readRows(seen, part)
    const into = client.query(from(`copy restored (${part.columns.join(', ')}) from stdin (format binary)`))
    await pipeline(Readable.from(whole(part, bytes)), into)
    expect(count()).toEqual(4)
    expect(await seen.ask('select 1 as one')).toEqual([{ one: 1 }])
    await expect(
      snapshot(app.queue.url, [], async (other) => {
        const lacking = await withPictures(away.config, other)
        for await (const _ of lacking(part, readRows(other, part).bytes));
      }),
    ).rejects.toThrow(StoreFails)
  })

  const { rows } = await client.query(
    "select encode(sha256(bytes), 'hex') as sum, object_id from restored order by width, format desc",
  )
  await client.end()
  expect(rows).toEqual(before.map((sum) => ({ sum, object_id: null })))
})
