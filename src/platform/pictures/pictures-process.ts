/** Where uploads are decoded: a process of its own, which knows nothing, so that a decoder that fails takes nothing with it. */
import sharp, { type Sharp } from 'sharp'
import { answering } from '../aside/answering.ts'
import { type Header, mostPixels } from './header.ts'

/** One width and format in which a picture is kept, and how much of it is kept, of 100. */
export type Form = { width: number; height: number; format: 'avif' | 'webp' | 'jpeg'; quality: number }

/** In each form; where it has clear parts, on white, or clear as they are, with what its shape leaves free. */
export type Redrawing = { forms: readonly Form[]; ground: 'white' | 'clear' }

export type Asked = { headerOf: Uint8Array } | ({ upload: Uint8Array } & Redrawing)
export type Answer = Header | Uint8Array[]

// Only three decoders may ever see a stranger's bytes.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)

answering<Asked, Answer>((asked) => ('headerOf' in asked ? headerOf(asked.headerOf) : drawn(asked)))

async function headerOf(upload: Uint8Array): Promise<Header> {
  const { width, height, channels, depth, format, isProgressive, autoOrient } = await sharp(upload, {
    limitInputPixels: false,
  }).metadata()
  return { width, height, channels, depth, format, isProgressive, autoOrient }
}

/** Decoded once, as large as its largest form; the others come from that. */
async function drawn({ upload, forms, ground }: { upload: Uint8Array } & Redrawing): Promise<Buffer[]> {
  const [width, height] = [
    Math.max(...forms.map((form) => form.width)),
    Math.max(...forms.map((form) => form.height)),
  ]
  const opened = sharp(upload, { limitInputPixels: mostPixels, failOn: 'error' })
    .timeout({ seconds: 20 })
    .autoOrient()
  const { data, info } = await (ground === 'white' ? opened.flatten({ background: '#fff' }) : opened)
    .toColourspace('srgb')
    .resize({
      width,
      height,
      ...(ground === 'white' ? { fit: 'fill' } : { fit: 'contain', background: '#0000' }),
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const bytes: Buffer[] = []
  for (const form of forms) bytes.push(await written(sharp(data, { raw }), form).toBuffer())
  return bytes
}

function written(picture: Sharp, { width, height, format, quality }: Form): Sharp {
  const scaled = picture.resize({ width, height, fit: 'fill' })
  if (format === 'avif') return scaled.avif({ quality, effort: 2 })
  return format === 'webp' ? scaled.webp({ quality }) : scaled.jpeg({ quality, mozjpeg: true })
}
