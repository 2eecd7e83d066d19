import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPublished } from './published.builder.ts'
import { referenceIn } from './references.ts'

test('BibTeX names authors by their parts, and keeps a network and capitals whole', () => {
  const two = aPublished({
    authors: [
      { name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' } },
      { name: 'Gabriel García Márquez', parts: null },
    ],
    tags: ['desks', 'open access'],
  })

  expect(referenceIn('bib', two)).toBe(`@misc{molina2016welcome,
  author = {Molina, Ada and {Gabriel García Márquez}},
  title = {{Welcome to my desk}},
  howpublished = {International Librarians Network},
  year = {2016},
  month = feb,
  day = {29},
  url = {https://iln.example/posts/welcome-to-my-desk},
  langid = {en},
  abstract = {Show us where you work.},
  keywords = {desks, open access},
}
`)
  expect(referenceIn('bib', aPublished({ authors: [] }))).toContain(
    'author = {{International Librarians Network}},',
  )
})

test('what TeX takes for orders is printed as it stands', () => {
  const title = String.raw`50% of $5 & C# {sets} ~ a_b ^ \input{x}`

  expect(referenceIn('bib', aPublished({ title }))).toContain(
    String.raw`title = {{50\% of \$5 \& C\# {\textbraceleft}sets{\textbraceright} {\textasciitilde} a\_b {\textasciicircum} {\textbackslash}input{\textbraceleft}x{\textbraceright}}}`,
  )
})

/** How deep braces stand after each sign; BibTeX counts them wherever they are. */
const depths = (text: string) => {
  let depth = 0
  return [...text].map((sign) => (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0))
}

test('whatever a post says, the files hold one reference of it and nothing else', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(words, words, words, (title, summary, name) => {
      const post = aPublished({ title, summary, tags: [name], authors: [{ name, parts: null }] })
      const bib = depths(referenceIn('bib', post).trimEnd())
      const ris = referenceIn('ris', post).split('\r\n')

      expect([bib.indexOf(0, '@misc{'.length), Math.min(...bib)]).toEqual([bib.length - 1, 0])
      expect(ris.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([''])
      expect(ris.filter((line) => /^(TY|ER) /.test(line)).length).toBe(2)
      expect(JSON.parse(referenceIn('json', post))[0].title).toBe(title)
    }),
  )
})

test('RIS and CSL-JSON say that it is a post of a blog', () => {
  expect(referenceIn('ris', aPublished({ summary: 'Two\nlines.' }))).toBe(
    [
      ...[
        'TY  - BLOG',
        'AU  - Molina, Ada',
        'TI  - Welcome to my desk',
        'T2  - International Librarians Network',
      ],
      ...['PY  - 2016', 'DA  - 2016/02/29', 'LA  - en', 'UR  - https://iln.example/posts/welcome-to-my-desk'],
      ...['AB  - Two lines.', 'ER  - ', ''],
    ].join('\r\n'),
  )
  expect(JSON.parse(referenceIn('json', aPublished({ tags: ['desks'] })))).toEqual([
    {
      id: 'molina2016welcome',
      type: 'post-weblog',
      title: 'Welcome to my desk',
      author: [{ given: 'Ada', family: 'Molina' }],
      'container-title': 'International Librarians Network',
      issued: { 'date-parts': [[2016, 2, 29]] },
      language: 'en',
      URL: 'https://iln.example/posts/welcome-to-my-desk',
      abstract: 'Show us where you work.',
      keyword: 'desks',
    },
  ])
})
