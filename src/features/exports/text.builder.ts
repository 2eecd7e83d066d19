import fc from 'fast-check'
import remarkStringify from 'remark-stringify'
import { dialect } from '../../platform/markdown-dialect.ts'

const printer = dialect().use(remarkStringify)
const print = (children: unknown[]) => printer.stringify({ type: 'root', children } as never) as string

const word = fc.constantFrom(
  ...[
    'desk',
    'library',
    'a*b',
    '2 < 3',
    'x_y_z',
    '[sic]',
    'Ω & ω',
    '#1',
    '1. May',
    '- no',
    '&amp;',
    '\\',
    '`',
    '~~',
    '|',
    'مكتبة',
  ],
)
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const text = words.map((value) => ({ type: 'text', value }))
const spaced = (node: unknown) => [{ type: 'text', value: 'a ' }, node, { type: 'text', value: ' z' }]

const phrase = fc.oneof(
  text.map((node) => [node]),
  fc
    .tuple(fc.constantFrom('emphasis', 'strong', 'delete'), text)
    .map(([type, child]) => spaced({ type, children: [child] })),
  fc.constantFrom('let x = 1', 'a  b', '`').map((value) => spaced({ type: 'inlineCode', value })),
  fc
    .tuple(fc.constantFrom('https://x.example/a_b?c=1&d=2', '/posts/desk#top', 'mailto:ada@x.example'), text)
    .map(([url, child]) => spaced({ type: 'link', url, children: [child] })),
  fc.constant([{ type: 'text', value: 'one' }, { type: 'break' }, { type: 'text', value: 'two' }]),
)
const phrases = fc
  .array(phrase, { minLength: 1, maxLength: 3 })
  .map((list) => list.flatMap((one, at) => (at === 0 ? one : [{ type: 'text', value: ' and ' }, ...one])))
const paragraph = phrases.map((children) => ({ type: 'paragraph', children }))
const heading = fc
  .tuple(fc.integer({ min: 2, max: 4 }), text)
  .map(([depth, child]) => ({ type: 'heading', depth, children: [child] }))
const code = fc
  .tuple(fc.constantFrom(null, 'js'), fc.constantFrom('one\n\n  two', '<b>&amp;</b>', '```'))
  .map(([lang, value]) => ({ type: 'code', lang, value }))
const cell = text.map((child) => ({ type: 'tableCell', children: [child] }))
const table = fc
  .tuple(
    fc.constantFrom(null, 'left', 'center', 'right'),
    fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 3 }),
  )
  .map(([align, rows]) => ({
    ...{ type: 'table', align: [align, null] },
    children: rows.map((children) => ({ type: 'tableRow', children })),
  }))
const picture = (address: string) =>
  fc
    .tuple(fc.constantFrom('', 'Her desk', 'A "desk" [x]'), fc.constantFrom(null, 'By Ada', 'A "word" & <b>'))
    .map(([alt, title]) => ({
      ...{ type: 'paragraph' },
      children: [{ type: 'image', url: address, alt, title }],
    }))
const embed = fc.constantFrom('vimeo.com/12', 'A film').map((value) => ({
  type: 'paragraph',
  children: [{ type: 'link', url: 'https://vimeo.com/12', children: [{ type: 'text', value }] }],
}))
const block: fc.Arbitrary<{ type: string }> = fc.letrec((tie) => {
  const flow = tie('block') as fc.Arbitrary<{ type: string }>
  const some = fc.array(flow, { minLength: 1, maxLength: 2 })
  const item = (spread: boolean) =>
    fc
      .oneof(
        paragraph.map((one) => [one]),
        fc.tuple(paragraph, spread ? flow : tie('list')).map((list) => [...list]),
      )
      .map((children) => ({ type: 'listItem', spread, children }))
  const listOf = (spread: boolean) =>
    fc
      .tuple(
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        fc.array(item(spread), { minLength: 1, maxLength: 3 }),
      )
      .map(([ordered, start, children]) => ({
        type: 'list',
        ordered,
        start: ordered ? start : null,
        spread,
        children,
      }))
  return {
    list: fc.oneof({ depthSize: 'small' }, listOf(false)),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      heading,
      code,
      table,
      tie('list'),
      listOf(true),
      some.map((children) => ({ type: 'blockquote', children })),
    ),
  }
}).block as fc.Arbitrary<{ type: string }>
const top = (pictureAddress: string) =>
  fc.oneof(
    { weight: 6, arbitrary: block },
    { weight: 1, arbitrary: picture(pictureAddress) },
    { weight: 1, arbitrary: embed },
    { weight: 1, arbitrary: fc.constant({ type: 'thematicBreak' }) },
    {
      weight: 1,
      arbitrary: fc
        .array(paragraph, { minLength: 1, maxLength: 2 })
        .map((children) => ({ type: 'containerDirective', name: 'questions', attributes: {}, children })),
    },
  )
const note = fc.array(paragraph, { minLength: 1, maxLength: 2 })

/** Any text of our dialect: what somebody may type who knows all of it. @param picture address of one in the library */
export const anyText = (picture: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(top(picture), { minLength: 1, maxLength: 5 }), fc.array(note, { maxLength: 2 }))
    .map(([blocks, notes]) =>
      print([
        ...blocks,
        ...notes.map((_, at) => ({
          type: 'paragraph',
          children: [
            { type: 'text', value: 'Said' },
            { type: 'footnoteReference', identifier: `n${at}`, label: `n${at}` },
          ],
        })),
        ...notes.map((children, at) => ({
          type: 'footnoteDefinition',
          identifier: `n${at}`,
          label: `n${at}`,
          children,
        })),
      ]),
    )
