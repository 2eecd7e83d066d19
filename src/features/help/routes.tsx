import { readFile } from 'node:fs/promises'
import { cachePublicly } from '../../platform/caching.ts'
import { NotFound } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { isChapter } from './chapters.ts'
import { ChapterPage, HandbookPage } from './pages/handbook.tsx'
import { helpPath } from './paths.ts'
import { pictureFile, takenPictures } from './queries.ts'

export const routes = router()

routes.get(helpPath, (c) => {
  const { actor, frame } = c.var
  cachePublicly(c)
  return c.html(<HandbookPage frame={frame} locale={actor.locale} />)
})

const monthSeconds = 30 * 86_400

routes.get(`${helpPath}/pictures/:file`, async (c) => {
  const name = c.req.param('file').replace(/\.webp$/, '')
  if (!Object.hasOwn(takenPictures(), name)) throw new NotFound('not-found')
  cachePublicly(c, monthSeconds)
  return c.body(new Uint8Array(await readFile(pictureFile(name))), 200, { 'Content-Type': 'image/webp' })
})

routes.get(`${helpPath}/:chapter`, (c) => {
  const { actor, frame } = c.var
  const chapter = c.req.param('chapter')
  if (!isChapter(chapter)) throw new NotFound('not-found')
  cachePublicly(c)
  return c.html(<ChapterPage frame={frame} locale={actor.locale} chapter={chapter} />)
})
