import type { Context } from 'hono'
import type { App } from '../../../platform/app.ts'
import { freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import { type Env, router } from '../../people/index.ts'
import { anyPart, atom, inEachLanguage, publicAnswer, rss, type Versions } from '../../posts/index.ts'
import { flagComment } from '../actions/flagging.ts'
import { takesComments } from '../comment.ts'
import { CommentsPage } from '../pages/below.tsx'
import { commentEntry, commentSource } from '../pages/feed.tsx'
import { FlaggedPage, FlagPage } from '../pages/steps.tsx'
import { commentPath, commentsPagePath, flaggedPath } from '../paths.ts'
import { commentedPost, commentedPostById, ruleOf } from '../queries/post.ts'
import {
  commentVersion,
  newestComments,
  pageOfComment,
  shownComment,
  shownComments,
} from '../queries/shown.ts'
import { flagForm } from '../schema.ts'

/** What everyone reads of comments, besides what stands below a post; and saying that something is wrong with one. */
export const readingRoutes = router()

readingRoutes.get('/posts/:slug/comments', async (c) => {
  const { app } = c.var
  const page = pageAsked(c.req.query('page'))
  if (page === 1) {
    const post = await commentedPost(app.db, app.now(), c.req.param('slug'))
    return c.redirect(`${commentsPagePath(post.slug, 1)}#comments`, 302)
  }
  return publicAnswer(c, {
    type: 'text/html; charset=UTF-8',
    make: () => commentsPage(c, c.req.param('slug'), page),
  })
})

async function commentsPage(c: Context<Env>, slug: string, page: number) {
  const { app, actor, frame } = c.var
  const { post, below, list, rule } = await inEachLanguage(c.var, `comments ${page} ${slug}`, () =>
    madeOf(app, slug, page),
  )
  if (page > list.pages) throw new NotFound('no-such-list-page')
  const isOpen = takesComments(post, rule, app.now()) && !frame.paused
  const writer = { name: actor.name, isMember: actor.id !== null }
  return {
    text: String(<CommentsPage {...{ frame, post, list, isOpen, writer }} />),
    below,
  }
}

/** What such a page is made of. */
async function madeOf(app: App, slug: string, page: number) {
  const post = await commentedPost(app.db, app.now(), slug)
  const below = await versionsOf(app, post.id)
  const [list, rule] = await Promise.all([shownComments(app.db, post, page), ruleOf(app.db)])
  return { post, below, list, rule }
}

/** Leads to a comment wherever it stands by now: others before it may come or go. */
readingRoutes.get('/comments/:number{\\d{1,15}}', async (c) => {
  const { app } = c.var
  const number = Number(c.req.param('number'))
  const found = await pageOfComment(app.db, number)
  if (!found) throw new NotFound('no-such-comment')
  const { slug } = await commentedPostById(app.db, app.now(), found.postId)
  return c.redirect(commentPath(slug, number, found.page), 302)
})

const wrongPath = '/posts/:slug/comments/:number{\\d{1,15}}/report'

readingRoutes.get(wrongPath, async (c) => flagPage(c, freshForm()))

readingRoutes.post(wrongPath, async (c) => {
  const { app } = c.var
  const { comment } = await flagged(c)
  const form = await readForm(c, flagForm)
  if (!form.ok) return flagPage(c, returnedForm(form.typed, form.errors))
  const network = networkOf(c, app.config.trustedProxies)
  await flagComment(app, comment.id, { words: form.value.words, network })
  return c.redirect(flaggedPath, 303)
})

readingRoutes.get(flaggedPath, (c) => c.html(<FlaggedPage frame={c.var.frame} />))

/** @throws NotFound `no-such-post`; `no-such-comment` */
async function flagged(c: Context<Env>) {
  const { app } = c.var
  const post = await commentedPost(app.db, app.now(), c.req.param('slug') ?? '')
  const comment = await shownComment(app.db, post, Number(c.req.param('number')))
  if (!comment) throw new NotFound('no-such-comment')
  return { post, comment }
}

async function flagPage(c: Context<Env>, form: ReturnType<typeof freshForm>) {
  return c.html(<FlagPage frame={c.var.frame} form={form} {...(await flagged(c))} />, statusOf(form))
}

const forms = { rss, atom }

for (const form of ['rss', 'atom'] as const) {
  readingRoutes.get(`/comments.${form}`, (c) => feed(c, form))
  readingRoutes.get(`/posts/:slug/comments.${form}`, (c) => feed(c, form, c.req.param('slug')))
}

function feed(c: Context<Env>, form: keyof typeof forms, slug?: string) {
  const { app, network } = c.var
  return publicAnswer(c, {
    type: `application/${form}+xml; charset=utf-8`,
    seconds: 300,
    make: async () => {
      const post = slug === undefined ? null : await commentedPost(app.db, app.now(), slug)
      const below = post ? await versionsOf(app, post.id) : anyPart(c.var)
      const comments = await newestComments(app.db, app.now(), post?.id ?? null)
      const entries = comments.map((comment) => commentEntry(comment, network))
      return { text: forms[form](commentSource(network, { now: app.now(), comments, post }), entries), below }
    },
  })
}

async function versionsOf({ db }: App, postId: string): Promise<Versions> {
  const now = () => commentVersion(db, postId)
  return { made: await now(), now }
}
