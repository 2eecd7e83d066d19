import type { Context } from 'hono'
import type { App } from '../../../platform/app.ts'
import { picturesIn } from '../../../platform/markdown.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { picturesByIds } from '../../media/index.ts'
import { shownPage } from '../../pages/index.ts'
import { type BelowPost, betweenCalls, type Env, router, visitor } from '../../people/index.ts'
import { openCalls, roundByCode } from '../../rounds/index.ts'
import { FrontPage } from '../pages/front.tsx'
import { headOfPost } from '../pages/head.tsx'
import { OlderPage, RoundPostsPage } from '../pages/lists.tsx'
import { PostPage } from '../pages/post.tsx'
import { referencePath } from '../paths.ts'
import { neighboursOf, postsOfRound, publishedPosts } from '../queries/public.ts'
import { seasonOf } from '../queries/season.ts'
import { renderedPost } from '../rendered.ts'
import { signposts } from '../signposts.ts'
import { aroundRoutes } from './around.tsx'
import { crateRoutes, signpostsOfRound } from './crate.ts'
import { feedRoutes } from './feeds.tsx'
import { inEachLanguage, type Made, publicAnswer, type Versions } from './kept.ts'
import { leadOn } from './lead-on.ts'
import { namedPost } from './named.ts'
import { sitemapRoutes } from './sitemap.ts'

export const routes = router()
routes.use('/posts/:slug/*', leadOn)
routes.route('/', aroundRoutes)
routes.route('/', feedRoutes)
routes.route('/', crateRoutes)
routes.route('/', sitemapRoutes)

const HTML = 'text/html; charset=UTF-8'

routes.get('/', (c) => {
  const { app, actor, frame, network } = c.var
  const page = pageNumber(c.req.query('page'))
  return publicAnswer(c, {
    type: HTML,
    make: async () => {
      const { posts, pages } = await inEachLanguage(c.var, `front ${page}`, () =>
        publishedPosts(app.db, app.now(), {}, page),
      )
      if (page > 1) return String(<OlderPage {...{ frame, posts, page, pages }} />)
      const [season, calls, welcome, ...head] = await Promise.all([
        seasonOf(app.db, app.now(), posts),
        openCalls(app.db, app.now()),
        shownPage(app, 'welcome', { network, locale: actor.locale }),
        ...c.var.features.map(({ frontHead }) => frontHead?.(app)),
      ])
      const offers = calls.length > 0 ? [] : betweenCalls(c.var)
      const beyond = c.var.features.flatMap((feature) => feature.beyondFront?.(frame.locale) ?? [])
      return String(<FrontPage {...{ frame, season, pages, calls, welcome, offers, beyond, head }} />)
    },
  })
})

routes.get('/posts/:slug', (c) =>
  publicAnswer(c, { type: HTML, make: () => postPage(c, c.req.param('slug')) }),
)

routes.get('/rounds/:code/posts', (c) => {
  const { app, frame } = c.var
  return publicAnswer(c, {
    type: HTML,
    make: async () => {
      const round = await roundByCode(app.db, visitor('en'), c.req.param('code'))
      const posts = await inEachLanguage(c.var, `round ${round.id}`, () =>
        postsOfRound(app.db, app.now(), round.id),
      )
      const text = String(<RoundPostsPage frame={frame} round={round} posts={posts} now={app.now()} />)
      return posts.length === 0 ? text : { text, link: signpostsOfRound(app.origin, round) }
    },
  })
})

async function postPage(c: Context<Env>, slug: string): Promise<Made> {
  const { actor, frame } = c.var
  const { below, link, parts, ...said } = await inEachLanguage(c.var, `post ${slug}`, () =>
    madeOf(c.var, slug),
  )
  const shown = parts.map((draw) => draw({ actor, frame }))
  return { text: String(<PostPage frame={frame} {...said} below={shown} />), link, below }
}

/** What the page of a post is made of. Nothing of the request is in it, which would be kept with it. */
async function madeOf(vars: Env['Variables'], slug: string) {
  const { app, network, features } = vars
  const { post, named } = await namedPost(vars, slug)
  const belowPost = features
    .flatMap((feature) => feature.belowPost ?? [])
    .toSorted((one, other) => (one.place ?? 50) - (other.place ?? 50))
  const below = await versionsBelow(app, belowPost, post.id)
  const [neighbours, pictures, ...parts] = await Promise.all([
    neighboursOf(app.db, app.now(), post),
    picturesByIds(app.db, picturesIn(renderedPost(post, post.locale))),
    ...belowPost.map((part) => part.read(app, post.id)),
  ])
  const head = headOfPost(named, network)
  const link = signposts(named, (form) => network.origin + referencePath(post.slug, form))
  return { post, named, head, neighbours, pictures, parts, link, below }
}

/** Apart from the request, which would be kept with them. */
async function versionsBelow(app: App, parts: readonly BelowPost[], postId: string): Promise<Versions> {
  const now = async () => (await Promise.all(parts.map((part) => part.version(app.db, postId)))).join(' ')
  return { made: await now(), now }
}

/** @throws NotFound for anything but a whole number from 1 */
function pageNumber(typed: string | undefined): number {
  if (typed === undefined) return 1
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new NotFound('no-such-list-page')
  return Number(typed)
}
