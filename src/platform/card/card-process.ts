/** Draws one card and ends: drawing takes eighty megabytes, which a site then keeps for as long as it runs. */
import sharp from 'sharp'
import { answering } from '../aside/answering.ts'
import { type Card, cardSize, cardText, type Sign } from './card.ts'

/** What is asked of it: a card, for which `fonts` says where they are, or the sign alone on a square of paper. */
export type Asked =
  | { card: Card; sign: Sign; fonts: readonly string[] }
  | { card: null; sign: Sign; accent: string }

const colours = { paper: '#faf7f0', ink: '#26221d', quiet: '#5b5449' } as const
const edge = { side: 80, top: 72, stripe: 16 } as const
const signSize = 72
/** Accounts elsewhere show it in a square or a circle, at most as large as this. */
const squareSize = 400
const width = cardSize.width - 2 * edge.side

type Layer = { input: Buffer; width: number; height: number }
/** `most` letters, in a block of that width and height: set smaller where they are many. */
type Style = { most: number; size: number; bold: boolean; colour: string; width: number; height: number }

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadSvgBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadPngBuffer'],
})

answering(drawn)

async function drawn(asked: Asked): Promise<Buffer> {
  if (asked.card === null) return square(asked.sign, asked.accent)
  for (const fontfile of asked.fonts)
    await sharp({ text: { text: 'a', fontfile } })
      .raw()
      .toBuffer()
  return draw(asked.card, asked.sign)
}

async function square(sign: Sign, accent: string): Promise<Buffer> {
  const { input } = await signOf(sign, accent, squareSize * 0.6)
  return sharp({ create: { width: squareSize, height: squareSize, channels: 3, background: colours.paper } })
    .composite([{ input }])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

async function draw({ dir, name, accent, title, line }: Card, sign: Sign): Promise<Buffer> {
  const at = ({ input, ...layer }: Layer, top: number, start: number) => ({
    input,
    top: Math.round(top),
    left: dir === 'ltr' ? start : cardSize.width - start - layer.width,
  })
  const quiet = { most: 160, size: 38, bold: false, colour: colours.quiet, width, height: 110 }
  const large = { most: 140, size: 84, bold: true, colour: colours.ink, width, height: 270 }
  const beside = { most: 60, size: 34, bold: true, colour: accent, width: width - 96, height: signSize }
  const [named, heading, said] = await Promise.all([
    text(name, beside),
    text(title, large),
    text(line, quiet),
  ])
  const bottom = cardSize.height - edge.top - said.height
  return sharp({ create: { ...cardSize, channels: 3, background: colours.paper } })
    .composite([
      at(await plain(edge.stripe, cardSize.height, accent), 0, 0),
      at(await signOf(sign, accent), edge.top, edge.side),
      at(named, edge.top + (signSize - named.height) / 2, edge.side + 96),
      at(heading, (edge.top + signSize + bottom - heading.height) / 2, edge.side),
      at(said, bottom, edge.side),
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

async function plain(width: number, height: number, background: string): Promise<Layer> {
  const input = await sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer()
  return { input, width, height }
}

async function signOf(sign: Sign, accent: string, side = signSize): Promise<Layer> {
  const input = await sharp(sign instanceof Uint8Array ? sign : drawingOf(sign, accent, side))
    .resize({ width: side, height: side, fit: 'contain', background: '#0000' })
    .png()
    .toBuffer()
  return { input, width: side, height: side }
}

function drawingOf(paths: readonly string[], colour: string, side: number): Buffer {
  const drawn = paths.map((d) => `<path fill="${colour}" d="${d}"/>`).join('')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 32 32">${drawn}</svg>`,
  )
}

/** As large as it can stand in its block; what is too much for the smallest letters is cut off. */
async function text(said: string, style: Style): Promise<Layer> {
  const cut = cardText(said, style.most)
  if (cut === '') return plain(1, 1, '#0000')
  for (const part of [1, 0.8, 0.64, 0.52]) {
    const layer = await set(cut, { ...style, size: Math.round(style.size * part) })
    if (layer.height <= style.height) return layer
  }
  return set(cardText(cut, style.most / 2), { ...style, size: Math.round(style.size * 0.5) })
}

/** Each line reads from the side on which its first letter begins. */
async function set(said: string, { size, bold, colour, width }: Style): Promise<Layer> {
  const escaped = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped}</span>`,
      font: `Noto Sans, Noto Naskh Arabic, Noto Sans S Chinese ${bold ? 'Bold' : 'Regular'} ${size}`,
      ...{ width, dpi: 72, rgba: true, align: 'left', wrap: 'word-char' },
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}
