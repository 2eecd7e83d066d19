import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { mostPictureBytes } from '../../platform/pictures/index.ts'
import { png } from '../../platform/pictures/pictures.builder.ts'
import { type Image, readImage } from './image.ts'

const red = { r: 200, g: 30, b: 30 }
const draw = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: red } })

async function read(bytes: Uint8Array): Promise<Image> {
  const image = await readImage(bytes)
  if (typeof image === 'string') throw new Error(image)
  return image
}
const sizes = ({ files }: Image) => files.map(({ width, height, format }) => `${width}x${height} ${format}`)

describe('a good picture', () => {
  test('is kept in three widths and two formats', async () => {
    const upload = await draw(2400, 1350).png().toBuffer()

    const image = await read(upload)

    expect({ width: image.width, height: image.height, files: sizes(image) }).toEqual({
      width: 1600,
      height: 900,
      files: [
        '480x270 webp',
        '480x270 jpeg',
        '960x540 webp',
        '960x540 jpeg',
        '1600x900 webp',
        '1600x900 jpeg',
      ],
    })
  })

  test('is never blown up', async () => {
    const upload = await draw(700, 350).webp().toBuffer()

    expect(sizes(await read(upload))).toEqual([
      '480x240 webp',
      '480x240 jpeg',
      '700x350 webp',
      '700x350 jpeg',
    ])
  })

  test('stands upright and tells nothing about where it was taken', async () => {
    const upload = await draw(800, 400)
      .withExif({
        IFD0: { Artist: 'Ada Molina' },
        IFD3: { GPSLatitude: '60/1 23/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(upload.includes('Ada Molina')).toEqual(true)

    const image = await read(upload)

    const first = await sharp(image.files.at(-1)?.bytes).metadata()
    expect({
      width: first.width,
      height: first.height,
      exif: first.exif,
      icc: first.icc,
      turn: first.orientation,
    }).toEqual({
      width: 400,
      height: 800,
      exif: undefined,
      icc: undefined,
      turn: undefined,
    })
    expect(image.files.some(({ bytes }) => bytes.includes('Ada Molina'))).toEqual(false)
  })

  test('with clear parts is put on white', async () => {
    const clear = {
      create: { width: 400, height: 300, channels: 4 as const, background: { ...red, alpha: 0 } },
    }
    const upload = await sharp(clear).png().toBuffer()

    const image = await read(upload)

    const pixel = await sharp(image.files[0]?.bytes)
      .extract({ left: 9, top: 9, width: 1, height: 1 })
      .raw()
      .toBuffer()
    expect([...pixel].every((value) => value >= 254)).toEqual(true)
  })
})

describe('what is not taken', () => {
  let jpeg: Buffer
  beforeAll(async () => {
    jpeg = await draw(640, 480).jpeg().toBuffer()
  })

  test.each([
    ['nothing', '', 'picture-empty'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'picture-wrong-kind'],
    ['SVG after a declaration', '<?xml version="1.0"?><svg/>', 'picture-wrong-kind'],
    ['a web page', '<!doctype html><script>alert(1)</script>', 'picture-wrong-kind'],
    ['PDF', '%PDF-1.7\n1 0 obj', 'picture-wrong-kind'],
    ['a GIF that is a script', 'GIF89a/*\x01\x00*/=alert(1)//', 'picture-wrong-kind'],
    ['an archive', 'PK\x03\x04', 'picture-wrong-kind'],
    ['a bitmap', 'BM\x00\x00', 'picture-wrong-kind'],
    ['a web page that starts like a JPEG', '\xff\xd8\xff<script>alert(1)</script>', 'picture-broken'],
    ['a WebP without anything in it', 'RIFF\x04\x00\x00\x00WEBP', 'picture-broken'],
  ])('%s', async (_name, bytes, problem) => {
    expect(await readImage(Buffer.from(bytes, 'latin1'))).toEqual(problem)
  })

  test('a file that is too heavy', async () => {
    expect(await readImage(Buffer.concat([jpeg, Buffer.alloc(mostPictureBytes)]))).toEqual(
      'picture-too-heavy',
    )
  })

  test('a picture that is too narrow', async () => {
    expect(await readImage(await draw(300, 900).png().toBuffer())).toEqual('picture-too-narrow')
  })

  test('a small file that would fill the memory', async () => {
    const bomb = png(60_000, 60_000, Buffer.alloc(1_000_000))

    expect(bomb.byteLength).toBeLessThan(2_000)
    expect(await readImage(bomb)).toEqual('picture-too-many-pixels')
  })

  test.each([
    [
      'of 25 megapixels',
      png(5_000, 5_000, Buffer.alloc(1_000), { isInterlaced: true }),
      'picture-interlaced',
    ],
    // Its header is right, and it ends in the middle: it was to be read.
    ['of 24 megapixels', png(4_896, 4_896, Buffer.alloc(1_000), { isInterlaced: true }), 'picture-broken'],
    ['that is none of these', png(5_000, 5_000, Buffer.alloc(1_000)), 'picture-broken'],
  ])('a PNG %s, by how it is drawn', async (_name, bytes, problem) => {
    expect(await readImage(bytes)).toEqual(problem)
  })

  test('a picture that ends in the middle', async () => {
    const cut = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: red,
        noise: { type: 'gaussian', mean: 99, sigma: 60 },
      },
    })
      .png()
      .toBuffer()

    expect(await readImage(cut.subarray(0, cut.byteLength / 2))).toEqual('picture-broken')
  })

  test('what hides behind or inside a picture does not come out again', async () => {
    const payload = '<script>alert("hidden")</script>%PDF-1.7 PK\x03\x04'
    const withComment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0x00, payload.length + 2]),
      Buffer.from(payload, 'latin1'),
      jpeg.subarray(2),
      Buffer.from(payload, 'latin1'),
    ])

    const image = await read(withComment)

    expect(image.files.filter(({ bytes }) => bytes.includes('hidden') || bytes.includes('%PDF'))).toEqual([])
  })
})
