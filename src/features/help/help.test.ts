import { globSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { root } from '../../platform/root.ts'
import { locales } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { chapterOf } from '../people/index.ts'
import { chapterFor, chapters } from './chapters.ts'
import { chapterPath } from './paths.ts'
import { pictureFile, pictureName, takenPictures } from './queries.ts'
import { chapterText, quoted, shown, sourceOf, wordsOnPages } from './text.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())

/** Where the links of a chapter lead, within the site. */
const linksIn = (html: string) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) => path)

describe.each(locales)('the handbook in %s', (locale) => {
  test('has each chapter of the list, and no other', () => {
    const files = globSync(`docs/handbook/${locale}/*.md`, { cwd: root }).map((file) => basename(file, '.md'))

    expect(files.sort()).toEqual([...chapters].sort())
  })

  test.each(chapters)('%s is short, and says words of pages as the pages do', (chapter) => {
    const source = sourceOf(chapter, locale)
    const { title, html, lead } = chapterText(chapter, locale)

    expect([title, lead].filter((text) => text === '' || text.startsWith('#'))).toEqual([])
    expect(
      source
        .replace(shown, '')
        .replaceAll(/\p{Script=Han}{2}/gu, ' x ')
        .split(/\s+/).length,
    ).toBeLessThan(400)
    expect(html).not.toMatch(/[{}]/)
    for (const [, feature = '', key = ''] of source.matchAll(quoted))
      expect(`${feature}:${key} ${wordsOnPages(feature, locale)[key]}`).toMatch(/^[\w:.-]+ [^{}]+$/)
  })

  test('says the same words of pages in the same chapter as in English', () => {
    const said = (chapter: (typeof chapters)[number], in_: (typeof locales)[number]) =>
      [...new Set(sourceOf(chapter, in_).match(quoted))].sort()

    for (const chapter of chapters)
      expect([chapter, said(chapter, locale)]).toEqual([chapter, said(chapter, 'en')])
  })
})

test('a chapter with a picture has it in each language, in words too; it is small, loaded late, and never another', async () => {
  const wanted = locales.flatMap((locale) =>
    chapters
      .filter((chapter) => shown.test(sourceOf(chapter, locale)))
      .map((one) => pictureName(one, locale)),
  )
  const html = await (await site.request(chapterPath('apply'))).text()
  const [, src = '', alt = ''] =
    /<img src="(\/help\/pictures[^"]+)"[^>]* alt="([^"]*)" loading="lazy"/.exec(html) ?? []
  const answer = await site.request(src)

  expect(Object.keys(takenPictures()).sort()).toEqual(wanted.sort())
  expect(wanted.length).toBeGreaterThan(30)
  for (const name of wanted) expect([name, statSync(pictureFile(name)).size < 30_000]).toEqual([name, true])
  expect(alt).toMatch(/^The first page of the form/)
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/webp'])
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(pictureFile('apply.en')))
  expect((await site.request('/help/pictures/taken.json')).status).toBe(404)
})

test('each link in it leads somewhere', async () => {
  const links = new Set(
    locales.flatMap((locale) => chapters.flatMap((chapter) => linksIn(chapterText(chapter, locale).html))),
  )
  const statuses = await Promise.all(
    [...links].map(async (path) => [path, (await site.request(path)).status] as const),
  )

  expect(links.size).toBeGreaterThan(10)
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
})

test('each page of the office leads to a chapter, and no other page does', () => {
  const pages = site.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/office'))
    .map(({ path }) => path.replaceAll(/:\w+(\{[^/]*\})?/g, 'x'))

  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter((path) => chapterFor(path) === undefined)).toEqual([])
  expect(['/', '/rounds/2016A', '/me', '/help'].filter((path) => chapterFor(path))).toEqual([])
})

test('a page of the office says “Help” in the language of its reader, and the chapter opens for anyone', async () => {
  const headers = await signedIn(app, await aPerson(app, { role: 'director', locale: 'es' }))
  const office = await (await site.request('/office/people', { headers })).text()
  const answer = await site.request(chapterPath('people-and-roles'))
  const chapter = await answer.text()
  const contents = await (await site.request('/help')).text()

  expect(office).toContain('<a href="/help/people-and-roles">Ayuda</a>')
  expect(answer.headers.get('Cache-Control')).toMatch(/^public/)
  expect(chapter).toContain('<h1>People and roles</h1>')
  expect(chapter).toContain('<strong>Give a role</strong>')
  expect(chapter).toMatch(/rel="prev">[^<]+<\/a>.*rel="next">/s)
  for (const one of chapters) expect(contents).toContain(`href="${chapterPath(one)}"`)
  expect((await site.request('/help/none')).status).toBe(404)
})

test('the chapter with which each role begins, as its email says, is one of the handbook', () => {
  const all = chapters.map(chapterPath)

  expect(Object.values(chapterOf).filter((path) => !all.includes(path))).toEqual([])
})
