import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, tokensOf } from './fold.ts'

const foldedWords = (text: string) => [...tokensOf(text)].map(({ folded }) => folded)

test.each([
  ['Publicación', 'publicacion'],
  ['BIBLIOTHÈQUE', 'bibliotheque'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['ﬁles', 'files'],
  ['ＩＬＮ', 'iln'],
  ['ёлка', 'елка'],
  ['مَكْتَبَة', 'مكتبه'],
  ['مكتبـــة', 'مكتبه'],
  ['إرشاد', 'ارشاد'],
  ['أرشاد', 'ارشاد'],
  ['آراء', 'ارا'],
  ['مستشفى', 'مستشفي'],
  ['مسؤول', 'مسوول'],
  ['کتابخانه', 'كتابخانه'],
  ['٢٠١٥', '2015'],
  ['が', 'が'],
  ['कि', 'कि'],
])('%s is looked for as %s', (typed, folded) => {
  expect(fold(typed)).toBe(folded)
})

test('words are told apart by what is between them', () => {
  expect(foldedWords('L’Université’s open-access #librarycommute, 2015: مكتبة؟')).toEqual([
    ...['l', 'universite', 's', 'open', 'access', 'librarycommute', '2015', 'مكتبه'],
  ])
})

test('each two letters count as a word where words are written without spaces', () => {
  expect(foldedWords('圖書館 AI時代')).toEqual(['圖書', '書館', 'ai', '時代'])
  expect(foldedWords('書')).toEqual(['書'])
  // The mark of a Kana may be written apart; it is no letter.
  expect(foldedWords('か\u3099人')).toEqual(foldedWords('が人'))
})

test('a word stands where it was found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const places = [...tokensOf(text)].map(({ from, to }) => text.slice(from, to))
      expect(places.map(fold)).toEqual(places.map((place) => foldedWords(place)[0] ?? ''))
    }),
  )
})

test('what is folded stays the same, however it is composed and whatever its letters', () => {
  const alphabet = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(alphabet, (text) => {
      const once = fold(text)
      expect(fold(once)).toBe(once)
      expect(fold(text.normalize('NFD'))).toBe(once)
      expect(fold(text.normalize('NFC'))).toBe(once)
    }),
    { numRuns: 100 },
  )
  const alphabets = [...Array(0x6_00).keys(), ...Array.from({ length: 0x4_f0 }, (_, code) => 0xfb_00 + code)]
  const changing = alphabets
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => fold(fold(letter)) !== fold(letter))
  expect(changing).toEqual([])
})

test('vowel marks, the stroke and the seat of hamza never part two Arabic words', () => {
  const marks = [...'ًٌٍَُِّْٰـ']
  const word = fc.string({
    unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(word, fc.array(fc.constantFrom(...marks), { maxLength: 12 }), (letters, put) => {
      const marked = [...letters].map((letter, index) => letter + (put[index] ?? '')).join('')
      expect(fold(marked.replaceAll('ا', 'أ'))).toBe(fold(letters))
    }),
  )
})
