import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '../../../platform/markdown.ts'
import { ours, written } from './markdown-of.builder.ts'

test.each([
  ['paragraphs and breaks', 'One\ntwo\n\nThree', 'One\\\ntwo\n\nThree'],
  ['inline marks', 'a <b>b</b> <em>c</em> <u>d</u>', 'a **b** *c* d'],
  [
    'a list among lines',
    'Ask:\n<ul>\n<li>who</li>\n<li>why</li>\n</ul>\nThanks',
    'Ask:\n\n- who\n- why\n\nThanks',
  ],
  ['code keeps its lines', 'See\n<pre>one\n\n  two</pre>', 'See\n\n```\none\n\n  two\n```'],
  ['a quotation of two paragraphs', '<blockquote>one\n\ntwo</blockquote>', '> one\n>\n> two'],
  ['marks of Markdown are words', 'I *love* [this] #1', 'I \\*love\\* \\[this] #1'],
  ['a bare address leads there', 'See http://ifla.example/a_b.', 'See <http://ifla.example/a_b>.'],
  ['the break for lists goes', 'one\n\n<!--more-->\n\ntwo', 'one\n\ntwo'],
  ['digits that are raised', 'CO<sub>2</sub>, x<sup>2</sup>, 1<sup>st</sup>', 'CO₂, x², 1st'],
  ['scripts go whole', 'a<script>alert(1)</script>b', 'ab'],
  ['a link that runs something is words', '<a href="javascript:alert(1)">x</a>', 'x'],
  [
    'an own address loses its host',
    '<a href="http://interlibnet.example/2015/10/x/">x</a>',
    '[x](/2015/10/x/)',
  ],
  [
    'a file of WordPress leads to itself once',
    '<!-- wp:file --><div class="wp-block-file"><object class="wp-block-file__embed" data="/a.pdf" type="application/pdf"></object><a href="https://a.example/a.pdf">The plan</a><a href="https://a.example/a.pdf" class="wp-block-file__button wp-element-button" download>Download</a></div><!-- /wp:file -->',
    '[The plan](https://a.example/a.pdf)',
  ],
  [
    'also where it has nothing but a button',
    '<div class="wp-block-file"><a href="https://a.example/a.pdf" class="wp-block-file__button" download>Download</a></div>',
    '[Download](https://a.example/a.pdf)',
  ],
  ['colons are no box', ':::questions\nWhy?\n:::', '\\:::questions\\\nWhy?\\\n\\:::'],
])('%s', (_name, html, markdown) => {
  expect(written(html).markdown).toEqual(markdown)
})

test.each([
  [
    'behind the picture',
    '[caption id="a" width="300"]<a href="x.jpg"><img src="http://old.example/wp-content/uploads/2015/10/desk-300x200.jpg" alt="A desk" /></a> By Ada[/caption]',
    `![](${ours} "By Ada")`,
  ],
  [
    'in an attribute',
    '[caption caption="By Ada"]<img class="size-full wp-image-7" src="/gone.jpg" alt="Her desk">[/caption]',
    `![Her desk](${ours} "By Ada")`,
  ],
  [
    'in a block',
    '<!-- wp:image {"id":7} -->\n<figure class="wp-block-image"><img class="wp-image-7" src="x" alt=""/><figcaption>My desk</figcaption></figure>\n<!-- /wp:image -->',
    `![](${ours})`,
  ],
  ['of a gallery by its numbers', '[gallery ids="7"]', `![](${ours})`],
  ['of a gallery by what was put under the text', '[gallery]', `![](${ours})`],
  ['in the middle of a line', 'Look <img class="wp-image-7"> here', `Look\n\n![](${ours})\n\nhere`],
  ['in a list', '<ul><li>one <img class="wp-image-7"></li></ul>', `- one\n\n![](${ours})`],
])('a picture with its words stands alone: %s', (_name, html, markdown) => {
  expect(written(html)).toEqual({ markdown, remarks: [] })
})

test('a picture that did not come along leads to where it was', () => {
  expect(written('<img src="http://flickr.example/1.jpg" alt="A tram">')).toEqual({
    markdown: '[A tram](http://flickr.example/1.jpg)',
    remarks: [{ code: 'picture-missing', what: 'http://flickr.example/1.jpg' }],
  })
})

test.each([
  ['[youtube http://youtu.be/abc]', '[youtu.be/abc](http://youtu.be/abc)'],
  ['[embed]https://vimeo.com/1[/embed]', '[vimeo.com/1](https://vimeo.com/1)'],
  [
    '<iframe title="A talk" src="//www.youtube.com/embed/abc?rel=0"></iframe>',
    '[A talk](https://www.youtube.com/watch?v=abc)',
  ],
  ['<!-- wp:core-embed/youtube {"url":"https://youtu.be/abc"} /-->', '[youtu.be/abc](https://youtu.be/abc)'],
])('what another site would show is a link: %s', (html, markdown) => {
  expect(written(html)).toEqual({ markdown, remarks: [] })
})

