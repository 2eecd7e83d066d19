import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HtmlElement, htmlOf, htmlTree } from '../../platform/markdown.ts'
import { isTangled } from '../../platform/typed-text.ts'
import { markdownOf, markdownOfHtml } from '../arrivals/reading/markdown-of.ts'
import { markdownOfMarkdown } from '../arrivals/reading/markdown-text.ts'
import { pictureFile } from './export.ts'
import { anyText } from './text.builder.ts'
import { blocksOf } from './writing/blocks.ts'
import { relinked } from './writing/relinked.ts'

const origin = 'https://iln.example'
const desk = {
  ...{
    id: '0d9f0c0e-5b5a-4f3e-9d38-0c6b5f0a1b2c',
    width: 1600,
    height: 900,
    alt: 'A desk',
    caption: 'My desk',
  },
  ...{ author: 'Ada', source: 'own work', licence: 'cc0-1.0' },
}
const shown = { ...desk, url: `${origin}/${pictureFile(desk)}` }
const around = {
  fileAt: (url: string) => (url === shown.url ? shown : undefined),
  fileOf: (number: string) => (number === '7' ? shown : undefined),
  filesUnder: [],
  isPageOfFile: () => false,
  patternOf: () => undefined,
  textNamed: () => undefined,
  ownPath: (url: string) => (url.startsWith(`${origin}/`) ? url.slice(origin.length) : undefined),
}

/** What a text means: what the site prints of it, whatever its notes are called. */
function meaning(markdown: string): string {
  const { children } = htmlTree(markdown, {
    ...{ prefix: 'p', origin, footnotes: 'Notes', backToText: (number: number) => `back ${number}` },
  })
  const labels = new Map<string, string>()
  return htmlOf(children)
    .replace(/(p-fn(?:ref)?-)([^"]*?)((?:-\d+)?")/g, (_all, start, label, end) => {
      if (!labels.has(label)) labels.set(label, String(labels.size + 1))
      return `${start}${labels.get(label)}${end}`
    })
    .replace(/\s+/g, ' ')
    .replaceAll(/> </g, '><')
}

const throughWordPress = (markdown: string) => {
  const { content, notes } = blocksOf(markdown, {
    ...{ origin, pictures: new Map([[desk.id, desk]]), numberOf: () => 7, prefix: 'note' },
  })
  return markdownOf({ body: content, notes: notes.map(({ id, content: text }) => ({ id, text })) }, around)
    .markdown
}

/** A picture as pages show it. */
function figureOf({ properties }: HtmlElement): HtmlElement {
  const { dataAlt = '', dataCaption } = properties
  const img = {
    ...{ type: 'element' as const, tagName: 'img', children: [] },
    properties: { src: shown.url, alt: String(dataAlt) },
  }
  const caption = { type: 'text' as const, value: String(dataCaption ?? '') }
  const said = { ...{ type: 'element' as const, tagName: 'figcaption', properties: {} }, children: [caption] }
  return {
    ...{ type: 'element', tagName: 'figure', properties: {} },
    children: dataCaption ? [img, said] : [img],
  }
}

const throughHtml = (markdown: string) => {
  const { children } = htmlTree(markdown, {
    ...{ prefix: 'p', origin, footnotes: 'Notes', backToText: (number: number) => `back ${number}` },
  })
  const html = htmlOf(
    children.map((node) => (node.type === 'element' && node.properties.dataPicture ? figureOf(node) : node)),
  )
  return markdownOfHtml({ body: html, notes: [] }, around).markdown
}

const throughFolder = (markdown: string) => {
  const from = 'posts/a.en.md'
  const folder = {
    from,
    files: new Map([['/posts/desk', 'posts/desk.en.md']]),
    pictures: new Map([[desk.id, desk]]),
  }
  const beside = {
    ...{ filesUnder: [], fileOf: () => undefined },
    fileAt: (url: string) => (url === `../${pictureFile(desk)}` ? shown : undefined),
    isPageOfFile: () => false,
    patternOf: () => undefined,
    textNamed: () => undefined,
    ownPath: (url: string) => (url.startsWith('desk.en.md') ? `/posts/desk${url.slice(10)}` : undefined),
  }
  return markdownOfMarkdown({ body: relinked(markdown, { ...folder, origin }) }, beside).markdown
}

test('brackets in a text are no shortcodes of WordPress', () => {
  const { content, notes } = blocksOf(
    'See [gallery], `[embed]` and [a link](https://a.example/[x])[^1].\n\n[^1]: A [note]',
    {
      ...{ origin, pictures: new Map(), numberOf: () => 7, prefix: 'note' },
    },
  )

  expect(content).toContain(
    'See &#91;gallery], <code>&#91;embed]</code> and <a href="https://a.example/%5Bx%5D"',
  )
  expect(notes.map((note) => note.content)).toEqual(['A &#91;note]'])
})

test.each([
  ['WordPress', throughWordPress],
  ['HTML', throughHtml],
  ['a folder of Markdown', throughFolder],
])('any text means the same after it went through %s', (_name, through) => {
  fc.assert(
    fc.property(anyText(`/media/${desk.id}`), (markdown) => {
      fc.pre(!isTangled(markdown))
      expect(meaning(through(markdown))).toEqual(meaning(markdown))
    }),
    { numRuns: 40 },
  )
})
