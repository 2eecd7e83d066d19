import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstWords, picturesIn, type RenderOptions, readMarkdown, render, textOf } from './markdown.ts'
import { isTangled } from './typed-text.ts'

const options: RenderOptions = {
  prefix: 'desk',
  footnotes: 'Notes',
  backToText: (number) => `Back from note ${number}`,
}
const html = (markdown: string, more: Partial<RenderOptions> = {}) =>
  render(markdown, { ...options, ...more })
    .parts.map((part) => (part.kind === 'html' ? part.html : `(${part.id})`))
    .join('\n')

const PICTURE = '0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b'

describe('what a writer can do', () => {
  test('headings start below the title of the page and skip no level', () => {
    const text = '# One\n\n#### Two\n\n##### Three\n\n## Four'

    const printed = html(text)

    expect(printed).toEqual('<h2>One</h2>\n<h3>Two</h3>\n<h4>Three</h4>\n<h3>Four</h3>')
  })

  test('a list page can push all headings down', () => {
    expect(html('## One', { firstHeading: 3 })).toEqual('<h3>One</h3>')
  })

  test('tables, lists, quotes and emphasis are printed', () => {
    const text = '> *a* **b** ~~c~~ `d`\n\n3. e\n\n| f |\n| -: |\n| g |'

    const printed = html(text).replaceAll('\n', '')

    expect(printed).toEqual(
      '<blockquote><p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p></blockquote>' +
        '<ol start="3"><li>e</li></ol>' +
        '<table><thead><tr><th align="right">f</th></tr></thead>' +
        '<tbody><tr><td align="right">g</td></tr></tbody></table>',
    )
  })

  test('a box in a list is printed, ticked or not', () => {
    expect(html('- [ ] a\n- [x] b').replaceAll('\n', '')).toEqual('<ul><li>☐ a</li><li>☑ b</li></ul>')
  })

  test('what is in letters of the other direction runs in it, unless it is a name or an address', () => {
    const verse = '> قل للمليحة\n\nThe word كتاب here.\n\n- كتاب\n- كتب'
    const mixed = 'المكتبة: https://example.org/a/long/address\n\nجمعية IFLA الدولية\n\nWritten in Tunis.'

    expect(html(verse, { dir: 'ltr' }).replaceAll('\n', '')).toEqual(
      '<blockquote dir="rtl"><p>قل للمليحة</p></blockquote><p>The word كتاب here.</p>' +
        '<ul dir="rtl"><li>كتاب</li><li>كتب</li></ul>',
    )
    expect(html(mixed, { dir: 'rtl' }).match(/<p[^>]*>/g)).toEqual(['<p>', '<p>', '<p dir="ltr">'])
  })

  test('a link to another site says so, a link to our own does not', () => {
    expect(html('[a](https://ifla.org/x?a=1&b=2) [b](/posts/b) [c](mailto:c@iln.example)')).toEqual(
      '<p><a href="https://ifla.org/x?a=1&#x26;b=2" rel="external noopener">a</a> ' +
        '<a href="/posts/b">b</a> <a href="mailto:c@iln.example">c</a></p>',
    )
  })

  test('feeds and mail get whole addresses', () => {
    expect(html('[b](/posts/b)', { origin: 'https://iln.example' })).toEqual(
      '<p><a href="https://iln.example/posts/b">b</a></p>',
    )
  })

  test('a footnote has ids of its own text, and a way back', () => {
    const printed = html('A claim[^1].\n\n[^1]: Its source.')

    expect(printed.replaceAll('\n', '')).toEqual(
      '<p>A claim<sup><a href="#desk-fn-1" id="desk-fnref-1" data-footnote-ref aria-describedby="desk-footnotes">1</a></sup>.</p>' +
        '<section data-footnotes class="footnotes"><h2 class="for-ears" id="desk-footnotes">Notes</h2>' +
        '<ol><li id="desk-fn-1"><p>Its source. <a href="#desk-fnref-1" data-footnote-backref="" ' +
        'aria-label="Back from note 1">↩</a></p></li></ol></section>',
    )
  })

  test('questions get a place of their own; any other block between colons stays as typed', () => {
    expect(html(':::questions\n- *Who*?\n:::\n\n:::other\nAt 10:30\n:::').replaceAll('\n', '')).toEqual(
      '<section class="questions"><ul><li><em>Who</em>?</li></ul></section><p>:::other</p><p>At 10:30</p><p>:::</p>',
    )
  })

  test('a picture of ours stands alone between two stretches of text', () => {
    const rendered = render(`Before\n\n![Desk](/media/${PICTURE} "My desk")\n\nAfter`, options)

    expect(rendered).toEqual({
      parts: [
        { kind: 'html', html: '<p>Before</p>' },
        { kind: 'picture', id: PICTURE, alt: 'Desk', caption: 'My desk' },
        { kind: 'html', html: '<p>After</p>' },
      ],
    })
    expect(picturesIn(rendered)).toEqual([PICTURE])
  })

  test('HTML is shown as it was typed, comments are not shown', () => {
    expect(html('Use <marc> *here*\n\n<div>\n\n<!-- more -->')).toEqual(
      '<p>Use &#x3C;marc> <em>here</em></p>\n<p>&#x3C;div></p>',
    )
  })
})