test.each([
  [
    'a picture',
    '<a href="https://sponsor.example/?a=1"><img class="wp-image-7"></a>',
    [`![](${ours})`, '[sponsor.example/?a=1](https://sponsor.example/?a=1)'],
  ],
  [
    'a picture, with a title',
    '<a href="https://sponsor.example/" title="Our sponsor"><img class="wp-image-7"></a>',
    [`![](${ours})`, '[Our sponsor](https://sponsor.example/)'],
  ],
  [
    'a picture with its words',
    '[caption]<a href="https://sponsor.example/"><img class="wp-image-7"></a> By Ada[/caption]',
    [`![](${ours} "By Ada")`, '[sponsor.example](https://sponsor.example/)'],
  ],
  [
    'a picture, to its own page',
    '<a href="http://interlibnet.example/x/desk/"><img class="wp-image-7"></a>',
    [`![](${ours})`],
  ],
  [
    'a picture and words',
    '<a href="https://a.example/">Words <img class="wp-image-7"></a>',
    ['[Words](https://a.example/)', `![](${ours})`],
  ],
  [
    'boxes',
    '<a href="https://a.example/"><h3>Title</h3><p>Words</p></a>',
    ['### [Title](https://a.example/)', '[Words](https://a.example/)'],
  ],
])('a link around %s leads on', (_name, html, parts) => {
  expect(written(html)).toEqual({ markdown: parts.join('\n\n'), remarks: [] })
})

test('a link in what is said below a picture leads on as its address', () => {
  const figure = (caption: string) =>
    `<figure><img class="wp-image-7" src="x" alt=""><figcaption>${caption}</figcaption></figure>`

  expect(
    [
      'By <a href="https://sol.example/a">Sol</a>, cut',
      '<a href="https://sol.example">sol.example</a>',
      '<a href="#top">Up</a>',
    ].map((caption) => written(figure(caption)).markdown),
  ).toEqual([
    `![](${ours} "By Sol (https://sol.example/a), cut")`,
    `![](${ours} "sol.example")`,
    `![](${ours} "Up")`,
  ])
})

test('a table keeps its cells, and says so where it was more than one', () => {
  const table =
    '<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2"><ul><li>x|y</li><li>z</li></ul></td></tr></table>'

  expect(written(table)).toEqual({
    markdown: '| a        | b |\n| -------- | - |\n| x\\|y; z; |   |',
    remarks: [{ code: 'table', what: '' }],
  })
})

test('blocks and the old editor in one text', () => {
  const body =
    'Old one\n\n<!-- wp:paragraph -->\n<p>New <strong>one</strong></p>\n<!-- /wp:paragraph -->\n\n<!-- wp:latest-posts /-->\nOld\ntwo'

  expect(written(body)).toEqual({
    markdown: 'Old one\n\nNew **one**\n\nOld\\\ntwo',
    remarks: [{ code: 'block', what: 'latest-posts' }],
  })
})

const pieces = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<ul><li>',
    '</li></ul>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<a href="#_ftn1">',
  ],
  ...[
    '<img class="wp-image-7">',
    '<figure>',
    '<figcaption>',
    '[caption]',
    '[/caption]',
    '[gallery',
    ']',
    '<!-- wp:a -->',
    '<!--',
  ],
  ...[
    '<pre>',
    '</pre>',
    '<b>',
    '</i>',
    'words',
    '\n\n',
    '\n',
    '*',
    '_',
    '`',
    '|',
    ':::',
    '[^1]',
    '\u0001',
    '&#0;',
    '<svg onload=x>',
  ],
  ...[
    '<blockquote>',
    '<iframe src="http://a.example">',
    '<sup>1</sup>',
    '&lt;script&gt;',
    '<h2>',
    '](javascript:a)',
    '0\u00010\u0001',
  ],
)

test('whatever it is, it can be read, and printed again it runs nothing', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const { markdown } = written(parts.join(''))
      const html = JSON.stringify(
        render(markdown, { prefix: 'x', footnotes: 'Notes', backToText: String }).parts,
      )
      expect(html).not.toMatch(/<(script|svg|iframe|img)|href=\\"javascript/i)
    }),
    { numRuns: 40 },
  )
})

test('words survive the way to Markdown and back', () => {
  const word = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom(...'abcé*_`[]()<>&#!|~\\:.-+1'),
  })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (list) => {
      const line = list.join(' ').replace(/https?:|www\./g, '')
      const html = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      const { markdown } = written(`<!-- wp:p --><p>x ${html} y</p><!-- /wp:p -->`)
      const back = render(markdown, { prefix: 'x', footnotes: 'Notes', backToText: String })
      const text = back.parts.map((part) => (part.kind === 'html' ? part.html : '')).join('')
      const read = text
        .replace(/<[^>]*>/g, '')
        .replaceAll('&#x3C;', '<')
        .replaceAll('&#x26;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&')
      expect(read.replace(/\s+/g, ' ')).toEqual(`x ${line} y`.replace(/\s+/g, ' '))
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['marks that are never closed', '<!-- wp:a '.repeat(3_000)],
  ['brackets', '[caption '.repeat(3_000)],
  ['captions that are never closed', '[caption]x '.repeat(1_000)],
  ['elements in elements', '<div><b>'.repeat(2_000)],
  ['lists in lists', '<ul><li>'.repeat(1_000)],
])('a text of %s is read like any other', (_name, body) => {
  expect(written(body).markdown.length).toBeLessThan(1_000_000)
})
