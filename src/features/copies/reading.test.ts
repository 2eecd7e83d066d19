import { expect, test } from 'vitest'
import { dressed } from './copying/dressed.ts'
import { readPage } from './copying/reading.ts'

const site = { origin: 'https://ours.example', searchPath: '/search', withCards: false }
const seams = { head: '<!-- head -->', notice: '<!-- notice -->', languages: '<!-- in -->', end: '' }
const standing: Record<string, string> = { '/a': '../a/index.html', '/p/1': '1.webp' }

const copied = (html: string) => dressed(readPage(html, site).parts, seams, (link) => standing[link] ?? null)

test('links lead to what is there; what a dead one says stays in a text, and goes from the frame', () => {
  const frame = '<nav><ul><li><a href="/a">A</a></li><li><a href="/gone">Gone</a></li></ul></nav>'
  const main =
    '<main><p>See <a class="x" href="/gone" rel="next">what <em>went</em></a>, <a href="/a">A</a>.</p></main>'

  expect(copied(frame + main)).toBe(
    '<nav><ul><li><a href="../a/index.html">A</a></li></ul></nav>' +
      '<main><!-- notice --><p>See <span class="x">what <em>went</em></span>, <a href="../a/index.html">A</a>.</p></main>',
  )
})

test('what only the living site can do is left out whole, and words that look like it stay', () => {
  const html = [
    '<div data-living=""><p>In<br/>here <img src="/p/1" alt=""/></p></div><p title="data-living > 1">Stays</p>',
    '<form method="get" action="/search"><input type="hidden" name="tag" value="a"/><input name="q"/></form>',
    '<form class="preferences" method="post" action="/preferences"><button>es</button></form>',
    '<a href="/posts/a/report" rel="nofollow">Report</a><img src="/p/1" alt="5 &gt; 3"/>',
  ].join('')

  expect(copied(`<main>${html}</main>`)).toBe(
    '<main><!-- notice --><p title="data-living > 1">Stays</p>' +
      '<form method="get"><input name="q"/></form><!-- in --><img src="1.webp" alt="5 &gt; 3"/></main>',
  )
})

test('the search is told what the article says, each sign as it is read', () => {
  const html =
    '<p>Not this.</p><article><h1>Ada&#39;s &amp; B</h1><p data-living="">no</p><p>5 &#x3C; 6</p></article>'

  expect(readPage(html, site).text()).toBe("Ada's & B 5 < 6")
})
