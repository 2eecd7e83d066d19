import { NotFound } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { pictureSource } from './pages.tsx'
import { pictureFile, picturesByIds } from './queries.ts'

export const routes = router()

const FILE = /^(\d{1,5})\.(webp|jpeg)$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The address by which texts name a picture leads to a file of it: the editor shows it so. */
routes.get('/media/:id', async (c) => {
  const id = c.req.param('id')
  const [picture] = ID.test(id) ? await picturesByIds(c.var.app.db, [id]) : []
  if (!picture) throw new NotFound('no-such-picture')
  return c.redirect(pictureSource(picture, 'text').src, 302)
})

routes.get('/media/:id/:file', async (c) => {
  const { id, file } = c.req.param()
  const [, width, format] = FILE.exec(file) ?? []
  if (!ID.test(id) || (format !== 'webp' && format !== 'jpeg')) throw new NotFound('no-such-picture')
  const bytes = await pictureFile(c.var.app.db, { id, width: Number(width), format })
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': `image/${format}`,
    'Content-Disposition': 'inline',
    'Cache-Control': 'public, max-age=31536000, immutable',
    // Mail programs and other sites' cards load the picture from their own pages.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
})
