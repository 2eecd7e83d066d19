import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { lived } from '../../../test/lived.ts'
import { siteToCopy } from '../../cli/copy-site.ts'
import { Conflict } from '../../platform/refusals.ts'
import { keptAssets } from '../../web/kept-assets.ts'
import { createSite } from '../../web/site.tsx'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { changeNetwork } from '../network/index.ts'
import { terminal } from '../people/index.ts'
import type { AskedOfHand } from './copying/beside.ts'
import { openFolder } from './copying/folder.ts'
import { answersOfHand } from './copying/hands.ts'
import { forNginx } from './copying/old.ts'
import { publish } from './copying/publish.ts'
import { publishWacz, titleOf } from './copying/wacz.ts'
import { openNames } from './names.ts'
import { linkFrom, placeOf } from './place.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = await siteToCopy(app)
const visited = createSite(app, await keptAssets())
const visit = (address: string, locale: string) =>
  visited.request(address, { headers: { 'Accept-Language': locale } })
const more = lived.filter((one) => !['en', 'es', 'ar'].includes(one))
await changeNetwork(app, terminal, { locales: ['en', 'es', 'ar', ...more] })
const round = await aRound(app, { code: '2015A' })
const on = (day: string) => new Date(`${day}T09:00:00Z`)
const games = await aPublishedPost(app, {
  ...{ slug: 'games', title: 'Games in libraries', roundId: round.id, fortnight: 2, part: 'lead' },
  ...{
    tags: ['Games', '图书馆'],
    publishAt: on('2015-03-15'),
    body: 'Dice, and [the next one](/posts/juegos). See [how to join](/subscribe).',
  },
})
await aPublishedPost(app, {
  slug: 'juegos',
  title: 'Bibliotecas y juegos',
  locale: 'es',
  byline: 'Sol Ruiz',
  publishAt: on('2015-12-31'),
})
await aPublishedPost(app, { slug: 'han', title: '图书馆的夜', body: 'نَصٌّ', publishAt: on('2016-01-05') })
await aPublishedPost(app, {
  slug: 'taken',
  title: 'Taken back',
  publishAt: on('2016-01-07'),
  withdrawnAt: on('2016-01-08'),
})
await app.db
  .insertInto('comment')
  .values({
    ...{ postId: games, name: 'Ada', email: 'ada@secret.example', locale: 'en', text: 'We play on Fridays.' },
    ...{ sentAt: on('2015-03-16'), state: 'shown', stateAt: on('2015-03-16'), score: 0, reasons: '[]' },
    ...{ onceHash: Buffer.from('once'), textHash: Buffer.from('text') },
  })
  .execute()
await app.db
  .insertInto('postAddress')
  .values({ slug: 'games-of-old', postId: games, until: on('2015-04-01') })
  .execute()

const folder = await mkdtemp(join(tmpdir(), 'twinleaf-copy-'))
const read = (place: string) => readFile(join(folder, place), 'utf8')
const first = await publish(app, site, folder)
const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((one) => one.isFile())
  .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
const pages = files.filter((place) => place.endsWith('.html'))

/** What is read in the main part of a page, but for what only the living site can do and what says that it is a copy. */
function textOf(html: string): string {
  const said: string[] = []
  const open: boolean[] = []
  let isMain = false
  const parser = new Parser({
    onopentag(name, { class: classes = '', rel = '', href = '', 'data-living': living }) {
      if (name === 'main') isMain = true
      const isAct = name === 'a' && (rel === 'nofollow' || (classes.includes('button') && href !== ''))
      const isForms = ['form', 'button', 'search', 'aside'].includes(name)
      open.push(living !== undefined || isForms || isAct)
    },
    onclosetag(name) {
      open.pop()
      if (name === 'main') isMain = false
    },
    ontext(text) {
      if (isMain && !open.includes(true)) said.push(text)
    },
  })
  parser.end(html)
  return said.join('').replaceAll(/\s+/g, ' ').trim()
}

/** What stands at an address: the text of a page, or the bytes of a file. */
type Stands = { html: string } | { bytes: Buffer }

const begins = ['/', '/archive', '/posts/games', '/posts/juegos', '/posts/han', '/posts/taken']
const known = ['/feed.rss', '/feed.atom', '/feed.json', '/comments.atom', '/sitemap.xml', '/robots.txt']

/** All that is public and that a link leads to, and what says that something was withdrawn, found by a crawler of the test's own. */
async function living(locale: string): Promise<Map<string, Stands>> {
  const found = new Map<string, Stands>()
  const due = [...begins, ...known]
  const seen = new Set(due)
  for (const address of due) {
    const answer = await visit(address, locale)
    const { headers, ok, status } = answer
    if (!(ok ? headers.get('Cache-Control')?.includes('public') : status === 410)) continue
    // Its pages run a script of their own.
    if (headers.get('Content-Type')?.includes('javascript')) continue
    if (!headers.get('Content-Type')?.startsWith('text/html')) {
      found.set(address, { bytes: Buffer.from(await answer.arrayBuffer()) })
      continue
    }
    const html = await answer.text()
    found.set(address, { html })
    for (const [, href = ''] of html.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (seen.has(link)) continue
      seen.add(link)
      due.push(link)
    }
  }
  return found
}

