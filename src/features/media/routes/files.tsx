import { NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { pictureSource } from '../pages/figure.tsx'
import { pictureFile, picturesByIds } from '../queries/pictures.ts'

export const routes = router()

const FILE = /^(\d{1,5})\.(avif|webp|jpeg)$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The address by which texts name a picture leads to a file of it: the editor shows it so. */
routes.get('/media/:id', async (c) => {
  const id = c.req.param('id')
  const [picture] = ID.test(id) ? await picturesByIds(c.var.app.db, [id]) : []
  if (!picture) throw new NotFound('no-such-picture')
  return c.redirect(pictureSource(picture, 'text').src, 303)
})

routes.get('/media/:id/:file', async (c) => {
  const { id, file } = c.req.param()
  const [, width, format] = FILE.exec(file) ?? []
  if (!ID.test(id) || !isFormat(format)) throw new NotFound('no-such-picture')
  const bytes = await pictureFile(c.var.app, { id, width: Number(width), format })
  const part = partOf(c.req.header('Range'), bytes.byteLength)
  if (part === 'beyond') return c.text('', 416, { 'Content-Range': `bytes */${bytes.byteLength}` })
  const range = part && { 'Content-Range': `bytes ${part.first}-${part.last}/${bytes.byteLength}` }
  const sent = part ? bytes.subarray(part.first, part.last + 1) : bytes
  return c.body(new Uint8Array(sent), part ? 206 : 200, {
    ...range,
    'Accept-Ranges': 'bytes',
    'Content-Type': `image/${format}`,
    'Content-Disposition': 'inline',
    'Cache-Control': 'public, max-age=31536000, immutable',
    // Mail programs and other sites' cards load the picture from their own pages.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
})

const isFormat = (text: string | undefined) => text === 'avif' || text === 'webp' || text === 'jpeg'

/**
 * Which bytes of so many a reader asks for; null for all of them, also when it asks for several parts or in a way of
 * its own.
 *
 * @source https://www.rfc-editor.org/rfc/rfc9110#name-range
 */
export function partOf(
  header: string | undefined,
  size: number,
): { first: number; last: number } | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to))
  if (first >= size || (from === '' && Number(to) === 0)) return 'beyond'
  return last < first ? null : { first, last }
}

export const isPictureId = (text: string) => ID.test(text)
