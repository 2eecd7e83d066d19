import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { aCopy } from '../../../test/copies/copied-site.ts'
import { siteToCopy } from '../../cli/copy-site.ts'
import { Conflict } from '../../platform/refusals.ts'
import type { AskedOfHand } from './copying/beside.ts'
import { openFolder } from './copying/folder.ts'
import type { Gathering } from './copying/grounds.ts'
import { answersOfHand } from './copying/hands.ts'
import { publish } from './copying/publish.ts'
import { publishWacz, titleOf } from './copying/wacz.ts'

const { app, site, folder, first, living } = await aCopy()

test('a second run writes nothing; then only what changed, and what is gone goes', async () => {
  const before = await stat(join(folder, 'copy.json'))
  await writeFile(join(folder, 'CNAME'), 'ours.example')
  app.at('2016-03-02T12:00:00Z')

  const second = await publish(app, site, folder)
  const after = await stat(join(folder, 'copy.json'))
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'juegos').execute()
  const third = await publish(app, site, folder)

  expect(second).toEqual({ ...first, written: 0 })
  expect(after.mtimeMs).toBe(before.mtimeMs)
  expect(await readdir(folder)).toContain('CNAME')
  expect(third.removed).toBeGreaterThan(0)
  expect(third.written).toBeLessThan(third.files)
  await expect(stat(join(folder, 'authors/sol-ruiz'))).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).not.toContain('.aside')
})

test('several processes make the same copy as one', async () => {
  const [alone, together] = [
    await mkdtemp(join(tmpdir(), 'twinleaf-one-')),
    await mkdtemp(join(tmpdir(), 'twinleaf-two-')),
  ]
  const answers = [answersOfHand(await siteToCopy(app)), answersOfHand(await siteToCopy(app))]
  const taken = answers.map(() => 0)
  const beside = answers.map((answer, number) => ({
    // As it goes from one process to another.
    ask: async (asked: AskedOfHand) => {
      taken[number] = (taken[number] ?? 0) + Number(asked.what === 'visit')
      return structuredClone(await answer(structuredClone(asked)))
    },
  }))

  const one = await publish(app, site, alone)
  const several = await publish(app, { ...site, beside }, together)
  const again = await publish(app, { ...site, beside }, together)

  expect(several).toEqual(one)
  expect(again).toEqual({ ...one, written: 0 })
  expect(Math.min(...taken)).toBeGreaterThan(20)
  const list = (path: string) => readFile(join(path, 'copy.json'), 'utf8')
  expect(await list(together)).toBe(await list(alone))
})

test('a run that is cut off leaves whole files, and the next one finishes; meanwhile no other one writes', async () => {
  const path = await mkdtemp(join(tmpdir(), 'twinleaf-cut-'))
  let asked = 0
  const cutOff = {
    ...site,
    visit: (gathered: Gathering) => async (address: string, locale: string) => {
      asked += 1
      if (asked === 40) throw new Error('killed')
      if (asked === 20)
        await expect(publish(app, site, path)).rejects.toEqual(
          new Conflict('folder-in-use', { path, lock: join(path, '.lock') }),
        )
      return site.visit(gathered)(address, locale)
    },
  }
  await expect(publish(app, cutOff, path)).rejects.toThrow('killed')
  // As a process leaves it that had no time for anything.
  const dead = { pid: 2 ** 30, host: hostname(), mark: 'dead' }
  await writeFile(join(path, '.lock'), JSON.stringify(dead))
  await mkdir(join(path, '.aside'))
  await writeFile(join(path, '.aside', 'next'), 'half of a pa')

  const whole = await publish(app, site, path)
  const again = await publish(app, site, path)

  expect(whole.written).toBeGreaterThan(0)
  expect(again).toEqual({ ...whole, written: 0 })
  expect((await readdir(path)).filter((name) => /^\.(aside|lock)/.test(name))).toEqual([])
  expect(await readFile(join(path, 'posts/games/index.html'), 'utf8')).toContain('</html>')
})