/** Whether the same stands in the copy. */
async function isCopied(address: string, locale: string, stands: Stands): Promise<boolean> {
  if ('bytes' in stands) {
    const bytes = await readFile(join(folder, placeOf(address, null, false))).catch(() => null)
    return bytes?.equals(stands.bytes) === true
  }
  const place = placeOf(address, locale === 'en' ? null : locale, true)
  return textOf(await read(place).catch(() => '')) === textOf(stands.html)
}

test.for(lived)('all that is public reads in the copy as it does on the site, in %s', async (locale) => {
  const differing = []
  const found = await living(locale)
  for (const [address, stands] of found)
    if (!(await isCopied(address, locale, stands))) differing.push(address)

  expect(differing).toEqual([])
  expect([...found.values()].filter((one) => 'html' in one).length).toBeGreaterThan(30)
  expect([...found.keys()]).toEqual(expect.arrayContaining([...known, '/posts/taken']))
})

test('every link of the copy leads to a file in it, without a server', async () => {
  const all = new Set(files)

  const astray = []
  for (const place of pages)
    for (const [, , link = ''] of (await read(place)).matchAll(/ (href|src|action)="([^"]*)"/g)) {
      if (/^(https?|mailto):|^#/.test(link)) continue
      const to = join(dirname(place), decodeURIComponent(link.replace(/[?#].*/, '')))
      if (link.startsWith('/') || !all.has(to)) astray.push(`${place}: ${link}`)
    }

  expect(astray).toEqual([])
  expect(files.filter((place) => /[?:*"<>|\\]/.test(place))).toEqual([])
  expect(new Set(files.map((place) => place.toLowerCase())).size).toBe(files.length)
})

test('nothing in it can only be done on the living site, and nothing of it is kept from visitors', async () => {
  const all = (await Promise.all(files.map(read))).join('\n')

  expect(all.match(/<form[^>]*method="post"|type="module"|\/sign-in"|ada@secret\.example/gi)).toBeNull()
  expect(all).not.toMatch(/<input[^>]*type="hidden"/)
  expect(all).toContain('We play on Fridays.')
  expect(await read('posts/games/index.html')).toContain('See <span>how to join</span>')
  expect(await read('posts/games/index.html')).toContain('the page as it stood on 1 March 2016')
})

test('where a post was withdrawn the copy says so, and an old address leads on', async () => {
  expect(await read('posts/taken/index.html')).toMatch(/withdrawn|taken back|no longer/i)
  expect(await read('posts/games-of-old/index.html')).toContain('content="0; url=../games/index.html"')
  expect(await read('_redirects')).toBe('/posts/games-of-old /posts/games/ 301\n')
  expect(await read('nginx.map')).toContain('"/posts/games-of-old/" "/posts/games/";')
})

test('its search finds pairs of Han letters, and Arabic without its vowel marks', async () => {
  const [, index = ''] = /^self\.twinleafIndex\("en", (.*)\)$/m.exec(await read('copy/posts-en.js')) ?? []
  const found = MiniSearch.loadJSON(JSON.parse(index), { fields: ['title', 'text'], storeFields: ['title'] })
  const titles = (term: string) => found.search(term).map(({ title }) => title)

  expect([titles('书馆'), titles('نص'), titles('dice')]).toEqual([
    ['图书馆的夜'],
    ['图书馆的夜'],
    ['Games in libraries'],
  ])
})

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
      taken[number] = (taken[number] ?? 0) + Number(asked.what === 'meet')
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
    ask: async (address: string, locale: string) => {
      asked += 1
      if (asked === 40) throw new Error('killed')
      if (asked === 20)
        await expect(publish(app, site, path)).rejects.toEqual(
          new Conflict('folder-in-use', { path, lock: join(path, '.lock') }),
        )
      return site.ask(address, locale)
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

test('what leads on names no variable of a server', () => {
  const map = forNginx({ from: '/?tag=prices', place: 'tags/$host/index.html' })

  expect(map).toBe('  "/?tag=prices" "/tags/%24host/";\n')
})

test('names fit a stick, and no two of them differ by case alone', () => {
  const names = openNames([])

  expect(placeOf('/tags/a%3Ab%3F', null, true)).toBe('tags/a_b_/index.html')
  expect(placeOf('/?page=2', 'es', true)).toBe('es/page-2/index.html')
  expect(placeOf('/con/end.', null, true)).toBe('_con/end_/index.html')
  expect([names('/tags/A', null, true), names('/tags/a', null, true), names('/tags/A', null, true)]).toEqual([
    ...['tags/A/index.html', 'tags/a/2/index.html', 'tags/A/index.html'],
  ])
  expect(linkFrom('es/posts/a/index.html', 'media/1/b c.webp')).toBe('../../../media/1/b%20c.webp')
})
