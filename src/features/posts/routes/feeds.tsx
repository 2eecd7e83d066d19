import type { Context } from 'hono'
import { formats } from '../../../platform/formats.ts'
import { picturesIn } from '../../../platform/markdown.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { picturesByIds } from '../../media/index.ts'
import { type Env, router, visitor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { atom, type FeedEntry, type FeedSource, json, rss } from '../feeds.ts'
import { type Filter, tagKey } from '../filter.ts'
import { feedEntry, feedSource } from '../pages/feed-entry.tsx'
import { FeedsPage } from '../pages/feeds.tsx'
import { type FeedForm, feedForms, feedPath } from '../paths.ts'
import { publicAuthor } from '../queries/authors.ts'
import { subjectsOfFeeds } from '../queries/feeds.ts'
import { withdrawnPosts } from '../queries/public.ts'
import { newestPosts } from '../queries/signed.ts'
import { renderedPost } from '../rendered.ts'
import { words } from '../words.ts'
import { inEachLanguage, publicAnswer } from './kept.ts'

export const feedRoutes = router()

feedRoutes.get('/feeds', (c) => {
  const { app, features, frame } = c.var
  return publicAnswer(c, {
    type: 'text/html; charset=UTF-8',
    make: async () => {
      const [subjects, ...others] = await Promise.all([
        subjectsOfFeeds(app.db, app.now()),
        ...features.map(({ waysToFollow }) => waysToFollow?.(app, frame)),
      ])
      return String(<FeedsPage {...{ frame, subjects, others }} origin={app.origin} />)
    },
  })
})

/** What a feed is of, and what that is called in the network's language. */
type Named = { filter: Filter; name: string | null; isMoved?: boolean }

const file = `:file{feed\\.(?:${feedForms.join('|')})}`
type Asked = Context<Env>
const given = (c: Asked, name: string) => c.req.param(name) ?? ''

/** Where there are feeds; each reads from its address what it is of. */
const feeds: Record<string, (c: Asked) => Named | Promise<Named>> = {
  '': () => ({ filter: {}, name: null }),
  '/rounds/:code/posts': async (c) => {
    const { code } = await roundByCode(c.var.app.db, visitor('en'), given(c, 'code'))
    return { filter: { round: code }, name: words(ours(c))('kicker.round', { code }) }
  },
  '/rounds/:code/posts/:topic{[1-9]\\d?}': async (c) => {
    const { code } = await roundByCode(c.var.app.db, visitor('en'), given(c, 'code'))
    const topic = Number(given(c, 'topic'))
    return { filter: { round: code, topic }, name: words(ours(c))('feed.of.topic', { code, number: topic }) }
  },
  '/tags/:tag': (c) => {
    const tag = given(c, 'tag')
    return { filter: { tag: tagKey(tag) }, name: tag, isMoved: tagKey(tag) !== tag }
  },
  '/authors/:author': async (c) => {
    const { slug, name } = await publicAuthor(c.var.app.db, c.var.app.now(), given(c, 'author'))
    return { filter: { author: slug }, name, isMoved: slug !== given(c, 'author') }
  },
  '/countries/:country{[a-z]{2}}': (c) => {
    const country = given(c, 'country').toUpperCase()
    return { filter: { country }, name: formats(ours(c), 'UTC').country(country) }
  },
  '/languages/:locale{[a-z]{2,3}}': (c) => {
    const locale = given(c, 'locale')
    return { filter: { locale }, name: formats(ours(c), 'UTC').language(locale) }
  },
}

const ours = (c: Asked) => c.var.network.locales[0]

for (const [at, read] of Object.entries(feeds))
  feedRoutes.get(`${at}/${file}`, async (c: Asked) => {
    const named = await read(c)
    const form = given(c, 'file').slice('feed.'.length) as FeedForm
    return named.isMoved ? c.redirect(feedPath(named.filter, form), 301) : feed(c, form, named)
  })

type Write = (source: FeedSource, entries: readonly FeedEntry[]) => string
const forms: Record<FeedForm, { type: string; write: Write }> = {
  rss: { type: 'application/rss+xml', write: rss },
  atom: { type: 'application/atom+xml', write: atom },
  json: { type: 'application/feed+json', write: json },
}

function feed(c: Asked, form: FeedForm, { filter, name }: Named): Promise<Response> {
  const { app, network } = c.var
  const { type, write } = forms[form]
  const page = pageAsked(c.req.query('page'))
  const key = `feed ${JSON.stringify(filter)} ${page}`
  return publicAnswer(c, {
    type: `${type}; charset=utf-8`,
    seconds: 300,
    make: async () => {
      const { posts, hasOlder, withdrawn, entries } = await inEachLanguage(c.var, key, () =>
        madeOf(c.var, filter, page),
      )
      if ((name !== null || page > 1) && posts.length + withdrawn.length === 0)
        throw new NotFound('no-such-list-page')
      const part = { page, hasOlder }
      const fed = { posts, withdrawn, filter, name: spelled(filter, posts) ?? name, part }
      return write(feedSource(network, app.now(), fed), entries)
    },
  })
}

/** What a feed is made of in each of its forms. */
async function madeOf({ app, network }: Env['Variables'], filter: Filter, page: number) {
  const [{ posts, hasOlder }, withdrawn] = await Promise.all([
    newestPosts(app.db, app.now(), filter, page),
    page === 1 ? withdrawnPosts(app.db, filter) : [],
  ])
  const ids = posts.flatMap((post) => picturesIn(renderedPost(post, post.locale, app.origin)))
  const pictures = await picturesByIds(app.db, ids)
  return { posts, hasOlder, withdrawn, entries: posts.map((post) => feedEntry(post, pictures, network)) }
}

/** A tag as it was typed last. */
const spelled = ({ tag }: Filter, posts: readonly { tags: string[] }[]) =>
  posts.flatMap(({ tags }) => tags).find((one) => tagKey(one) === tag)
