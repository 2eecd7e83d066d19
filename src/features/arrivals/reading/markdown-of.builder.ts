import type { Around, Shown } from './around.ts'
import { fileKey } from './around.ts'
import { markdownOf } from './markdown-of.ts'

export const desk: Shown = {
  id: '0d9f0c0e-5b5a-4f3e-9d38-0c6b5f0a1b2c',
  url: 'http://interlibnet.example/wp-content/uploads/2015/10/desk.jpg',
  alt: 'A desk',
  caption: 'My desk',
}

export const ours = `/media/${desk.id}`

export const marked = (number: number) => `<!-- wp:block {"ref":${number}} /-->`

/** The second holds the first and itself. */
const patterns: Record<string, string> = {
  '1': '<!-- wp:paragraph -->\n<p>Of <b>one</b></p>\n<!-- /wp:paragraph -->',
  '2': `<!-- wp:paragraph -->\n<p>Of two</p>\n<!-- /wp:paragraph -->\n${marked(1)}\n${marked(2)}`,
}

export const around: Around = {
  fileAt: (url) => (fileKey(url) === '2015/10/desk.jpg' ? desk : undefined),
  fileOf: (number) => (number === '7' ? desk : undefined),
  filesUnder: ['7'],
  isPageOfFile: (url) => url.endsWith('/desk/'),
  patternOf: (number) => patterns[number],
  textNamed: () => undefined,
  ownPath: (url) => (url.startsWith('http://interlibnet.example/2015/') ? new URL(url).pathname : undefined),
}

export const written = (body: string, notes: { id: string; text: string }[] = []) =>
  markdownOf({ body, notes }, around)
