import type { Context } from 'hono'
import { type Email, laidOut } from '../../../platform/mail/index.ts'
import { picturesIn } from '../../../platform/markdown.ts'
import { picturesByIds } from '../../media/index.ts'
import { type Env, router } from '../../people/index.ts'
import { feedEntry, feedSource, hasBeenPublic, renderedPost, rss } from '../../posts/index.ts'
import type { Round } from '../../rounds/index.ts'
import { topicEmail } from '../emails.ts'
import { FeedPreviewPage, MailPreviewPage, PostPreviewPage } from '../pages/preview.tsx'
import { mayEditTopics } from '../policy.ts'
import { missingFrom } from '../schema.ts'
import { type Company, companies, partnersIn, postOf, type Topic } from '../topic.ts'
import { topicIn } from './place.ts'

export const previewRoutes = router()

previewRoutes.get('/topics/:code/:number/as-post', async (c) => {
  const { app, frame } = c.var
  const shown = await shownIn(c)
  const post = postOf(shown.topic, shown.round, app.now())
  const pictures = await picturesByIds(app.db, picturesIn(renderedPost(post, frame.locale)))
  return c.html(<PostPreviewPage frame={frame} {...shown} post={post} pictures={pictures} />)
})

previewRoutes.get('/topics/:code/:number/as-mail', async (c) => {
  const shown = await shownIn(c)
  const company = companyIn(c)
  const email = emailTo(c.var, shown, company)
  return c.html(<MailPreviewPage frame={c.var.frame} {...shown} company={company} email={email} />)
})

previewRoutes.get('/topics/:code/:number/as-mail/drawn', async (c) => {
  return laidOut(c, emailTo(c.var, await shownIn(c), companyIn(c)))
})

previewRoutes.get('/topics/:code/:number/as-feed', async (c) => {
  const { app, frame, network } = c.var
  const shown = await shownIn(c)
  const post = postOf(shown.topic, shown.round, app.now())
  const pictures = await picturesByIds(app.db, picturesIn(renderedPost(post, post.locale, app.origin)))
  const entry = feedEntry(post, pictures, network)
  const source = rss(feedSource(network, app.now(), { posts: [post], withdrawn: [] }), [entry])
  return c.html(<FeedPreviewPage frame={frame} {...shown} source={source} />)
})

/** A topic to look at, and whether publishing is the next step for the reader. */
async function shownIn(c: Context<Env>) {
  const { app, actor } = c.var
  const { round, topic } = await topicIn(c)
  const mayPublish =
    mayEditTopics(actor) && missingFrom(topic).length === 0 && !hasBeenPublic(topic, app.now())
  return { round, topic, mayPublish }
}

const companyIn = (c: Context<Env>): Company => companies.find((one) => one === c.req.query('to')) ?? 'pair'

/** The mail as it would be written to the reader. */
function emailTo(
  { app, actor, network }: Pick<Env['Variables'], 'app' | 'actor' | 'network'>,
  { round, topic }: { round: Round; topic: Topic },
  company: Company,
): Email {
  return topicEmail(
    app,
    topic,
    { round, network },
    {
      personId: actor.id ?? '00000000-0000-0000-0000-000000000000',
      name: actor.name,
      givenName: actor.name.split(' ')[0] ?? actor.name,
      email: actor.email ?? '',
      locale: actor.locale,
      partners: partnersIn[company],
    },
  )
}
