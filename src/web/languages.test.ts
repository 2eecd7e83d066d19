import { expect, test } from 'vitest'
import { locales } from '../platform/words.ts'
import { negotiate } from './languages.ts'

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['zh-Hans-SG', 'zh'],
  ['zh-TW', 'zh'],
  ['zh-Hant-HK;q=0.5,pt-BR;q=0.7', 'pt'],
  ['fr-CA, fr;q=0.9', 'fr'],
  ['de-DE, pt-PT;q=0.4', 'pt'],
  ['de', 'en'],
  ['zh;q=0', 'en'],
  [undefined, 'en'],
])('a browser that asks for %s gets %s', (header, locale) => {
  expect(negotiate(header, locales)).toBe(locale)
})
