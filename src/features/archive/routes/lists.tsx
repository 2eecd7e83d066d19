import type { Context } from 'hono'
import { formats } from '../../../platform/formats.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type Env, router, visitor } from '../../people/index.ts'
import {
  authorPath,
  eachOnce,
  type Filter,
  inEachLanguage,
  monthIn,
  publicAnswer,
  publicAuthor,
  publishedPosts,
  tagKey,
  tagPath,
  yearIn,
  yearPath,
} from '../../posts/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { DoorsPage } from '../pages/doors.tsx'
import { AuthorLead, ListPage, monthText, type Subject } from '../pages/list.tsx'
import { TopicPage } from '../pages/topic.tsx'
import { archivePath } from '../paths.ts'
import { clusterOf, topicsOfRound } from '../queries/clusters.ts'
import { monthsOf, tagLabel } from '../queries/doors.ts'
import { words } from '../words.ts'
import { shownDoors } from './doors.ts'

export const listRoutes = router()

const HTML = 'text/html; charset=UTF-8'

listRoutes.get(archivePath, (c) =>
  publicAnswer(c, {
    type: HTML,
    make: async () => String(<DoorsPage frame={c.var.frame} doors={await shownDoors(c.var)} />),
  }),
)

listRoutes.get('/tags/:tag', async (c) => {
  const typed = c.req.param('tag')
  const tag = tagKey(typed)
  if (tag !== typed) return c.redirect(tagPath(tag), 301)
  const { app, frame } = c.var
  return listAnswer(c, { tag }, async () => {
    const label = await tagLabel(app.db, app.now(), tag)
    return { title: words(frame.locale)('list.tag', { tag: label }) }
  })
})

listRoutes.get('/authors/:slug', async (c) => {
  const { app, frame } = c.var
  const slug = c.req.param('slug')
  const author = await inEachLanguage(c.var, `author ${slug}`, () => publicAuthor(app.db, app.now(), slug))
  // Whoever turned out to be somebody else is found there.
  if (author.slug !== slug) return c.redirect(authorPath(author.slug), 301)
  return listAnswer(c, { author: slug }, () => ({
    title: author.name,
    lead:
      author.country || author.about || author.orcid ? (
        <AuthorLead author={author} locale={frame.locale} />
      ) : undefined,
  }))
})

listRoutes.get('/countries/:code{[A-Za-z]{2}}', (c) => {
  const country = c.req.param('code').toUpperCase()
  const { locale } = c.var.frame
  const name = formats(locale, 'UTC').country(country)
  return listAnswer(c, { country }, () => ({ title: words(locale)('list.country', { country: name }) }))
})

listRoutes.get('/years/:year', (c) => {
  const year = yearIn(c.req.param('year'))
  if (year === null) throw new NotFound('no-such-list-page')
  const title = words(c.var.frame.locale)('list.year', { year: String(year) })
  return listAnswer(c, { year }, () => ({ title }))
})

listRoutes.get('/years/:year/:month', async (c) => {
  const typed = c.req.param('month')
  const [year, month] = [yearIn(c.req.param('year')), monthIn(typed.replace(/^0(?=[1-9]$)/, ''))]
  if (year === null || month === null) throw new NotFound('no-such-list-page')
  if (typed !== String(month)) return c.redirect(yearPath(year, month), 301)
  const { locale } = c.var.frame
  const name = formats(locale, 'UTC').month(monthText(year, month))
  return listAnswer(c, { year, month }, () => ({ title: words(locale)('list.month', { month: name }) }))
})

listRoutes.get('/languages/:locale', (c) => {
  const locale = c.req.param('locale')
  const reader = c.var.frame.locale
  return listAnswer(c, { locale }, () => {
    const language = formats(reader, 'UTC').language(locale)
    return { title: words(reader)('list.locale', { language }) }
  })
})

listRoutes.get('/rounds/:code/posts/:topic{[1-9]\\d?}', (c) => {
  const { app, frame } = c.var
  const fortnight = Number(c.req.param('topic'))
  return publicAnswer(c, {
    type: HTML,
    make: async () => {
      const { id, code } = await roundByCode(app.db, visitor('en'), c.req.param('code'))
      const topics = await topicsOfRound(app.db, app.now(), { roundId: id, locale: frame.locale })
      const place = topics.findIndex((one) => one.fortnight === fortnight)
      const topic = topics[place]
      if (!topic) throw new NotFound('no-such-list-page')
      const all = await inEachLanguage(c.var, `cluster ${id} ${fortnight}`, () =>
        clusterOf(app.db, app.now(), { roundId: id, fortnight }),
      )
      const posts = eachOnce(all, frame.locale)
      const around = { previous: topics[place - 1], next: topics[place + 1] }
      return String(<TopicPage {...{ frame, code, topic, posts, around }} />)
    },
  })
})

/**
 * A page of the list that a filter means.
 *
 * @param subjectOf asked once there is a post
 * @throws NotFound `no-such-list-page` where it means no post
 */
function listAnswer(c: Context<Env>, filter: Filter, subjectOf: () => Subject | Promise<Subject>) {
  const { app, frame } = c.var
  const page = pageAsked(c.req.query('page'))
  return publicAnswer(c, {
    type: HTML,
    make: async () => {
      const list = await inEachLanguage(c.var, `list ${JSON.stringify(filter)} ${page}`, () =>
        publishedPosts(app.db, app.now(), filter, page),
      )
      if (list.count === 0) throw new NotFound('no-such-list-page')
      const { year } = filter
      const months = year === undefined ? [] : await monthsOf(app.db, app.now(), year)
      return String(<ListPage {...{ frame, filter, list, months }} subject={await subjectOf()} />)
    },
  })
}
