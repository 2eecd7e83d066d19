import { router } from '../features/people/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { Gallery } from '../ui/gallery.tsx'

/** Every component of the look with all its states; on a machine of one's own only. */
export const dev = router()

dev.get('/dev/ui', (c) => {
  if (!c.var.app.config.isDevelopment) throw new NotFound('not-found')
  return c.html(<Gallery frame={c.var.frame} />)
})
