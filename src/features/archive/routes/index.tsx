import { perMinute } from '../../../platform/per-minute.ts'
import { NotFound, TooMany } from '../../../platform/refusals.ts'
import { isFromThisMachine, networkOf } from '../../../platform/sign-in/index.ts'
import { type Env, router } from '../../people/index.ts'
import { searchesPerMinute } from '../limits.ts'
import { type Outcome, SearchPage } from '../pages/search.tsx'
import { type Asked, searchPath } from '../paths.ts'
import type { Doors } from '../queries/doors.ts'
import { foundPlaces } from '../queries/found.ts'
import { understand } from '../queries/meanings.ts'
import { shownAt } from '../queries/shown.ts'
import { askedIn } from '../schema.ts'
import { termsIn } from '../search.ts'
import { shownDoors, shownState } from './doors.ts'
import { listRoutes } from './lists.tsx'
import { sitemapRoutes } from './sitemap.ts'

export const routes = router()
routes.route('/', listRoutes)
routes.route('/', sitemapRoutes)

const counted = perMinute(searchesPerMinute)

// Not kept, not by us nor on the way: what somebody looks for is nobody else's.
routes.get(searchPath, async (c) => {
  const { app } = c.var
  const asked = askedIn(c.req.query())
  const later =
    asked.text === ''
      ? 0
      : counted(app, isFromThisMachine(c) ? null : networkOf(c, app.config.trustedProxies))
  if (later > 0) throw new TooMany('too-many', later)
  const state = await shownState(c.var)
  const doors = await shownDoors(c.var, state)
  const outcome = await outcomeOf(c.var, asked, { doors, state })
  return c.html(<SearchPage frame={c.var.frame} {...{ asked, doors, outcome }} />)
})

/** @throws NotFound `no-such-list-page` for a page after the last */
async function outcomeOf(
  { app }: Env['Variables'],
  { text, filter, page }: Asked,
  { doors, state }: { doors: Doors; state: string },
): Promise<Outcome | null> {
  const terms = termsIn(text)
  if (terms.length === 0) return null
  const [now, locales] = [app.now(), doors.locales.map(({ locale }) => locale)]
  const { query, ...understood } = await understand(app.db, terms, locales)
  const places = query === null ? [] : await foundPlaces(app.db, { query, filter, now, page })
  const posts = await shownAt(app.db, now, places, state)
  if (page > 1 && posts.length === 0) throw new NotFound('no-such-list-page')
  return { ...understood, posts, count: places[0]?.count ?? 0 }
}
