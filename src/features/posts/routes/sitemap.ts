import { NotFound } from '../../../platform/refusals.ts'
import { picturePath } from '../../media/index.ts'
import { router } from '../../people/index.ts'
import { frontPath, postPath, sitemapPartPath, sitemapPath } from '../paths.ts'
import { postsOfPart, sitemapParts } from '../queries/sitemap.ts'
import { PART_SIZE, sitemapIndex, sitemapPart } from '../sitemap.ts'
import { publicAnswer } from './kept.ts'

export const sitemapRoutes = router()

const XML = 'application/xml; charset=utf-8'

sitemapRoutes.get(sitemapPath, (c) => {
  const { app } = c.var
  return publicAnswer(c, {
    type: XML,
    seconds: 3600,
    make: async () => {
      const parts = await sitemapParts(app.db, app.now(), PART_SIZE)
      const listed = parts.map((updatedAt, at) => ({ url: app.origin + sitemapPartPath(at + 1), updatedAt }))
      const others = c.var.features
        .flatMap(({ sitemaps = [] }) => sitemaps)
        .filter((path) => path !== sitemapPath)
      return sitemapIndex([...listed, ...others.map((path) => ({ url: app.origin + path, updatedAt: null }))])
    },
  })
})

sitemapRoutes.get('/sitemap/:file{posts-[1-9]\\d{0,4}\\.xml}', (c) => {
  const { app } = c.var
  const part = Number(c.req.param('file').slice('posts-'.length, -'.xml'.length))
  const at = (slug: string) => app.origin + postPath(slug)
  return publicAnswer(c, {
    type: XML,
    seconds: 3600,
    make: async () => {
      const posts = await postsOfPart(app.db, app.now(), { part, size: PART_SIZE })
      if (posts.length === 0) throw new NotFound('not-found')
      const pages = posts.map(({ slug, locale, updatedAt, picture, translations }) => ({
        ...{ url: at(slug), locale, updatedAt },
        translations: translations.map((one) => ({ locale: one.locale, url: at(one.slug) })),
        picture: picture && app.origin + picturePath(picture.id, picture.width, 'jpeg'),
      }))
      const newest = new Date(Math.max(...posts.map(({ updatedAt }) => updatedAt.getTime())))
      const front = part === 1 ? [{ url: app.origin + frontPath, updatedAt: newest }] : []
      return sitemapPart([...front, ...pages])
    },
  })
})
