import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Place, whereSaid } from '../../platform/passages.ts'
import { carrying, foundAgain, paragraphsOf, passageAt } from './passage.ts'

const said = (text: string, place: Place | null) => place && text.slice(place.from, place.to)
const carried = (before: string, after: string, place: Place) => carrying(before, after)(place)
const placeOf = (text: string, quote: string, nth = 0): Place => {
  let from = -1
  for (let left = nth; left >= 0; left -= 1) from = text.indexOf(quote, from + 1)
  return { from, to: from + quote.length }
}

const word = fc.stringMatching(/^[a-z]{2,9}$/)
const sentence = fc.array(word, { minLength: 4, maxLength: 9 }).map((words) => `${words.join(' ')}.`)
/** A text of paragraphs, none of whose sentences stands in it twice. */
const texts = fc.uniqueArray(fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 6,
  selector: (sentences) => sentences.join(),
})
const whole = (paragraphs: readonly (readonly string[])[]) =>
  paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
/** The sentence that a note is about, by its paragraph and its place in it. */
const picked = fc.nat().chain((paragraph) => fc.nat().map((place) => ({ paragraph, place })))

function pick(paragraphs: string[][], at: { paragraph: number; place: number }) {
  const paragraph = at.paragraph % paragraphs.length
  const sentences = paragraphs[paragraph] ?? []
  return {
    paragraph,
    place: at.place % sentences.length,
    quote: sentences[at.place % sentences.length] ?? '',
  }
}

describe('a passage of a text that goes on being written', () => {
  test('is where it was, whatever is written, changed and taken out around it', () => {
    fc.assert(
      fc.property(
        texts,
        picked,
        sentence,
        fc.nat(),
        fc.boolean(),
        (paragraphs, at, added, where, takesOut) => {
          const { paragraph, quote } = pick(paragraphs, at)
          const before = whole(paragraphs)
          fc.pre(before.split(quote).length === 2 && !added.includes(quote))
          const others = paragraphs.flatMap((sentences, index) =>
            takesOut && index !== paragraph && index % 2 === where % 2 ? [] : [sentences],
          )
          const changed = others.toSpliced(where % (others.length + 1), 0, [added])
          const after = whole(
            changed.map((sentences) =>
              sentences.flatMap((one) => (one === quote ? [added, one, added] : one)),
            ),
          )

          expect(said(after, carried(before, after, placeOf(before, quote)))).toEqual(quote)
        },
      ),
      {
        // What is written beside it, and its neighbours, say nearly the same.
        examples: [
          [[['aa aa aa aa.'], ['aa aa aa ab.']], { paragraph: 1, place: 0 }, 'name aa aa aa.', 0, false],
          [
            [['nx aa aa aa aa.', 'aa aa aa aa.'], ['aa aa aa aa.']],
            { paragraph: 0, place: 0 },
            'aa aa aa nx.',
            0,
            false,
          ],
        ],
      },
    )
  })

  test('takes in what is written into it', () => {
    fc.assert(
      fc.property(texts, picked, word, (paragraphs, at, added) => {
        const { quote } = pick(paragraphs, at)
        const before = whole(paragraphs)
        const words = quote.split(' ')
        fc.pre(before.split(quote).length === 2 && !before.includes(added) && words.length > 3)
        const changed = words.with(1, added).join(' ')
        const after = before.replace(quote, changed)

        expect(said(after, carried(before, after, placeOf(before, quote)))).toEqual(changed)
      }),
    )
  })

  test('is gone when its paragraph is taken out, and there again when that comes back', () => {
    fc.assert(
      fc.property(texts, picked, (paragraphs, at) => {
        const { paragraph, quote } = pick(paragraphs, at)
        const before = whole(paragraphs)
        fc.pre(before.split(quote).length === 2)
        const after = whole(paragraphs.toSpliced(paragraph, 1))

        expect(carried(before, after, placeOf(before, quote))).toEqual(null)
        expect(said(before, foundAgain(before, passageAt(before, placeOf(before, quote))))).toEqual(quote)
      }),
    )
  })

  test('goes along with its paragraph, also where another says the same', () => {
    fc.assert(
      fc.property(texts, sentence, fc.nat(), (paragraphs, twin, to) => {
        fc.pre(paragraphs.length > 3 && !whole(paragraphs).includes(twin))
        const twins = paragraphs.map((sentences, index) => (index < 2 ? [...sentences, twin] : sentences))
        const moved = twins.toSpliced(1, 1).toSpliced(2 + (to % (twins.length - 2)), 0, twins[1] ?? [])
        const [before, after] = [whole(twins), whole(moved)]

        const place = carried(before, after, placeOf(before, twin, 1))

        // Never at the twin: in its own paragraph, behind the sentence it stood behind.
        const own = twins[1]?.join(' ') ?? ''
        expect(place && paragraphsOf(after).find(({ to }) => to >= place.to)?.text).toEqual(own)
        expect(said(after, place)).toEqual(twin)
      }),
    )
  })

  test('a short word that is gone is not found in another sentence', () => {
    const before = 'It is old.\n\nWe lend it on Mondays.'

    expect(
      carried(before, 'We lend tools.\n\nMaps are read where it is quiet.', placeOf(before, 'it', 0)),
    ).toEqual(null)
  })

  test('of two places that are as good, none is taken', () => {
    expect(
      foundAgain('Same words here.\n\nSame words here.', {
        quote: 'Same words here.',
        before: '',
        after: '',
      }),
    ).toEqual(null)
  })
})

describe('words that somebody chose', () => {
  const text = 'A **very** old [map](https://example.org/maps) of Cusco.\n\nThe map of *Cusco* is old.'

  test.each([
    ['old map', {}, 'old [map'],
    ['map of Peru', {}, null],
    ['very old', {}, 'very** old'],
    ['map of Cusco', {}, 'map of *Cusco'],
    ['Cusco', {}, 'Cusco'],
    ['…', {}, null],
  ])('%s', (words, how, found) => {
    expect(said(text, whereSaid(text, words, how))).toEqual(found)
  })

  test('one of several is told by what stands around it', () => {
    const around = { before: 'The map of', after: 'is old.' }

    expect(whereSaid(text, 'Cusco', { around })?.from).toEqual(text.lastIndexOf('Cusco'))
  })

  test('paragraphs have their places', () => {
    expect(paragraphsOf('\n\nOne\ntwo.\n\n\nThree.\n').map(({ text, from }) => [from, text])).toEqual([
      [2, 'One\ntwo.'],
      [13, 'Three.'],
    ])
  })
})
