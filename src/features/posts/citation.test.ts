import { describe, expect, test } from 'vitest'
import { type Cited, cite, plain } from './citation.ts'
import { type Author, partsOf } from './person-name.ts'

const by = (...names: string[]): Author[] =>
  names.map((name) => ({ name, parts: partsOf({ name, familyName: '', account: null }) }))

const post: Cited = {
  title: 'Welcome to my desk',
  locale: 'en',
  publishedOn: '2016-02-29',
  authors: by('Ada Molina'),
  url: 'https://iln.example/posts/welcome-to-my-desk',
  publisher: 'International Librarians Network',
  blog: 'blog',
}
const all = (change: Partial<Cited>) =>
  (['apa', 'mla', 'chicago'] as const).map((style) => plain(cite(style, { ...post, ...change })))

describe('the examples of the style guides', () => {
  test('APA: a blog post', () => {
    const url =
      'https://arstechnica.com/science/2019/11/study-you-can-tie-a-quantum-knot-in-a-superfluid-but-it-will-soon-untie-itself/'
    const cited = cite('apa', {
      ...{
        ...post,
        url,
        publisher: 'Ars Technica',
        publishedOn: '2019-11-15',
        authors: by('Jennifer Ouellette'),
      },
      title: 'Physicists capture first footage of quantum knots unraveling in superfluid',
    })

    expect(cited).toEqual([
      'Ouellette, J. (2019, November 15). Physicists capture first footage of quantum knots unraveling in superfluid. ',
      { italic: 'Ars Technica' },
      `. ${url}`,
    ])
  })

  test('APA: a site that is its own author is not named twice', () => {
    const url = 'https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death'
    const cited = cite('apa', {
      ...{ ...post, url, publisher: 'World Health Organization', publishedOn: '2018-05-24', authors: [] },
      title: 'The top 10 causes of death',
    })

    expect(plain(cited)).toBe(`World Health Organization. (2018, May 24). The top 10 causes of death. ${url}`)
  })

  test('MLA: a blog post', () => {
    const url =
      'https://somanybooksblog.com/2013/04/25/the-reading-brain-differences-between-digital-and-print/'
    const cited = cite('mla', {
      ...{
        ...post,
        url,
        publisher: 'So Many Books',
        publishedOn: '2013-04-25',
        authors: by('Stefanie Hollmichel'),
      },
      title: 'The Reading Brain: Differences between Digital and Print',
    })

    expect(cited).toEqual([
      'Hollmichel, Stefanie. “The Reading Brain: Differences between Digital and Print.” ',
      { italic: 'So Many Books' },
      ', 25 Apr. 2013, somanybooksblog.com/2013/04/25/the-reading-brain-differences-between-digital-and-print/.',
    ])
  })

  test('Chicago: a blog post', () => {
    const url = 'https://www.chronicle.com/blogs/linguafranca/2017/02/15/futurist-shock'
    const cited = cite('chicago', {
      ...{
        ...post,
        url,
        publisher: 'Lingua Franca',
        publishedOn: '2017-02-15',
        authors: by('William Germano'),
      },
      title: 'Futurist Shock',
    })

    expect(cited).toEqual([
      'Germano, William. “Futurist Shock.” ',
      { italic: 'Lingua Franca' },
      ` (blog), February 15, 2017. ${url}.`,
    ])
  })
})

test('a post that has a DOI is cited by it, in each style with its protocol', () => {
  const ends = all({ url: 'https://doi.org/10.1234/desk' }).map((text) => text.split(' ').at(-1))

  expect(ends).toEqual([
    ...['https://doi.org/10.1234/desk', 'https://doi.org/10.1234/desk.', 'https://doi.org/10.1234/desk.'],
  ])
})

