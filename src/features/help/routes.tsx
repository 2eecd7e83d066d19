import { cachePublicly } from '../../platform/caching.ts'
import { NotFound } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { isChapter } from './chapters.ts'
import { ChapterPage, HandbookPage } from './pages.tsx'
import { helpPath } from './paths.ts'

export const routes = router()

routes.get(helpPath, (c) => {
  const { actor, frame } = c.var
  cachePublicly(c)
  return c.html(<HandbookPage frame={frame} locale={actor.locale} />)
})

routes.get(`${helpPath}/:chapter`, (c) => {
  const { actor, frame } = c.var
  const chapter = c.req.param('chapter')
  if (!isChapter(chapter)) throw new NotFound('not-found')
  cachePublicly(c)
  return c.html(<ChapterPage frame={frame} locale={actor.locale} chapter={chapter} />)
})
