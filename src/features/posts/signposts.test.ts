import { expect, test } from 'vitest'
import { aPublished } from './published.builder.ts'
import { signposts } from './signposts.ts'

const at = (form: string) => `https://iln.example/posts/welcome-to-my-desk/reference.${form}`
const links = (post: ReturnType<typeof aPublished>) => signposts(post, at).split(', ')

test('a machine is led from a post to who wrote it, its licence, its descriptions and its number', () => {
  const post = aPublished({
    authors: [
      { name: 'Ada Molina', parts: null, slug: 'ada-molina', orcid: '0000-0002-1825-0097' },
      { name: 'Sol', parts: null, slug: 'sol', orcid: null },
    ],
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    ...{ doi: '10.1234/desk', image: 'https://iln.example/media/1/960.jpeg' },
  })

  expect(links(post)).toEqual([
    '<https://doi.org/10.1234/desk>; rel="cite-as"',
    '<https://orcid.org/0000-0002-1825-0097>; rel="author"',
    '<https://iln.example/authors/sol>; rel="author"',
    '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    '<https://schema.org/BlogPosting>; rel="type"',
    `<${at('bib')}>; rel="describedby"; type="application/x-bibtex"`,
    `<${at('ris')}>; rel="describedby"; type="application/x-research-info-systems"`,
    `<${at('json')}>; rel="describedby"; type="application/vnd.citationstyles.csl+json"`,
    '<https://iln.example/posts/welcome-to-my-desk>; rel="item"; type="text/html"',
    '<https://iln.example/media/1/960.jpeg>; rel="item"',
  ])
})

test('a post of which little is known is cited by its own address', () => {
  const relations = links(aPublished({ authors: [] })).map((link) => /rel="([^"]*)"/.exec(link)?.[1])

  expect(relations).toEqual(['cite-as', 'type', 'describedby', 'describedby', 'describedby', 'item'])
  expect(links(aPublished())[0]).toBe('<https://iln.example/posts/welcome-to-my-desk>; rel="cite-as"')
})
