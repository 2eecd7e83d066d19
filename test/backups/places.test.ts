import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { type Place, placeOf } from '../../src/platform/backups/index.ts'
import { anotherStore, hasOtherStore } from '../stores/other-store.ts'
import { aStore, storeKeys } from '../stores/store.ts'

const store = await aStore('backups')
afterAll(() => store.close())

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-kept-'))
const inStore = (url: string) => placeOf({ url: `${url}/network one`, ...storeKeys })
const places: [string, Place | null][] = [
  ['a folder', placeOf(folder)],
  ['a store', inStore(store.url)],
  ['a store that others wrote', hasOtherStore ? inStore((await anotherStore('backups')).url) : null],
]

/** More than two parts of an upload. */
const large = Buffer.alloc(20_000_000, 'rows of a table ')

async function* broken() {
  yield large
  throw new Error('the database went away')
}

test.for(places)(
  '%s keeps what it is given, lists it by name and lets it go',
  async ([, place], { skip }) => {
    if (!place) return skip('it is not installed')
    await place.put('twinleaf-b', Readable.from([Buffer.from('second')]))
    const bytes = await place.put(
      'twinleaf-a',
      Readable.from([large.subarray(0, 9_000_000), large.subarray(9_000_000)]),
    )
    await place.put('other', Readable.from([Buffer.from('not ours')]))

    const listed = await place.list('twinleaf-')
    const got = await buffer(await place.get('twinleaf-a'))
    await place.remove('twinleaf-a')

    expect(bytes).toBe(large.length)
    expect(listed).toEqual([
      { name: 'twinleaf-a', bytes: large.length },
      { name: 'twinleaf-b', bytes: 6 },
    ])
    expect(got.equals(large)).toBe(true)
    expect(await place.list('twinleaf-')).toEqual([{ name: 'twinleaf-b', bytes: 6 }])
    await expect(place.get('twinleaf-a')).rejects.toMatchObject({ code: 'no-such-backup' })
  },
)

test.for(places)('%s has nothing of a file that broke off', async ([, place], { skip }) => {
  if (!place) return skip('it is not installed')
  await expect(place.put('twinleaf-c', Readable.from(broken()))).rejects.toThrow('the database went away')

  expect((await place.list('twinleaf-')).map(({ name }) => name)).not.toContain('twinleaf-c')
})

test('what a killed process had begun is not listed', async () => {
  await writeFile(join(folder, '.twinleaf-d.4711.part'), 'half')

  expect((await placeOf(folder).list('')).map(({ name }) => name)).not.toContain('.twinleaf-d.4711.part')
})

test('a store with wrong keys says so and shows no secret', async () => {
  const place = placeOf({ url: store.url, ...storeKeys, secret: 'hush' })

  await expect(place.list('')).rejects.toThrow('The store for backups answered 403 SignatureDoesNotMatch')
})
