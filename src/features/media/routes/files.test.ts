import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { visitor } from '../../people/index.ts'
import { addPicture } from '../actions/pictures.ts'
import { picturesByIds } from '../queries/pictures.ts'
import { partOf } from './files.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { role: 'editor' })
const upload = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#2c6b4a' } })
  .png()
  .toBuffer()
const id = await addPicture(app, editor, upload, { alt: 'Green' })

test('a picture is served as what it is, for ever, and to mail programs too', async () => {
  const answer = await site.request(`/media/${id}/480.webp`)

  const { format, width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  const headers = ['Content-Type', 'Cache-Control', 'Content-Disposition', 'X-Content-Type-Options']
  expect({ format, width, height, headers: headers.map((name) => answer.headers.get(name)) }).toEqual({
    format: 'webp',
    width: 480,
    height: 240,
    headers: ['image/webp', 'public, max-age=31536000, immutable', 'inline', 'nosniff'],
  })
  expect(answer.headers.get('Cross-Origin-Resource-Policy')).toEqual('cross-origin')
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
})

test('a part of a picture is sent where a part is asked for', async () => {
  const whole = new Uint8Array(await (await site.request(`/media/${id}/480.webp`)).arrayBuffer())

  const answer = await site.request(`/media/${id}/480.webp`, { headers: { Range: 'bytes=4-7' } })
  const beyond = await site.request(`/media/${id}/480.webp`, { headers: { Range: 'bytes=999999-' } })

  expect({ status: answer.status, range: answer.headers.get('Content-Range') }).toEqual({
    status: 206,
    range: `bytes 4-7/${whole.byteLength}`,
  })
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(whole.slice(4, 8))
  expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, `bytes */${whole.byteLength}`])
  expect([
    partOf('bytes=-3', 10),
    partOf('bytes=8-99', 10),
    partOf('bytes=1-2,4-5', 10),
    partOf(undefined, 10),
  ]).toEqual([{ first: 7, last: 9 }, { first: 8, last: 9 }, null, null])
})

test('the address by which a text names a picture leads to a file of it', async () => {
  const answer = await site.request(`/media/${id}`)

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/media/${id}/960.jpeg`])
})

test.each([
  ['a width we do not keep', `/media/${id}/481.webp`],
  ['another format', `/media/${id}/480.svg`],
  ['another picture', '/media/0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b/480.webp'],
  ['no picture at all', '/media/..%2f..%2fsecret/480.webp'],
  ['a number beyond numbers', `/media/${id}/99999.webp`],
])('%s is not there', async (_name, path) => {
  expect((await site.request(path)).status).toEqual(404)
})

test('a kept picture is told with its widths and its words', async () => {
  const [picture] = await picturesByIds(app.db, [id])

  expect({ ...picture, jpegBytes: (picture?.jpegBytes ?? 0) > 100 }).toEqual({
    id,
    width: 1000,
    height: 500,
    widths: [480, 960, 1000],
    named: id,
    avifWidths: [],
    focusX: 0.5,
    focusY: 0.5,
    jpegBytes: true,
    alt: 'Green',
    caption: '',
    author: '',
    source: '',
    licence: '',
  })
})

test('nobody but an editor adds a picture, and nothing but a picture is added', async () => {
  await expect(addPicture(app, visitor('en'), upload)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(addPicture(app, editor, Buffer.from('<svg/>'))).rejects.toMatchObject({
    code: 'picture-wrong-kind',
  })
  expect(await app.db.selectFrom('media').select('id').execute()).toEqual([{ id }])
})
