import { expect, test } from 'vitest'
import { around, desk, marked, ours, written } from './markdown-of.builder.ts'
import { markdownOf } from './markdown-of.ts'

test('shortcodes that nobody knows stay as text and are told of, and those that were escaped are not', () => {
  expect(written('[contact-form to="x"] and [[gallery]] and [sic]')).toEqual({
    markdown: '\\[contact-form to="x"] and \\[gallery] and \\[sic]',
    remarks: [{ code: 'shortcode', what: 'contact-form' }],
  })
})

test('words in brackets are no shortcodes, nor is what stands within a tag', () => {
  const body =
    'As [they put it] in [words](http://a.example/), and <a href="http://a.example/[gallery]">there</a>'

  expect(written(body)).toEqual({
    markdown:
      'As \\[they put it] in \\[words]\\(<http://a.example/>), and [there](http://a.example/\\[gallery])',
    remarks: [],
  })
})

test('a pattern stands where a text names it; what is not there, or within itself, is told of', () => {
  const left = { code: 'block', what: 'block' }

  expect([marked(1), `${marked(2)}\n${marked(3)}`].map((body) => written(body))).toEqual([
    { markdown: 'Of **one**', remarks: [] },
    { markdown: 'Of two\n\nOf **one**', remarks: [left] },
  ])
})

test('patterns that hold each other ten times over stay within what a text may be', () => {
  const many = { ...around, patternOf: (number: string) => marked(Number(number) + 1).repeat(1_000) }

  const { markdown } = markdownOf({ body: marked(1), notes: [] }, many)

  expect(markdown).toBe('')
})

test.each([
  [
    'a cover, on a picture that its style names',
    `<!-- wp:cover --><div class="wp-block-cover" style="background-image:url(${desk.url})"><p>Words</p></div><!-- /wp:cover -->`,
    `![](${ours})\n\nWords`,
  ],
  [
    'where else one is found',
    '<!-- wp:social-links --><ul class="wp-block-social-links"><!-- wp:social-link {"url":"https://glammr.example/@iln?a=1\\u0026b=2","service":"mastodon"} /--></ul><!-- /wp:social-links -->',
    '- <https://glammr.example/@iln?a=1&b=2>',
  ],
  [
    'a set of fields with its legend',
    '<fieldset><legend>Legend</legend>in a set</fieldset>',
    'Legend\n\nin a set',
  ],
])('what only WordPress puts together is here: %s', (_name, body, markdown) => {
  expect(written(body)).toEqual({ markdown, remarks: [] })
})

test('notes of blocks, and those of a word processor, become notes', () => {
  const blocks =
    '<!-- wp:paragraph -->\n<p>Read<sup data-fn="u1" class="fn"><a href="#u1">1</a></sup></p>\n<!-- /wp:paragraph -->'
  const typed =
    '<p>Read<a href="#_ftn1" name="_ftnref1">[1]</a></p>\n<p><a href="#_ftnref1" name="_ftn1">[1]</a> A book</p>'

  expect([
    written(blocks, [{ id: 'u1', text: 'A <em>book</em>' }]).markdown,
    written(typed).markdown,
  ]).toEqual(['Read[^1]\n\n[^1]: A *book*', 'Read[^1]\n\n[^1]: A book'])
})
