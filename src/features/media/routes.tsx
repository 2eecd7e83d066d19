import { NotFound } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { pictureFile } from './queries.ts'

export const routes = router()

const FILE = /^(\d{1,5})\.(webp|jpeg)$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

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
