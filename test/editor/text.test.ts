import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { schema } from '../../public/js/editor/schema.ts'
import { openText, printText } from '../../public/js/editor/text.ts'
import { trialDocuments } from './trial-documents.ts'

const names = Object.keys(trialDocuments)
const textNamed = (name: string) => trialDocuments[name] ?? ''

const reprinted = (markdown: string) => {
  const open = openText(markdown)
  return printText(open.doc, open)
}
/** As if every block had been touched. */
const anew = (markdown: string) =>
  printText(openText(markdown).doc, { ...openText(''), loaded: [], tail: '' })
const docOf = (blocks: readonly Node[]) => schema.node('doc', null, blocks)
const kindsIn = (markdown: string) => {
  const kinds = new Set<string>()
  openText(markdown).doc.descendants((node) => void kinds.add(node.type.name))
  return [...kinds]
}
const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)])

describe('a text that nobody touched', () => {
  test.each(names)('%s keeps its bytes', (name) => {
    expect(reprinted(textNamed(name))).toEqual({ markdown: textNamed(name), differs: false })
  })

  test.each(names)('%s says the same when it is written anew', (name) => {
    const printed = anew(textNamed(name))

    expect(printed.differs).toEqual(false)
    expect(anew(printed.markdown)).toEqual(printed)
  })

  test('an empty text is an empty line to write on', () => {
    expect(openText('').doc.toJSON()).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
    expect(reprinted('')).toEqual({ markdown: '', differs: false })
  })
})

describe('a text in which one block was changed', () => {
  test.each(names)('%s keeps the bytes of all the others', (name) => {
    const open = openText(`First.\n\n${textNamed(name)}`)
    const [, ...others] = open.doc.content.content

    const printed = printText(docOf([paragraph('Changed.'), ...others]), open)

    expect(printed).toEqual({
      markdown: `Changed.\n\n${textNamed(name).replace(/^\n+/, '')}`,
      differs: false,
    })
  })

  test('blocks that are moved keep theirs, and get a blank line between', () => {
    const open = openText('# A\nb *c*\n\n* d\n')
    const [heading, text, list] = open.doc.content.content as [Node, Node, Node]

    expect(printText(docOf([list, heading, text]), open).markdown).toEqual('* d\n\n# A\nb *c*\n')
  })

  test('two lists that come to stand side by side stay two', () => {
    const open = openText('- a\n\nBetween.\n\n- b\n')
    const [first, , second] = open.doc.content.content as [Node, Node, Node]

    const printed = printText(docOf([first, second]), open)

    expect(printed).toEqual({ markdown: '- a\n\n* b\n', differs: false })
  })

  test('a link by name survives the loss of its name', () => {
    const open = openText('See [the list][list].\n\n[list]: https://example.org/a\n')

    const printed = printText(docOf([open.doc.child(0)]), open)

    expect(printed).toEqual({ markdown: 'See [the list](https://example.org/a).\n', differs: false })
  })

  test('what Markdown cannot say is told', () => {
    const withoutNote = schema.node('footnote', { label: '1' })

    const { differs } = printText(docOf([schema.node('paragraph', null, [withoutNote])]), openText(''))

    expect(differs).toEqual(true)
  })
})

describe('how it is written', () => {
  const strong = schema.mark('strong')
  const em = schema.mark('em')
  const text = (value: string, ...marks: (typeof strong)[]) => schema.text(value, marks)
  const line = (...nodes: Node[]) =>
    printText(docOf([schema.node('paragraph', null, nodes)]), openText('')).markdown

  test('spaces stand outside of marks, and marks that overlap are nested', () => {
    expect(line(text('a'), text(' b ', strong), text('c'))).toEqual('a **b** c\n')
    expect(line(text('a ', em), text('b', em, strong), text(' c', strong))).toEqual('*a **b*** **c**\n')
  })

  test('words beside Chinese punctuation are marked without blanks, and are read so', () => {
    const written = line(text('重要。', strong), text('然后'))

    expect([written, anew(written).markdown]).toEqual(['**重要。**然后\n', '**重要。**然后\n'])
  })

  test('what looks like a mark is escaped only where it would be one', () => {
    expect(line(text('At 10:30, 2 * 3, a_b and ::name'))).toEqual('At 10:30, 2 \\* 3, a_b and ::name\n')
  })

  test('only what has no block of its own is shown as source', () => {
    expect(kindsIn(textNamed('the questions of a topic'))).toEqual(
      expect.arrayContaining(['questions', 'list']),
    )
    expect(names.filter((name) => kindsIn(textNamed(name)).includes('raw'))).toEqual([
      'raw HTML',
      'references',
    ])
    expect(kindsIn(':::other\nText\n:::\n')).toEqual(['raw', 'text'])
  })
})

describe('any text', () => {
  const ordinary = fc.constantFrom(
    'library',
    'reader',
    'العربية',
    '图书',
    'Quito,',
    '10:30',
    'café.',
    'e-mail',
  )
  const hostile = fc.constantFrom(
    '*',
    '_',
    '[x]',
    '|',
    '\\',
    '`',
    '<b>',
    '# ',
    '1.',
    '- ',
    '![',
    ':::',
    '&amp;',
    '~~',
    'www.a.b',
    '^',
    '  ',
  )
  const words = (of: fc.Arbitrary<string>) =>
    fc.array(of, { minLength: 1, maxLength: 6 }).map((some) => some.join(' '))
  const inline = (of: fc.Arbitrary<string>) =>
    fc.oneof(
      words(of),
      words(of).map((some) => `**${some}**`),
      words(of).map((some) => `a *${some}* b`),
      words(of).map((some) => `[${some}](https://example.org/a "t")`),
      words(of).map((some) => `\`${some}\``),
    )
  const block = (of: fc.Arbitrary<string>) =>
    fc.oneof(
      inline(of),
      inline(of).map((some) => `## ${some}`),
      inline(of).map((some) => `> ${some}\n>\n> ${some}`),
      fc
        .array(inline(of), { minLength: 1, maxLength: 3 })
        .map((some) => some.map((one) => `* ${one}`).join('\n')),
      fc
        .array(inline(of), { minLength: 1, maxLength: 3 })
        .map((some) => some.map((one, at) => `${at + 3}. ${one}\n\n   ${one}`).join('\n')),
      inline(of).map((some) => `:::questions\n- ${some}\n:::`),
      fc
        .tuple(inline(of), inline(of))
        .map(([a, b]) => `| ${a.replaceAll('|', '')} | b |\n| - | - |\n| ${b.replaceAll('|', '')} |`),
      words(of).map((some) => `\`\`\`\n${some}\n\`\`\``),
    )
  const textOf = (of: fc.Arbitrary<string>) =>
    fc
      .array(block(of), { minLength: 1, maxLength: 6 })
      .chain((blocks) => fc.constantFrom('\n\n', '\n\n\n').map((gap) => blocks.join(gap)))

  test('keeps its bytes, whatever is in it', () => {
    fc.assert(
      fc.property(textOf(fc.oneof(ordinary, hostile)), (markdown) => {
        expect(reprinted(markdown)).toEqual({ markdown, differs: false })
      }),
      { seed: 11, numRuns: 100 },
    )
  })

  test('of ordinary words says the same when it is written anew, and then keeps its bytes', () => {
    fc.assert(
      fc.property(textOf(ordinary), (markdown) => {
        const printed = anew(markdown)
        expect(printed.differs).toEqual(false)
        expect(anew(printed.markdown)).toEqual(printed)
      }),
      { seed: 12, numRuns: 40 },
    )
  })
})
