import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { tokensOf } from '../archive/index.ts'
import { indexOf } from './copying/found.ts'

const post = (number: number, title: string, text: string) => ({
  ...{
    id: `posts/${number}/index.html`,
    title,
    text,
    summary: `About ${title}`,
    by: 'Ada',
    on: '2016-03-01',
  },
})

test('the index of a copy is what MiniSearch would write of itself', () => {
  const posts = [
    post(1, 'Games', 'Dice, more dice and "games"'),
    post(2, '图书馆的夜', 'نَصٌّ constructor'),
    post(3, '', ''),
  ]
  const index = new MiniSearch({
    fields: ['title', 'text'],
    storeFields: ['title', 'summary', 'by', 'on'],
    tokenize: (text) => [...tokensOf(text)].map(({ folded }) => folded),
    processTerm: (term) => term,
  })
  index.addAll(posts)

  const written = JSON.parse([...indexOf(posts)].join(''))
  const expected = JSON.parse(JSON.stringify(index))

  const inOrder = (terms: [string, unknown][]) => terms.toSorted(([one], [other]) => (one < other ? -1 : 1))
  expect({ ...written, index: inOrder(written.index) }).toEqual({
    ...expected,
    index: inOrder(expected.index),
  })
  expect(Object.keys(JSON.parse([...indexOf([])].join('')))).toEqual(
    expect.arrayContaining(Object.keys(expected)),
  )
})
