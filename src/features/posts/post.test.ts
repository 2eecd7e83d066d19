import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeSlug, hashtagOf, slugOf, stageOf, stateOf } from './post.ts'
import type { WorkingStage } from './stage.ts'

const noon = new Date('2016-02-29T12:00:00Z')

describe('where a post stands', () => {
  test.each([
    ['without a time it is a draft', null, null, 'draft'],
    ['before its time it is scheduled', new Date('2016-02-29T12:00:00.001Z'), null, 'scheduled'],
    ['at its very instant it is published', noon, null, 'published'],
    ['later it stays published', new Date('2015-10-12T00:00:00Z'), null, 'published'],
    ['taken back it is withdrawn', new Date('2015-10-12T00:00:00Z'), noon, 'withdrawn'],
  ])('%s', (_name, publishAt, withdrawnAt, state) => {
    expect(stateOf({ publishAt, withdrawnAt }, noon)).toEqual(state)
  })
})

test('on its way a post is where it was put, until a time was set', () => {
  const at = (stage: WorkingStage, publishAt: Date | null, withdrawnAt: Date | null = null) =>
    stageOf({ stage, publishAt, withdrawnAt }, noon)

  expect([
    at('proposed', null),
    at('review', null),
    at('review', new Date('2016-03-01T00:00:00Z')),
    at('drafting', noon),
    at('drafting', noon, noon),
  ]).toEqual(['proposed', 'review', 'scheduled', 'published', 'withdrawn'])
})

describe('the address of a post', () => {
  test.each([
    ['Discussion topic: Getting to know you', 'discussion-topic-getting-to-know-you'],
    ['  Ch-Ch-Ch-Changes!  ', 'ch-ch-ch-changes'],
    ['What’s in a library? Crème brûlée & Æsop', 'whats-in-a-library-creme-brulee-and-aesop'],
    ['Bücherei, Łódź, Straße, ılık', 'bucherei-lodz-strasse-ilik'],
    ['Vergüenza', 'verguenza'],
    ['McDonald’s eBooks 2016A', 'mcdonalds-ebooks-2016a'],
    ['Чтение вслух', 'chtenie-vslukh'],
    ['مكتبتي', 'mktbty'],
    ['図書館', 'post'],
    ['../../etc/passwd', 'etc-passwd'],
    [
      'one two three four five six seven eight nine ten eleven twelve',
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
    ],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toEqual(slug)
  })

  test('any title gives an address of the right form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        expect(slugOf(title)).toMatch(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })

  test('two posts with one title get two addresses', () => {
    expect([freeSlug('a', []), freeSlug('a', ['a', 'a-3']), freeSlug('a', ['a', 'a-2'])]).toEqual([
      'a',
      'a-2',
      'a-3',
    ])
  })
})

test('a hashtag is taken as people write it', () => {
  expect([' Welcome to my desk ', '##desk', '# my-desk', '#مكتبي', '', '#'].map(hashtagOf)).toEqual([
    '#Welcometomydesk',
    '#desk',
    '#mydesk',
    '#مكتبي',
    '',
    '',
  ])
})
