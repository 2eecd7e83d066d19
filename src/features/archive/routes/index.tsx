import { NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { type Outcome, SearchPage } from '../pages/search.tsx'
import { type Asked, searchPath } from '../paths.ts'
import type { Doors } from '../queries/doors.ts'
import { foundPosts } from '../queries/found.ts'
import { understand } from '../queries/meanings.ts'
import { askedIn } from '../schema.ts'
import { termsIn } from '../search.ts'
import { shownDoors } from './doors.ts'
import { listRoutes } from './lists.tsx'
import { sitemapRoutes } from './sitemap.ts'

export const routes = router()
routes.route('/', listRoutes)
routes.route('/', sitemapRoutes)

// Not kept, not by us nor on the way: what somebody looks for is nobody else's.
routes.get(searchPath, async (c) => {
  const asked = askedIn(c.req.query())
  const doors = await shownDoors(c.var)
  const outcome = await outcomeOf(c.var, asked, doors)
  return c.html(<SearchPage frame={c.var.frame} {...{ asked, doors, outcome }} />)
})

/** @throws NotFound `no-such-list-page` for a page after the last */
async function outcomeOf(
  { app }: Env['Variables'],
  { text, filter, page }: Asked,
  doors: Doors,
): Promise<Outcome | null> {
  const terms = termsIn(text)
  if (terms.length === 0) return null
  const { query, ...told } = await understand(
    app.db,
    terms,
    doors.locales.map(({ locale }) => locale),
  )
  const found = query === null ? nothing : await foundPosts(app.db, app.now(), { query, filter, page })
  if (page > 1 && found.posts.length === 0) throw new NotFound('no-such-list-page')
  return { ...told, ...found }
}

const nothing = { posts: [], count: 0 }
