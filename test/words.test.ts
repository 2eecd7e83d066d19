import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { locales } from '../src/platform/words.ts'

const files = globSync('src/**/words/*.en.json')
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'))

test('each folder of words has the index that its files make; `npm run words` writes it', () => {
  const stale = execFileSync(process.execPath, ['bin/words.mjs', '--check'], {
    encoding: 'utf8',
    timeout: 60_000,
  })

  expect(stale).toBe('')
})

test.each(files)('%s: every language has the same sentences, and fills the same names into each', (file) => {
  const english = read(file)

  for (const locale of locales.filter((one) => one !== 'en')) {
    const other = read(file.replace('.en.', `.${locale}.`))
    expect(Object.keys(other), locale).toEqual(Object.keys(english))
    for (const key of Object.keys(english)) {
      expect(namesIn(other[key] ?? ''), `${locale} ${key}`).toEqual(namesIn(english[key] ?? ''))
    }
  }
})

test.each(files)('%s: plurals have the forms that their language needs', (file) => {
  for (const locale of locales) {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    for (const [key, text] of Object.entries(read(file.replace('.en.', `.${locale}.`)))) {
      for (const forms of pluralsIn(parse(text, { ignoreTag: true }))) {
        const missing = needed.filter((form) => !forms.includes(form) && !canBeLeftOut(form, forms))
        expect(missing, `${locale} ${key}`).toEqual([])
      }
    }
  }
})

/** In French no mark of two parts may begin a line; in Chinese none is as narrow as a Latin one. */
const breaks = {
  fr: / [:;?!»]|« |\u00a0;/,
  zh: /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}/u,
} as const

test.each(['fr', 'zh'] as const)('punctuation in %s is set as its readers know it', (locale) => {
  const paths = [
    ...files.map((file) => file.replace('.en.', `.${locale}.`)),
    ...globSync(`docs/handbook/${locale}/*.md`),
    ...globSync(`src/features/pages/supplied/${locale}/*.md`),
  ]
  const broken = paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => breaks[locale].test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )

  expect(broken).toEqual([])
})

/** Spanish "many" is for millions only; an exact form such as =0 stands for "zero". */
const canBeLeftOut = (form: string, forms: string[]) =>
  form === 'many' && !forms.includes('few')
    ? true
    : form === 'zero'
      ? forms.includes('=0') || !forms.includes('few')
      : false

function namesIn(text: string): string[] {
  const names = new Set<string>()
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type !== TYPE.literal && part.type !== TYPE.pound) names.add(part.value)
      if (part.type === TYPE.plural || part.type === TYPE.select)
        for (const option of Object.values(part.options)) walk(option.value)
    }
  }
  walk(parse(text, { ignoreTag: true }))
  return [...names].sort()
}

function pluralsIn(parts: MessageFormatElement[]): string[][] {
  return parts.flatMap((part) => {
    if (part.type !== TYPE.plural && part.type !== TYPE.select) return []
    const inner = Object.values(part.options).flatMap((option) => pluralsIn(option.value))
    return part.type === TYPE.plural ? [Object.keys(part.options), ...inner] : inner
  })
}
