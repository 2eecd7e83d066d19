import { expect, test } from 'vitest'
import { mayBeChanged, takesComments, threaded, wasRead, whyItWaits } from './comment.ts'
import { type Count, every, signsOf, weigh } from './filter.ts'
import { addressesIn, paragraphsOf, tidy, tidyName } from './text.ts'

const at = (text: string) => new Date(text)
const known = { isEditor: false, isProven: true, shown: 1, refused: 0 }
const plain = { sender: known, links: 0, repeated: false }

test.each([
  ['an address whose comment an editor let appear', plain, 'first', []],
  [
    'whoever knows such an address',
    { ...plain, sender: { ...known, isProven: false } },
    'first',
    ['unproven'],
  ],
  ['a new address', { ...plain, sender: { ...known, shown: 0 } }, 'first', ['first']],
  ['anyone where all wait', plain, 'all', ['all-wait']],
  ['an editor where all wait', { ...plain, sender: { ...known, isEditor: true } }, 'all', []],
  [
    'one that was removed lately',
    { ...plain, sender: { ...known, refused: 1 } },
    'first',
    ['refused-before'],
  ],
  ['two links', { ...plain, links: 2 }, 'first', []],
  ['three links and a repeated text', { ...plain, links: 3, repeated: true }, 'first', ['links', 'repeated']],
] as const)('%s', (_who, comment, waits, why) => {
  expect(whyItWaits(comment, { waits, closesAfterDays: null })).toEqual(why)
})

test('answers stand below what they answer, two levels deep, and deeper ones say what they answer', () => {
  const one = (id: string, parentId: string | null = null) => ({ id, parentId })
  const order = threaded([
    ...[one('a'), one('b'), one('a1', 'a'), one('a11', 'a1'), one('a111', 'a11'), one('a2', 'a')],
    one('orphan', 'gone'),
  ])

  expect(order.map(({ comment, depth, answers }) => [comment.id, depth, answers?.id ?? null])).toEqual([
    ...[['a', 0, null] as const, ['a1', 1, null] as const, ['a11', 2, 'a1'] as const],
    ...[['a111', 2, 'a11'] as const, ['a2', 1, null] as const, ['b', 0, null] as const],
    ['orphan', 0, null],
  ])
})

test('comments close by days, unless an editor said otherwise of the post', () => {
  const post = { publishAt: at('2016-01-01T00:00:00Z'), closing: null }
  const days = { closesAfterDays: 10 }

  expect([
    takesComments(post, days, at('2016-01-10T23:59:59Z')),
    takesComments(post, days, at('2016-01-11T00:00:00Z')),
    takesComments(post, { closesAfterDays: null }, at('2026-01-01T00:00:00Z')),
    takesComments({ ...post, closing: 'open' }, days, at('2026-01-01T00:00:00Z')),
    takesComments({ ...post, closing: 'closed' }, days, post.publishAt),
  ]).toEqual([true, false, true, true, false])
})

test('a comment may be changed while it waits, and for half an hour once it appeared', () => {
  const sentAt = at('2016-01-01T12:00:00Z')

  expect([
    mayBeChanged({ state: 'waiting', sentAt }, at('2016-02-01T12:00:00Z')),
    mayBeChanged({ state: 'shown', sentAt }, at('2016-01-01T12:29:59Z')),
    mayBeChanged({ state: 'shown', sentAt }, at('2016-01-01T12:30:00Z')),
    mayBeChanged({ state: 'removed', sentAt }, sentAt),
  ]).toEqual([true, true, false, false])
})

test('reading takes longer than a program needs, and less than a day', () => {
  const made = at('2016-01-01T12:00:00Z')

  expect(
    ['2016-01-01T12:00:01Z', '2016-01-01T12:00:02Z', '2016-01-02T12:00:01Z', '2016-01-01T11:00:00Z'].map(
      (now) => wasRead(made, at(now)),
    ),
  ).toEqual([false, true, false, false])
})

test('what turns a direction or heaps marks on a letter is taken out, and what a script needs stays', () => {
  expect(tidy('\u202egpj.exe\u202c\n\n\n\nB')).toBe('gpj.exe\n\nB')
  expect(tidy(`Z${'\u0301'.repeat(40)}algo`)).toBe(`Z${'\u0301'.repeat(4)}algo`)
  expect(tidy('\u200b \n\u2066\u2069')).toBe('')
  expect(tidy('می\u200cخواهم')).toBe('می\u200cخواهم')
  expect(tidyName('  Ada\n Okafor\u202e ')).toBe('Ada Okafor')
})

test('an address is shown with the host it leads to, and nothing but the web is followed', () => {
  const links = addressesIn(
    'See https://раypal.com/login, http://a.example. javascript:alert(1) https://you@evil.example/ https://',
  )

  expect(links).toEqual([
    { href: 'https://xn--ypal-43d9g.com/login', shown: 'xn--ypal-43d9g.com/login' },
    { href: 'http://a.example/', shown: 'a.example' },
  ])
  expect(paragraphsOf('A\nB\n\nC')).toEqual([[[{ words: 'A' }], [{ words: 'B' }]], [[{ words: 'C' }]]])
})

test('each further comment of spam with a word in it makes the next one more like spam, never less', () => {
  const text = 'cheap shoes and library books'
  const signs = signsOf({ text, email: 'a@b.example' })
  const counts = new Map<string, Count>(signs.map((sign) => [sign, { kept: 4, spam: 0 }]))
  counts.set(every, { kept: 20, spam: 10 })
  const scores = [weigh(signs, counts).score]
  for (let spam = 1; spam <= 30; spam++) {
    for (const sign of signs) counts.set(sign, { kept: 4, spam })
    counts.set(every, { kept: 20, spam: 10 + spam })
    scores.push(weigh(signs, counts).score)
  }

  expect(scores).toEqual(scores.toSorted((one, other) => one - other))
  expect(scores[0]).toBeLessThan(0)
  expect(scores.at(-1)).toBeGreaterThan(0)
  expect(weigh(signs, counts).reasons.length).toBe(4)
  expect(weigh(signs, new Map())).toEqual({ score: 0, reasons: [] })
})

test('what was in no spam never speaks for it, however little spam there was', () => {
  const weights = [0, 1, 2, 10, 100].map((spam) => {
    const counts = new Map([
      [every, { kept: 17, spam }],
      ['library', { kept: 2, spam: 0 }],
    ])
    return weigh(['library'], counts).score
  })

  expect(weights.filter((weight) => weight > 0)).toEqual([])
})

test('a word in a quarter of what appeared is grammar, and no reason', () => {
  const counts = new Map<string, Count>([
    [every, { kept: 20, spam: 10 }],
    ['the', { kept: 5, spam: 0 }],
    ['shoes', { kept: 0, spam: 4 }],
  ])

  const { reasons } = weigh(['the', 'shoes'], counts)

  expect(reasons.map(({ sign }) => sign)).toEqual(['shoes'])
})

test('a comment is known by its words, hosts, links and provider, and by letters of two scripts in one word', () => {
  expect(signsOf({ text: 'Café! See https://www.a.example/x', email: 'me@Lib.example' }).sort()).toEqual(
    ['', 'cafe', 'host:a.example', 'links:1', 'mail:lib.example', 'see'].sort(),
  )
  expect(signsOf({ text: 'pаypal', email: 'a@b.example' })).toContain('mixed:')
})