describe('what nobody can do', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    ['an event handler', 'x <img src=x onerror=alert(1)>', '<p>x &#x3C;img src=x onerror=alert(1)></p>'],
    ['a script address', '[a](javascript:alert(1))', '<p><a>a</a></p>'],
    ['a hidden script address', '[a](java\nscript:alert(1))', '<p>[a](java\nscript:alert(1))</p>'],
    ['an encoded script address', '[a](&#106;avascript:alert(1))', '<p><a>a</a></p>'],
    ['a script address in a definition', '[a][b]\n\n[b]: JaVaScRiPt:alert(1)', '<p><a>a</a></p>'],
    ['a data address', '[a](data:text/html;base64,PHN2Zz4=)', '<p><a>a</a></p>'],
    ['an old browser script', '[a](vbscript:x)', '<p><a>a</a></p>'],
    ['an autolinked script', '<javascript:alert(1)>', '<p><a>javascript:alert(1)</a></p>'],
    ['a picture from elsewhere', '![a](https://tracker.example/1.gif)', '<p>a</p>'],
    ['a picture as data', '![a](data:image/svg+xml,x)', '<p>a</p>'],
    ['a picture by definition', '![a][b]\n\n[b]: https://tracker.example/1.gif', '<p>a</p>'],
    ['a file beside our pictures', '![a](/media/../sign-out)', '<p>a</p>'],
    [
      'SVG',
      '<svg onload=alert(1)><a xlink:href="javascript:x">',
      '<p>&#x3C;svg onload=alert(1)>&#x3C;a xlink:href="javascript:x"></p>',
    ],
    ['a form', '<form action=/office><button>', '<p>&#x3C;form action=/office>&#x3C;button></p>'],
    [
      'a quote out of a title',
      '[a](/b "c\\" onmouseover=\\"x")',
      '<p><a href="/b" title="c&#x22; onmouseover=&#x22;x">a</a></p>',
    ],
    ['a half character', 'a\ud800b', '<p>a\ufffdb</p>'],
    ['a null character', 'a\u0000b\u0008', '<p>ab</p>'],
    ['a task list that looks like a form', '- [x] done', '<ul>\n<li>☑ done</li>\n</ul>'],
  ])('%s stays harmless', (_name, text, printed) => {
    expect(html(text)).toEqual(printed)
  })

  const ALLOWED =
    /^<(?:\/?(?:a|blockquote|br|code|del|em|h[2-6]|hr|li|ol|p|pre|section|strong|sup|table|tbody|td|th|thead|tr|ul)|(?:a|code|h[2-6]|li|ol|section|td|th)(?: (?:href="(?:https?:|mailto:|[/#]|[^":]*(?:"|[/?#]))[^"]*"?|(?:title|aria-label|class|id|rel|start|align|aria-describedby|data-footnote-backref)="[^"]*"|data-footnotes|data-footnote-ref))+)>$/

  test('whatever is typed, only known tags and known attributes come out', () => {
    const fragment = fc.oneof(
      fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<svg/onload=alert(1)>',
        '<!--',
        '-->',
        '<![CDATA[',
        '](javascript:alert(1))',
        '[',
        '![',
        '](',
        ')',
        '"',
        "'",
        '`',
        '```\n',
        '\n\n',
        '\n',
        '> ',
        '- ',
        '1. ',
        '# ',
        '|',
        '\n|-|\n',
        '[^1]',
        '[^1]: ',
        '<https://a.b>',
        '<javascript:x>',
        'www.x.y',
        'a@b.cd',
        '&lt;',
        '&#x3c;',
        '*',
        '_',
        '~~',
        '\\',
        '\u0000',
        '\ud800',
        '\u2028',
        'data:text/html,',
        '/media/',
        ' onclick=x ',
        '<style>',
        '=',
        ':',
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 25 }), (fragments) => {
        const printed = html(fragments.join(''))

        const tags = printed.match(/<[^>]*>?/g) ?? []
        expect(tags.filter((tag) => !ALLOWED.test(tag))).toEqual([])
        expect(printed.isWellFormed()).toEqual(true)
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    ['thousands of quotes', '>'.repeat(30_000)],
    ['thousands of lists', '1. '.repeat(20_000)],
    ['thousands of stars', '*a_ '.repeat(15_000)],
    ['thousands of brackets', ']('.repeat(30_000)],
    ['thousands of footnotes', '[^1]: '.repeat(10_000)],
    ['a quote whose lines do not say so', `${'>'.repeat(29)}${'a\n'.repeat(5_000)}`],
    ['thousands of paragraphs', 'word\n\n'.repeat(5_000)],
    ['thousands of cells', `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(5_000)}`],
    ['a table of one long line', `${'|a'.repeat(5_000)}\n${'|-'.repeat(5_000)}`],
    ['a stair of list items', Array.from({ length: 200 }, (_, step) => `${' '.repeat(step)}- a`).join('\n')],
    ['empty list items', '-\n'.repeat(10_000)],
    ['thousands of definitions', '[a]: b\n'.repeat(5_000)],
    ['a bracket that is never closed', `[${'a '.repeat(15_000)}`],
    ['an address that never ends', `http://a.example/${'&a;'.repeat(4_000)}`],
    ['thousands of addresses', 'www.a.example '.repeat(3_000)],
    ['thousands of mailboxes', 'a@b.cd '.repeat(5_000)],
  ])('%s are taken as plain words', (_name, text) => {
    expect(isTangled(text)).toEqual(true)
    expect(render(text, options).parts).toHaveLength(1)
  })

  test('whatever is woven of marks is either taken for plain words, or has few pieces', () => {
    const piece = fc.constantFrom(
      '>',
      '- ',
      '1. ',
      '  ',
      '    ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '```',
      '[',
      ']',
      '](',
      '![',
      '[^1]',
      '[^1]: ',
      '|',
      '|-',
      '<',
      '<a',
      '&a;',
      'www.a.b',
      'a@b.c',
      'http://a.b/',
      '# ',
      '\n===\n',
      '\\',
      'a',
      'a ',
    )
    const woven = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 6_000 }))
      .map(([pieces, times]) => pieces.join('').repeat(times).slice(0, 40_000))
    fc.assert(
      fc.property(fc.array(woven, { minLength: 1, maxLength: 3 }), (runs) => {
        const text = runs.join('\n\n').slice(0, 40_000)

        const pieces = html(text).split('<').length

        expect(isTangled(text) || pieces < 8_000).toEqual(true)
      }),
      { numRuns: 60 },
    )
  })
})

test('marks beside Chinese punctuation are marks, and stay letters in other languages', () => {
  expect([html('**重要。**然后'), html('他说**“你好”**再走'), html('a**(b)**c')]).toEqual([
    '<p><strong>重要。</strong>然后</p>',
    '<p>他说<strong>“你好”</strong>再走</p>',
    '<p>a**(b)**c</p>',
  ])
})

test('what is read of a text keeps words whole, and paragraphs apart', () => {
  const text = '## Un**believ**able\n\nBack in *five minutes*.\\\nOr [ten](/x)!\n\n- one\n- two'

  expect(textOf(readMarkdown(text))).toEqual('Unbelievable Back in five minutes. Or ten! one two')
})

const long = 'Words that go on. '.repeat(100)

test.each([
  ['a short text', '# Hi\n\nOne *two*\n\nthree'],
  [
    'links and notes that are defined far below',
    `See [the law][law] and [law].[^1]\n\n${long}\n\n[^1]: Note\n\n[law]: https://x.example`,
  ],
  ['a first paragraph that goes on', `${long}\n\n${long}`],
  ['a paragraph behind a long list', `${'- one\n'.repeat(300)}\nThen *this*\n\n${long}`],
  [
    'a paragraph behind code with empty lines',
    `\`\`\`\n${'a\n\n'.repeat(600)}\`\`\`\n\nThen this\n\n${long}`,
  ],
  ['no paragraph', '- one\n- two'],
  ['a paragraph that is said with force to its end', `**${long}and so on**\n\n${long}`],
  ['a paragraph with a link that goes on', `See [${long}this](https://x.example). ${long}`],
])('the first words of %s are those of the text read whole', (_name, text) => {
  const paragraph = readMarkdown(text).children.find(({ type }) => type === 'paragraph')
  const words = paragraph ? textOf(paragraph).replace(/\s+/g, ' ').trim() : ''

  expect(firstWords(text)).toBe(words)
  expect(firstWords(text, 300)).toBe(words.slice(0, 300))
})