/** What a ZIP holds that was not compressed, and what was, by its own list. */
function filesIn(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(zip.length - 22 + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [length, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const name = zip.toString('utf8', at + 46, at + 46 + (length ?? 0))
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

test('a file for web archives holds each page as the site gave it, and reads record by record', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'twinleaf-wacz-')), 'blog.wacz')
  const archived = await publishWacz(app, site, path)

  const inside = filesIn(await readFile(path))
  const warc = inside.get('archive/data.warc.gz') ?? Buffer.alloc(0)
  const lines = (name: string) => (inside.get(name) ?? '').toString().trim().split('\n')
  const index = lines('indexes/index.cdx')
  const records = []
  for (const line of index) {
    const said = JSON.parse(line.slice(line.indexOf('{')))
    const one = warc.subarray(Number(said.offset), Number(said.offset) + Number(said.length))
    const record = await WARCParser.parse(new Response(new Uint8Array(one)).body as never)
    const payload = await record?.readFully(true)
    records.push({ url: record?.warcTargetURI, digest: payload && sha256(payload), said })
  }
  expect(index).toEqual(index.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))))
  expect(records.map(({ url, digest }) => ({ url, digest }))).toEqual(
    records.map(({ said }) => ({ url: said.url, digest: said.digest })),
  )
  const [head = '', ...pages] = lines('pages/pages.jsonl')
  expect(JSON.parse(head)).toMatchObject({ format: 'json-pages-1.0' })
  const urls = new Set(pages.map((line) => JSON.parse(line).url))
  const missing = [...(await living('en'))].filter(
    ([address, stands]) => 'html' in stands && address !== '/posts/taken' && !urls.has(app.origin + address),
  )
  expect(missing).toEqual([])
  expect(records.map(({ url }) => url)).toContain(app.origin + site.ownScript)
  expect(archived).toMatchObject({ pages: pages.length, records: index.length })
  const about = inside.get('datapackage.json') ?? Buffer.alloc(0)
  for (const { path: name, hash } of JSON.parse(about.toString()).resources)
    expect([name, hash]).toEqual([name, sha256(inside.get(name) ?? Buffer.alloc(0))])
  expect(JSON.parse(lines('datapackage-digest.json').join('')).hash).toBe(sha256(about))
})

test('a page is listed there by its title as it is read', () => {
  const html =
    '<head><title>Ada&#39;s &quot;desk&quot; &amp;lt; 馆 &amp; more</title></head><title>no</title>'

  expect(titleOf(html)).toBe('Ada\'s "desk" &lt; 馆 & more')
})

test('a folder that holds something else is left alone', async () => {
  const path = await mkdtemp(join(tmpdir(), 'twinleaf-other-'))
  await writeFile(join(path, 'thesis.doc'), 'mine')

  await expect(publish(app, site, path)).rejects.toEqual(new Conflict('folder-not-ours', { path }))
  expect(await readdir(path)).toEqual(['thesis.doc'])
})

test.runIf(process.platform === 'linux')(
  'where no folder can be made, a copy says so and does not go on',
  async () => {
    const path = '/proc/twinleaf/copy'

    await expect(publish(app, site, path)).rejects.toEqual(
      new Conflict('folder-impossible', { path: '/proc/twinleaf' }),
    )
  },
)

test('a copy goes into a new folder in new folders', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'twinleaf-new-')), 'one', 'two')

  const opened = await openFolder(path, { origin: app.origin, holds: 'copy', refusal: 'folder-not-ours' })
  await opened.close()

  expect(await readdir(path)).toEqual(['copy.json'])
})

test('a list that names files elsewhere takes none of them away', async () => {
  const place = await mkdtemp(join(tmpdir(), 'twinleaf-other-'))
  const path = join(place, 'copy')
  await writeFile(join(place, 'thesis.doc'), 'mine')
  const files = { '../thesis.doc': { digest: '', bytes: 4 } }
  await mkdir(path)
  await writeFile(join(path, 'copy.json'), JSON.stringify({ twinleaf: 'copy', origin: app.origin, files }))

  const opened = await openFolder(path, { origin: app.origin, holds: 'copy', refusal: 'folder-not-ours' })
  const { removed } = await opened.finish()
  await opened.close()

  expect(removed).toBe(0)
  expect(await readdir(place)).toContain('thesis.doc')
})