test('two authors are joined, in each style', () => {
  const authors = by('Ada Molina', 'Jean-Paul van der Berg')

  expect(all({ authors }).map((text) => text.split(/[“(]/)[0])).toEqual([
    'Molina, A., & van der Berg, J.-P. ',
    'Molina, Ada, and Jean-Paul van der Berg. ',
    'Molina, Ada, and Jean-Paul van der Berg. ',
  ])
})

test('of three MLA names the first, of seven Chicago names three', () => {
  const names = ['Ada Molina', 'Sol Ruiz', 'Amara Obi', 'Vera Lind', 'Ken Ito', 'Zoë Ølund', 'Li Wei']
  const start = (count: number) =>
    all({ authors: by(...names.slice(0, count)) }).map((text) => text.split(/[“(]/)[0])

  expect(start(3)).toEqual([
    'Molina, A., Ruiz, S., & Obi, A. ',
    'Molina, Ada, et al. ',
    'Molina, Ada, Sol Ruiz, and Amara Obi. ',
  ])
  expect(start(7)[0]).toBe('Molina, A., Ruiz, S., Obi, A., Lind, V., Ito, K., Ølund, Z., & Wei, L. ')
  expect(start(7)[2]).toBe('Molina, Ada, Sol Ruiz, Amara Obi, et al. ')
})

test('a name of one word, and one whose parts nobody knows, stand as they are printed', () => {
  expect(all({ authors: by('Björk') }).map((text) => text.split(/[“(]/)[0])).toEqual(Array(3).fill('Björk. '))
  expect(all({ authors: by('Gabriel García Márquez') })[0]).toMatch(/^Gabriel García Márquez\. \(2016/)
})

test('what nobody signs is the network’s', () => {
  expect(all({ authors: [] })).toEqual([
    'International Librarians Network. (2016, February 29). Welcome to my desk. https://iln.example/posts/welcome-to-my-desk',
    '“Welcome to my desk.” International Librarians Network, 29 Feb. 2016, iln.example/posts/welcome-to-my-desk.',
    'International Librarians Network. “Welcome to my desk.” International Librarians Network (blog), February 29, 2016. https://iln.example/posts/welcome-to-my-desk.',
  ])
})

test('a title that asks ends by itself, and marks within it become single ones', () => {
  expect(all({ title: 'What is “open”?' }).map((text) => text.match(/What.*? (?=Int)/)?.[0])).toEqual([
    'What is “open”? ',
    'What is ‘open’?” ',
    'What is ‘open’?” ',
  ])
})

test('in Spanish and Arabic, names and days are put as the language does, and names keep their script', () => {
  const authors = by('Sol Ruiz', 'Ada Molina')
  const spanish = all({ locale: 'es', title: '¿Qué ve desde su mesa?', authors })
  const arabic = all({ locale: 'ar', title: 'مكتبتي', authors: by('ليلى حداد', 'نور سعيد'), blog: 'مدونة' })

  expect(spanish).toEqual([
    'Ruiz, S. y Molina, A. (2016, 29 de febrero). ¿Qué ve desde su mesa? International Librarians Network. https://iln.example/posts/welcome-to-my-desk',
    'Ruiz, Sol y Ada Molina. “¿Qué ve desde su mesa?” International Librarians Network, 29 feb 2016, iln.example/posts/welcome-to-my-desk.',
    'Ruiz, Sol y Ada Molina. “¿Qué ve desde su mesa?” International Librarians Network (blog), 29 de febrero de 2016. https://iln.example/posts/welcome-to-my-desk.',
  ])
  expect(arabic[0]).toBe(
    'ليلى حداد ونور سعيد. (2016, 29 فبراير). مكتبتي. International Librarians Network. https://iln.example/posts/welcome-to-my-desk',
  )
  expect(arabic[2]).toContain(' (مدونة)، '.replace('،', ','))
})

test('months are shortened as MLA does', () => {
  const month = (publishedOn: string) =>
    plain(cite('mla', { ...post, publishedOn })).match(/, \d+ (\S+) /)?.[1]

  expect(Array.from({ length: 12 }, (_, at) => month(`2016-${String(at + 1).padStart(2, '0')}-02`))).toEqual([
    ...['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June'],
    ...['July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
  ])
})
