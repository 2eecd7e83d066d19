import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Parser } from 'htmlparser2'
import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { aCopy, known, type Stands } from '../../../test/copies/copied-site.ts'
import { lived } from '../../../test/lived.ts'
import { forNginx } from './copying/old.ts'
import { openNames } from './names.ts'
import { linkFrom, placeOf } from './place.ts'

const { folder, living } = await aCopy()

const read = (place: string) => readFile(join(folder, place), 'utf8')
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
