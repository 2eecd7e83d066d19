/** Draws one card and ends: drawing takes eighty megabytes, which a site then keeps for as long as it runs. */
import sharp from 'sharp'
import { type Card, cardSize, cardText, type Sign } from './card.ts'

/** What is asked of it; `fonts` says where they are. */
export type Asked = { card: Card; sign: Sign; fonts: readonly string[] }

const colours = { paper: '#faf7f0', ink: '#26221d', quiet: '#5b5449' } as const
const edge = { side: 80, top: 72, stripe: 16 } as const
const signSize = 72
const width = cardSize.width - 2 * edge.side

type Layer = { input: Buffer; width: number; height: number }
/** `most` letters, in a block of that width and height: set smaller where they are many. */
type Style = { most: number; size: number; bold: boolean; colour: string; width: number; height: number }

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadSvgBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadPngBuffer'],
})

process.once('message', async ({ card, sign, fonts }: Asked) => {
  for (const fontfile of fonts)
    await sharp({ text: { text: 'a', fontfile } })
      .raw()
      .toBuffer()
  process.send?.(await draw(card, sign))
  process.disconnect?.()
})

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

async function signOf(sign: Sign, accent: string): Promise<Layer> {
  const input = await sharp(sign instanceof Uint8Array ? sign : drawingOf(sign, accent))
    .resize({ width: signSize, height: signSize, fit: 'contain', background: '#0000' })
    .png()
    .toBuffer()
  return { input, width: signSize, height: signSize }
}

function drawingOf(paths: readonly string[], colour: string): Buffer {
  const drawn = paths.map((d) => `<path fill="${colour}" d="${d}"/>`).join('')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 32 32">${drawn}</svg>`,
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
      font: `Noto Sans, Noto Naskh Arabic ${bold ? 'Bold' : 'Regular'} ${size}`,
      ...{ width, dpi: 72, rgba: true, align: 'left', wrap: 'word-char' },
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { input: data, width: info.width, height: info.height }
}
