import { expect, test } from 'vitest'
import { eachOnce } from './once.ts'

const post = (slug: string, locale: string, translationGroup: string | null) => ({
  slug,
  locale,
  translationGroup,
})
const posts = [
  post('desk', 'en', 'one'),
  post('alone', 'en', null),
  post('mesa', 'es', 'one'),
  post('chaise', 'fr', 'two'),
  post('maktab', 'ar', 'one'),
]

test('a post and its translations are one entry, in the reader’s language and where the first stood', () => {
  const said = (locale: string) =>
    eachOnce(posts, locale).map(({ slug, also }) => [slug, ...also.map((one) => one.locale)])

  expect(said('es')).toEqual([['mesa', 'en', 'ar'], ['alone'], ['chaise']])
  expect(said('zh')).toEqual([['desk', 'es', 'ar'], ['alone'], ['chaise']])
  expect(eachOnce([], 'en')).toEqual([])
})
