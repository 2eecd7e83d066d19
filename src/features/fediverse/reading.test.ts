import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, hashtagOf } from './content.ts'
import { textOf } from './reading.ts'

const ours = 'https://network.example/fediverse/channels/blog'
const read = (html: string) => textOf(html, (href) => href === ours)
const mention = `<span class="h-card"><a href="${ours}" class="u-url mention">@<span>blog</span></a></span>`

test.each([
  [
    'as Mastodon writes it',
    `<p>${mention} We do this too.</p><p>Since 2014.<br>Every week.</p>`,
    'We do this too.\n\nSince 2014.\nEvery week.',
  ],
  ['with a name in the middle', `<p>Thanks, ${mention}!</p>`, 'Thanks, @blog!'],
  [
    'with an address that is shortened',
    '<p>See <a href="https://a.example/long/way"><span class="invisible">https://</span><span class="ellipsis">a.example/long</span><span class="invisible">/way</span></a></p>',
    'See https://a.example/long/way',
  ],
  ['with a link on words', '<p><a href="https://a.example/x">this</a></p>', 'this (https://a.example/x)'],
  [
    'with a hashtag',
    '<p><a href="https://a.example/tags/x" class="mention hashtag">#<span>x</span></a></p>',
    '#x',
  ],
  ['with a script', '<p>one<script>alert(1)</script><style>p{}</style> two</p>', 'one two'],
  ['with a link that runs', '<p><a href="javascript:alert(1)">press</a></p>', 'press'],
  ['with signs', '<p>1 &lt; 2 &amp;&amp; 3</p>', '1 < 2 && 3'],
  ['with a list', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
  ['as plain text', 'only words', 'only words'],
  ['as nothing', '', ''],
])('a message %s is read as text', (_how, html, text) => {
  expect(read(html)).toBe(text)
})

test('whatever is sent is read in time that grows with its length', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', 'a', '/', ' ', '"', '=', '&', 'p'), maxLength: 400 }),
      (html) => {
        expect(typeof read(html)).toBe('string')
      },
    ),
  )
  expect(read('<a href="'.repeat(5_000)).length).toBeLessThan(60_000)
})

test.each([
  ['libraries', 'libraries'],
  ['Open access', 'OpenAccess'],
  ['data-driven work', 'DataDrivenWork'],
  ['الوصول الحر', 'الوصولالحر'],
  ['2016', ''],
  ['…', ''],
])('the tag "%s" is the hashtag "%s"', (tag, hashtag) => {
  expect(hashtagOf(tag)).toBe(hashtag)
})

test('what stands in a title stays text', () => {
  const post = {
    ...{ id: '', title: '<img src=x onerror=alert(1)> & "co"', summary: '', locale: 'en' },
    ...{ url: 'https://network.example/posts/a?b=1&c="', publishAt: new Date(0), tags: [] },
  }

  expect(contentOf(post)).toBe(
    '<p><strong>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;</strong></p>' +
      '<p><a href="https://network.example/posts/a?b=1&amp;c=&quot;" target="_blank" rel="noopener">network.example/posts/a?b=1&amp;c=&quot;</a></p>',
  )
})
