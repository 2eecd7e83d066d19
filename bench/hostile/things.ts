import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { paragraphsOf, tidy } from '../../src/features/comments/text.ts'
import { readImage } from '../../src/features/media/image.ts'
import { render } from '../../src/platform/markdown.ts'
import { png } from '../../src/platform/pictures/pictures.builder.ts'

/** Something that somebody sends to harm, what of ours meets it, and what comes of it. */
export type Thing = {
  what: string
  make(): Buffer | Promise<Buffer>
  meet(sent: Buffer): string | Promise<string>
  /** Why it is refused, or what is made of it. */
  becomes: string
  /** It is taken, because a photograph may be as large, and takes about a second: too long for every run of the tests. */
  isLarge?: boolean
}

const MB = 1_000_000
const zeros = (bytes: number) => deflateSync(Buffer.alloc(bytes))
const named = (name: string, data: Buffer) => Buffer.concat([Buffer.from(`${name}\0\0`), data])
const small = () => Buffer.alloc(480 * (640 * 3 + 1), 90)

async function asPicture(sent: Buffer): Promise<string> {
  const read = await readImage(sent)
  return typeof read === 'string' ? read : `taken, ${read.width}x${read.height}`
}

const pictures: Thing[] = [
  {
    what: 'a PNG of 3,600 megapixels in 2 kB',
    make: () => png(60_000, 60_000, Buffer.alloc(MB)),
    becomes: 'picture-too-many-pixels',
  },
  {
    what: 'a PNG with a colour profile of 16 MB',
    make: () => png(640, 480, small(), { chunks: [['iCCP', named('p', zeros(16 * MB))]] }),
    becomes: 'picture-broken',
  },
  {
    what: 'a PNG with words of 16 MB',
    make: () => png(640, 480, small(), { chunks: [['zTXt', named('Comment', zeros(16 * MB))]] }),
    becomes: 'picture-broken',
  },
  {
    what: 'a PNG with 40,000 pieces of words',
    make: () => {
      const words = Array.from({ length: 40_000 }, (): [string, Buffer] => ['tEXt', Buffer.from('a\0b')])
      return png(640, 480, small(), { chunks: words })
    },
    becomes: 'picture-broken',
  },
  {
    what: 'an SVG with a script, named a JPEG',
    make: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    becomes: 'picture-wrong-kind',
  },
  {
    what: 'a PNG of 59 megapixels, drawn step by step',
    make: () => png(7_680, 7_680, Buffer.alloc(MB), { isInterlaced: true }),
    becomes: 'picture-interlaced',
  },
  {
    what: 'a PNG of 24 megapixels, drawn step by step',
    make: () => png(4_896, 4_896, Buffer.alloc(4_896 * 4_896 * 3 + 20_000), { isInterlaced: true }),
    becomes: 'taken, 1600x1600',
    isLarge: true,
  },
  {
    what: 'a PNG of 59 megapixels, drawn line by line',
    make: () => png(7_680, 7_680, Buffer.alloc(7_680 * 7_680 * 3 + 20_000)),
    becomes: 'taken, 1600x1600',
    isLarge: true,
  },
  {
    what: 'a JPEG of 59 megapixels, drawn step by step',
    make: () =>
      sharp({ create: { width: 7_680, height: 7_680, channels: 3, background: '#a33' } })
        .jpeg({ progressive: true })
        .toBuffer(),
    becomes: 'taken, 1600x1600',
    isLarge: true,
  },
].map((one) => ({ ...one, meet: asPicture }))

/** So many letters of a comment are looked through before it is refused for its length. */
const letters = 20_000
const fill = (piece: string, length = letters) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const comments: Thing[] = [
  {
    what: 'a comment with the link of another, in letters that look alike',
    make: () => 'https://www.раураl.com/sign-in',
    becomes: 'www.xn--l-7sba6dbr.com/sign-in',
  },
  {
    what: 'a comment that names one host before another',
    make: () => 'https://bank.example@evil.example/',
    becomes: 'https://bank.example@evil.example/',
  },
  { what: 'a comment turned around', make: () => 'a\u202e\u2066gnp.exe', becomes: 'agnp.exe' },
  {
    what: 'a comment of one letter under 20,000 marks',
    make: () => `e${fill('\u0301')}`,
    becomes: `e${'\u0301'.repeat(4)}`,
  },
  { what: 'a comment of 20,000 blanks', make: () => `${fill(' \t')}.`, becomes: '.' },
  {
    what: 'a comment of one endless address',
    make: () => `https://a.example/${fill('/a?')}b`,
    becomes: `a.example/${fill('/a?', 49)}…`,
  },
].map((one) => ({ ...one, make: () => Buffer.from(one.make()), meet: asComment }))

/** A comment as it is shown. */
function asComment(sent: Buffer): string {
  const pieces = paragraphsOf(tidy(sent.toString())).flat(2)
  return pieces.map((piece) => ('words' in piece ? piece.words : piece.shown)).join(' ')
}

const most = 200_000
const texts: Thing[] = [
  { what: 'brackets that never close', make: () => fill('[a](', most), becomes: 'plain words' },
  { what: 'pictures in pictures', make: () => fill('![', most), becomes: 'plain words' },
  { what: 'stars and lines', make: () => fill('*a _b **c ', most), becomes: 'plain words' },
  { what: 'quotes in quotes', make: () => fill('> ', most), becomes: 'plain words' },
  { what: 'lists in lists', make: () => fill('- ', most), becomes: 'plain words' },
  { what: 'boxes in boxes', make: () => fill(':::a\n', most), becomes: 'plain words' },
  {
    what: 'a table of 100,000 cells',
    make: () => `|${fill('|', most)}\n|${fill('-|', most)}`,
    becomes: 'plain words',
  },
  { what: 'footnotes', make: () => fill('[^1]: [^1]\n\n', most), becomes: 'plain words' },
  { what: 'ticks', make: () => fill('` `` ``` ', most), becomes: 'plain words' },
  { what: 'entities', make: () => fill('&#x3c;', most), becomes: 'plain words' },
  {
    what: 'scripts',
    make: () =>
      [
        '<script>alert(1)</script>',
        '<svg/onload=alert(1)>',
        '<img src=x onerror=alert(1)>',
        '[a](javascript:alert(1))',
        '[b](JAVASCRIPT&colon;alert(1))',
        '[c](\u0001javascript:alert(1))',
        '![d](data:text/html,<script>alert(1)</script>)',
        '[e](data:text/html;base64,PHNjcmlwdD4=)',
        '[f](vbscript:x "onmouseover=alert(1)")',
        '<a href="javascript:alert(1)">g</a>',
        '<iframe srcdoc="<script>alert(1)</script>">',
      ].join('\n\n'),
    becomes: '<p> <a> <a title="onmouseover=alert(1)">',
  },
].map(({ make, ...one }) => ({
  what: `a text of ${one.what}`,
  becomes: one.becomes,
  make: () => Buffer.from(make()),
  meet: asText,
}))

/** The tags of a text as it is printed; an attribute that is no address of the web is among them. */
function asText(sent: Buffer): string {
  const { parts } = render(sent.toString(), { prefix: 'a', footnotes: 'Notes', backToText: String })
  const html = parts.map((part) => (part.kind === 'html' ? part.html : '')).join('')
  const tags = new Set(html.match(/<[a-z][^>]*>/g))
  return html.startsWith('<p>') && parts.length === 1 && html.split('<').length === 3
    ? 'plain words'
    : [...tags].join(' ')
}

export const things: readonly Thing[] = [...pictures, ...comments, ...texts]
