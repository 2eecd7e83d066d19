import type { Context } from 'hono'
import { localTime } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import { formats } from '../../../platform/formats.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { campaignProgress } from '../../../platform/mail/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { stateOf } from '../../posts/index.ts'
import { type Round, topicDaysOf } from '../../rounds/index.ts'
import { publishTopic, scheduleTopic, unscheduleTopic, withdrawTopic } from '../actions/publish.ts'
import { PublishPage, WithdrawPage } from '../pages/confirm.tsx'
import { TopicPage } from '../pages/topic.tsx'
import { topicPath } from '../paths.ts'
import { mayEditTopics } from '../policy.ts'
import { recipientsOf } from '../queries/topics.ts'
import { scheduleForm } from '../schema.ts'
import { audienceOf, dueInstant, type Topic } from '../topic.ts'
import { words } from '../words.ts'
import { askedBy, placeIn, topicIn } from './place.ts'

export const publishRoutes = router()

publishRoutes.get('/topics/:code/:number', async (c) => {
  const { round, topic } = await topicIn(c)
  return showTopic(c, round, topic, freshForm({ at: timeFor(round, topic, c.var.app.now()) }))
})

publishRoutes.post('/topics/:code/:number/schedule', async (c) => {
  const { app, actor } = c.var
  const { round, topic } = await topicIn(c, mayEditTopics)
  const form = await readForm(c, scheduleForm(round.zone, app.now()))
  if (!form.ok) return showTopic(c, round, topic, returnedForm(form.typed, form.errors))
  const { number } = topic
  await scheduleTopic(app, actor, { code: round.code, number }, form.value.at)
  const at = formats(actor.locale, round.zone).instant(form.value.at)
  return redirectWith(c, topicPath(round.code, number), words(actor.locale)('scheduled', { number, at }))
})

publishRoutes.post('/topics/:code/:number/unschedule', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c, mayEditTopics)
  await readButton(c)
  await unscheduleTopic(app, actor, { code: round.code, number })
  return redirectWith(c, topicPath(round.code, number), words(actor.locale)('unscheduled', { number }))
})

publishRoutes.get('/topics/:code/:number/publish', async (c) => {
  const { app, frame } = c.var
  const { round, topic } = await topicIn(c, mayEditTopics)
  if (stateOf(topic, app.now()) === 'published' && topic.campaignId) throw new Conflict('topic-is-public')
  const standing = await standingOf(c, round, topic)
  const isReleased = round.releasedAt !== null
  return c.html(<PublishPage {...{ frame, round, topic, ...standing, isReleased }} />)
})

publishRoutes.post('/topics/:code/:number/publish', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c, mayEditTopics)
  await readButton(c)
  const { mails } = await publishTopic(app, actor, { code: round.code, number })
  const said = words(actor.locale)('published', { number, count: mails })
  return redirectWith(c, topicPath(round.code, number), said)
})

publishRoutes.get('/topics/:code/:number/withdraw', async (c) => {
  const { app, frame } = c.var
  const { round, topic } = await topicIn(c, mayEditTopics)
  if (stateOf(topic, app.now()) !== 'published') throw new Conflict('topic-not-public')
  return c.html(<WithdrawPage {...{ frame, round, topic, ...(await standingOf(c, round, topic)) }} />)
})

publishRoutes.post('/topics/:code/:number/withdraw', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c, mayEditTopics)
  await readButton(c)
  await withdrawTopic(app, actor, { code: round.code, number })
  return redirectWith(c, topicPath(round.code, number), words(actor.locale)('withdrawn', { number }))
})

async function showTopic(c: Context<Env>, round: Round, topic: Topic, form: FormState) {
  const standing = await standingOf(c, round, topic)
  const ask = await askedBy(c)
  const page = <TopicPage frame={c.var.frame} {...{ round, topic, form, ask }} {...standing} />
  return c.html(page, statusOf(form))
}

/** Whom its mails go to, and how far they are once they were queued. */
async function standingOf(c: Context<Env>, round: Round, topic: Topic) {
  const { app } = c.var
  return {
    now: app.now(),
    origin: app.origin,
    audience: audienceOf(await recipientsOf(app.db, round.id)),
    mails: topic.campaignId ? await campaignProgress(app.db, topic.campaignId) : null,
  }
}

/** The time in the form: what was chosen, else the morning of its day in the plan, unless that has passed. */
function timeFor(round: Round, topic: Topic, now: Date): string {
  if (topic.publishAt) return localTime(topic.publishAt, round.zone)
  const day = topicDaysOf(round)[topic.number - 1]
  const due = day ? dueInstant(day, round.zone) : now
  return due > now ? localTime(due, round.zone) : ''
}
