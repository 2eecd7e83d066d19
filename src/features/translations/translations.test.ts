import { setImmediate } from 'node:timers/promises'
import { parse } from '@formatjs/icu-messageformat-parser'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { commandNamed, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { locales, sayText } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { branchesOf, sentenceOf, tellingsOf } from './queries/branches.ts'
import { exported, sentencesIn } from './queries/catalog.ts'
import { checked } from './queries/checking.ts'
import type { Tongue } from './tongue.ts'

const tongues = locales.filter((one): one is Tongue => one !== 'en')

/** Names with numbers about which languages differ, and choices. @returns what is filled in, for a number */
function values(text: string): (count: number) => Record<string, string | number | Date> {
  const tellings = tellingsOf([text], 'ar')
  const pieces = branchesOf(text, tellings, 'ar').flatMap((branch) => branch.pieces)
  return (count) => {
    const args: Record<string, string | number | Date> = {}
    for (const { name, by, cases } of tellings)
      args[name] = by === 'plural' ? count : (cases[count % cases.length] ?? '')
    for (const piece of pieces)
      if (typeof piece !== 'string') args[piece.name] ??= piece.as === 'argument' ? `<${piece.name}>` : count
    return args
  }
}

describe.each(tongues)('in %s', (locale) => {
  const all = sentencesIn(locale)
  const told = all.filter(({ said }) => tellingsOf([said], locale).length > 0)

  test('every sentence says the same once its branches were put together again, whatever is filled in', () => {
    expect(told.length).toBeGreaterThan(400)
    for (const { said } of told) {
      const tellings = tellingsOf([said], locale)
      const again = sentenceOf(branchesOf(said, tellings, locale), tellings)
      const count = fc.sample(fc.nat({ max: 1_000_001 }), { numRuns: 1, seed: said.length })[0] ?? 0
      const valuesFor = values(said)
      const each = [0, 1, 2, 5, count].map(valuesFor)
      expect(each.map((args) => sayText(again, locale, args))).toEqual(
        each.map((args) => sayText(said, locale, args)),
      )
    }
  })

  test('a file that went out comes in again: nothing is wrong with it, and nothing is said otherwise', async () => {
    const result = await checked(await exported(locale))

    expect(result).toMatchObject({ locale, faults: [], corrected: [], outdated: [], count: all.length })
  })
})

const file = await exported('fr')
const french = sentencesIn('fr')

/** The file with one sentence of it changed, or all of the others left out. */
function fileWith(key: string, change: (group: string) => string): string {
  const start = file.indexOf(`<group id="${key}" `)
  const end = file.indexOf('</group>', start) + '</group>'.length
  const head = file.slice(0, file.indexOf('<file '))
  const part = file.lastIndexOf('<file ', start)
  return `${head}${file.slice(part, file.indexOf('>', part) + 1)}${change(file.slice(start, end))}</file></xliff>`
}

test('a sentence is corrected in one of its forms, and keeps the others', async () => {
  const untouched = await checked(fileWith('search.caption', (group) => group))
  const result = await checked(
    fileWith('search.caption', (group) =>
      group
        .replace(/(count\.one"[\s\S]*?<target>)[^<]*/, '$1Une phrase, une seule')
        .replaceAll('"translated"', '"final"'),
    ),
  )

  expect(untouched).toMatchObject({ faults: [], corrected: [], count: 1 })
  expect(result).toMatchObject({
    faults: [],
    corrected: [
      {
        ...{ folder: 'features/translations', file: 'office', key: 'search.caption' },
        after:
          '{count, plural, =0 {Aucune phrase ne contient ces mots} one {Une phrase, une seule} other {# phrases}}',
      },
    ],
  })
  expect('passed' in result && result.passed.length).toBe(1)
})

test.each([
  [
    'a form is left out',
    'branch-missing',
    (group: string) => group.replace(/<unit id="[^"]*count\.one"[\s\S]*?<\/unit>/, ''),
  ],
  ['a form is new', 'branch-unknown', (group: string) => group.replace(/count\.one"/, 'count.two"')],
  ['a form is empty', 'empty', (group: string) => group.replace(/(count\.one"[\s\S]*?<target>)[^<]*/, '$1 ')],
  [
    'a name is not given',
    'name-unknown',
    (group: string) => group.replace(/(count\.one"[\s\S]*?<target>)/, '$1<ph id="weather"/>'),
  ],
])('what is wrong with a sentence is said of it: %s', async (_, code, change) => {
  const result = await checked(fileWith('search.caption', change))

  expect('faults' in result && result.faults.map((fault) => fault.code)).toContain(code)
  expect('corrected' in result && result.corrected).toEqual([])
})

test('a placeholder that stands twice in one form, or not in one that is for several numbers, is told of by its unit', async () => {
  const other = /(count\.other"[\s\S]*?<target>[^<]*)(<ph [^>]*>)/
  const twice = await checked(
    fileWith('search.caption', (group) => group.replace(other, '$1$2<ph id="count-number.2"/>')),
  )
  const none = await checked(fileWith('search.caption', (group) => group.replace(other, '$1')))

  expect('faults' in twice && twice.faults).toMatchObject([
    { code: 'name-repeated', said: ['count (search.caption--count.other)'] },
  ])
  expect('faults' in none && none.faults).toMatchObject([
    { code: 'name-missing', said: ['count (search.caption--count.other)'] },
  ])
})

test('a placeholder that a translator took out is missed', async () => {
  const result = await checked(
    fileWith('search.first', (group) => group.replace(/(<target>[\s\S]*?)<ph [^>]*>/, '$1')),
  )

  expect('faults' in result && result.faults).toMatchObject([{ code: 'name-missing', said: ['count'] }])
})

test('a placeholder that became a date is known as none of ours', async () => {
  const result = await checked(
    fileWith('search.first', (group) => group.replace(/(<target>[\s\S]*?<ph id="count)[-\w]*"/, '$1-date"')),
  )

  expect('faults' in result && result.faults).toMatchObject([
    { code: 'name-unknown', said: ['{count, date}'] },
  ])
})

test('others have their turn while a file goes out and while it is looked through', async () => {
  const turnsIn = async (work: Promise<unknown>) => {
    const ended = work.then(() => true)
    for (let turns = 0; ; turns += 1) if (await Promise.race([ended, setImmediate(false)])) return turns
  }

  const [out, back] = [await turnsIn(exported('fr')), await turnsIn(checked(file))]

  expect([out > 100, back > 100]).toEqual([true, true])
})

test('a sentence whose English changed since stays as it is', async () => {
  const result = await checked(
    fileWith('folder.changed', (group) =>
      group.replace('<source>Only', '<source>Just').replace('Seulement', 'Uniquement'),
    ),
  )

  expect(result).toMatchObject({ faults: [], corrected: [], outdated: [{ key: 'folder.changed' }] })
})

test('what was changed here since a file was made is not undone by it, and a clash is told of', async () => {
  const [key, here] = ['folder.changed', 'Rien que ce qui a changé']
  const sentences = (locale: Tongue) =>
    sentencesIn(locale).map((one) => (one.key === key ? { ...one, said: here, isPassed: true } : one))
  const untouched = fileWith(key, (group) => group)
  const theirs = fileWith(key, (group) => group.replace(/<target>[^<]*/, '<target>Uniquement'))
  const alike = fileWith(key, (group) => group.replace(/<target>[^<]*/, `<target>${here}`))
  const forgetful = fileWith(key, (group) => group.replace(/ type="[^"]*"/, ''))

  const none = { corrected: [], outdated: [], faults: [] }
  expect(await checked(untouched, sentences)).toMatchObject({ ...none, clashing: [] })
  expect(await checked(theirs, sentences)).toMatchObject({ ...none, clashing: [{ key }] })
  expect(await checked(alike, sentences)).toMatchObject({ ...none, clashing: [] })
  expect(await checked(theirs)).toMatchObject({ corrected: [{ key, after: 'Uniquement' }], clashing: [] })
  expect(await checked(forgetful, sentences)).toMatchObject({ corrected: [{ key }], clashing: [] })
})

test('a sentence that is gone is left out and named, and the others of its file are taken', async () => {
  const two = fileWith(
    'folder.changed',
    (group) => group.replaceAll('folder.changed', 'folder.gone') + group.replace('Seulement', 'Uniquement'),
  )

  const result = await checked(two)
  const page = await checkedOnThePage(two)

  expect(result).toMatchObject({
    faults: [],
    corrected: [{ key: 'folder.changed' }],
    gone: [{ folder: 'features.translations', key: 'folder.gone' }],
  })
  expect(page[1]).toContain('The file is good.')
  expect(page[1]).toContain('One sentence of the file is not here any more: it is left out.')
  expect(page[1]).toContain('translations:folder.gone')
})

test('whatever a file holds, it is read or refused, and no sentence of ours is lost', async () => {
  expect(await checked('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>')).toEqual({ code: 'not-xliff', line: 1 })
  expect(await checked('no file')).toMatchObject({ code: 'not-xliff' })
  expect(
    await checked('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"></xliff>'),
  ).toMatchObject({ code: 'not-xliff' })
  expect(
    await checked(
      `${file.slice(0, 400).replace('trgLang="fr"', 'trgLang="de"')}</group></group></file></xliff>`,
    ),
  ).toMatchObject({ code: expect.any(String) })
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 3_000 }), fc.string({ maxLength: 6 }), async (at, put) => {
      const small = fileWith('search.caption', (group) => group)
      const result = await checked(small.slice(0, at) + put + small.slice(at + put.length), () => french)
      for (const one of 'corrected' in result ? result.corrected : [])
        expect(() => parse(one.after)).not.toThrow()
    }),
    { numRuns: 100 },
  )
})

async function checkedOnThePage(text: string) {
  const body = new FormData()
  body.set('file', new File([text], 'fr.xlf'))
  const answer = await site.request('/office/translations/check', { method: 'POST', headers: editor, body })
  return [answer.status, await answer.text()] as const
}

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
let editor: Record<string, string>

beforeAll(async () => {
  editor = await signedIn(app, await aPerson(app, { role: 'editor' }))
})

test('an editor reads every sentence in its place, finds one, and gets the file', async () => {
  const read = async (path: string) => (await site.request(path, { headers: editor })).text()
  const list = await read('/office/translations/fr')
  const found = await read('/office/translations/fr?q=Chercher+une+phrase')
  const folder = await read('/office/translations/fr/translations')
  const download = await site.request('/office/translations/fr/download.xlf', { headers: editor })

  expect(list).toContain('href="/office/translations/fr/rounds"')
  expect(found).toContain('translations:search.label')
  expect(folder).toContain('href="/office/translations"')
  expect(folder).toMatch(/Telle qu’on la lit[^<]*3 phrases/)
  expect(download.headers.get('Content-Type')).toMatch(/^application\/xliff\+xml/)
  expect(await download.text()).toBe(await exported('fr'))
})

test('a file is checked on the page, sentence by sentence, and changes nothing', async () => {
  const send = checkedOnThePage
  const good = await send(fileWith('folder.changed', (group) => group.replace('Seulement', 'Uniquement')))
  const bad = await send(
    fileWith('search.first', (group) => group.replace(/(<target>[\s\S]*?)<ph [^>]*>/, '$1')),
  )
  const none = await send('no file')
  const whole = await send(file)
  const emptied = await send(file.replaceAll(/<target>.*?<\/target>/gs, '<target/>'))

  expect([good[0], bad[0], none[0], whole[0], emptied[0]]).toEqual([200, 200, 422, 200, 200])
  expect(whole[1]).toContain('The file is good.')
  expect(emptied[1].match(/<tr/g)).toHaveLength(501)
  expect(emptied[1]).toContain('The first 500 are shown.')
  expect(good[1]).toContain('Uniquement ce qui est nouveau')
  expect(bad[1]).toContain('It leaves out what the English fills in: count')
  expect(none[1]).toContain('cannot be read from line 1 on')
})

test('from the terminal a language goes out, and a faulty file writes nothing', async () => {
  const run = (name: string, ...args: string[]) =>
    commandNamed(name).run(app, { args, options: {}, switches: new Set<string>(), lists: {} })

  expect((await run('words export', 'fr')).text).toBe(await exported('fr'))
  await expect(run('words export', 'en')).rejects.toMatchObject({ code: 'no-tongue' })
  await expect(run('words import', 'none.xlf')).rejects.toMatchObject({ code: 'no-such-file' })
})
