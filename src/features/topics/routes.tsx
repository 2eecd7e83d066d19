import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import { formats } from '../../platform/formats.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
  type Typed,
} from '../../platform/forms.ts'
import { campaignProgress } from '../../platform/mail/index.ts'
import { allow, Conflict, NotFound, Unacceptable } from '../../platform/refusals.ts'
import { addPicture, missingCredit, picturesByIds } from '../media/index.ts'
import { type Actor, type Env, router } from '../people/index.ts'
import { feedEntry, feedSource, picturesIn, renderedPost, rss, stateOf } from '../posts/index.ts'
import { type Round, roundByCode, roundsFor, topicDaysOf } from '../rounds/index.ts'
import { publishTopic, saveTopic, scheduleTopic, type TopicDraft, unscheduleTopic } from './actions.ts'
import { topicEmail } from './emails.tsx'
import { CalendarPage, NoRoundPage } from './pages/calendar.tsx'
import { FeedPreviewPage, MailPreviewPage, PostPreviewPage } from './pages/preview.tsx'
import { PublishPage, TopicPage } from './pages/topic.tsx'
import { valuesOf, WritePage } from './pages/write.tsx'
import { calendarPath, topicPath } from './paths.ts'
import { mayEditTopics } from './policy.ts'
import { earlierTopics, existingTopic, recipientsOf, topicAt, topicsOf } from './queries.ts'
import { draftOf, localTime, scheduleForm, topicForm } from './schema.ts'
import { dueInstant, type MissingPart, postOf, type Topic } from './topic.ts'
import { words } from './words.ts'

export const office = router()

office.get('/topics', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayEditTopics(actor))
  const [newest] = await roundsFor(app.db, actor)
  return newest ? c.redirect(calendarPath(newest.code), 303) : c.html(<NoRoundPage frame={frame} />)
})

office.get('/topics/:code', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayEditTopics(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const [rounds, topics] = await Promise.all([roundsFor(app.db, actor), topicsOf(app.db, round.id)])
  return c.html(<CalendarPage frame={frame} rounds={rounds} round={round} topics={topics} now={app.now()} />)
})

office.get('/topics/:code/:number', async (c) => {
  const { round, topic } = await topicIn(c)
  return showTopic(c, round, topic, freshForm({ at: timeFor(round, topic) }))
})

office.get('/topics/:code/:number/write', async (c) => {
  const { app, actor, frame } = c.var
  const { round, number } = await placeIn(c)
  const topic = await topicAt(app.db, round.id, number)
  const shown = topic ?? (await topicNamed(c, c.req.query('from')))
  const earlier = topic ? [] : await earlierTopics(app.db, app.now())
  return c.html(
    <WritePage
      {...{ frame, round, number, earlier }}
      form={freshForm(valuesOf(shown, actor.name))}
      picture={shown?.picture ?? null}
      isBegun={topic !== null}
    />,
  )
})

office.post('/topics/:code/:number/save', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c)
  const form = await readForm(c, topicForm)
  const picture = await pictureIn(c, form.typed)
  if (!form.ok || picture.error) {
    const errors = { ...(form.ok ? {} : form.errors), ...(picture.error ? { picture: picture.error } : {}) }
    return writeAgain(c, { round, number, typed: form.typed, errors, pictureId: picture.id })
  }
  const place = { code: round.code, number }
  const draft = draftOf(form.value, picture.id)
  const saved = await saveTopic(app, actor, place, draft).catch(leftIncomplete)
  if (Array.isArray(saved)) {
    const errors = incompleteFields(saved, draft)
    return writeAgain(c, { round, number, typed: form.typed, errors, pictureId: picture.id })
  }
  return redirectWith(c, topicPath(round.code, number), words(actor.locale)('saved', { number }))
})

office.post('/topics/:code/:number/schedule', async (c) => {
  const { app, actor } = c.var
  const { round, topic } = await topicIn(c)
  const form = await readForm(c, scheduleForm(round.zone))
  if (!form.ok) return showTopic(c, round, topic, returnedForm(form.typed, form.errors))
  const { number } = topic
  const { mails } = await scheduleTopic(app, actor, { code: round.code, number }, form.value.at)
  const at = formats(actor.locale, round.zone).instant(form.value.at)
  const t = words(actor.locale)
  const said =
    form.value.at <= app.now() ? t('published', { number, count: mails }) : t('scheduled', { number, at })
  return redirectWith(c, topicPath(round.code, number), said)
})

office.post('/topics/:code/:number/unschedule', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c)
  await readButton(c)
  await unscheduleTopic(app, actor, { code: round.code, number })
  return redirectWith(c, topicPath(round.code, number), words(actor.locale)('unscheduled', { number }))
})

office.get('/topics/:code/:number/publish', async (c) => {
  const { app, frame } = c.var
  const { round, topic } = await topicIn(c)
  if (stateOf(topic, app.now()) === 'published') throw new Conflict('topic-is-public')
  const { length: count } = await recipientsOf(app.db, round.id)
  return c.html(<PublishPage {...{ frame, round, topic, count }} origin={app.origin} />)
})

office.post('/topics/:code/:number/publish', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c)
  await readButton(c)
  const { mails } = await publishTopic(app, actor, { code: round.code, number })
  const said = words(actor.locale)('published', { number, count: mails })
  return redirectWith(c, topicPath(round.code, number), said)
})

office.get('/topics/:code/:number/as-post', async (c) => {
  const { app, frame } = c.var
  const { round, topic } = await topicIn(c)
  const post = postOf(topic, round, app.now())
  const pictures = await picturesByIds(app.db, picturesIn(renderedPost(post, frame.locale)))
  return c.html(<PostPreviewPage {...{ frame, round, topic, post, pictures }} />)
})

office.get('/topics/:code/:number/as-mail', async (c) => {
  const { app, actor, frame } = c.var
  const { round, topic } = await topicIn(c)
  const email = topicEmail(app, topic, round, recipientFrom(actor))
  return c.html(<MailPreviewPage {...{ frame, round, topic, email }} />)
})

office.get('/topics/:code/:number/as-mail/drawn', async (c) => {
  const { app, actor } = c.var
  const { round, topic } = await topicIn(c)
  // Mails carry their styles in their elements, which pages of ours may not: this page may, and nothing else.
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'none'",
  )
  return c.html(topicEmail(app, topic, round, recipientFrom(actor)).html)
})

office.get('/topics/:code/:number/as-feed', async (c) => {
  const { app, frame } = c.var
  const { round, topic } = await topicIn(c)
  const post = postOf(topic, round, app.now())
  const pictures = await picturesByIds(app.db, picturesIn(renderedPost(post, post.locale, app.origin)))
  const site = frame.site.name
  const entry = feedEntry(post, pictures, site, app.origin)
  const source = rss(feedSource({ site, origin: app.origin, now: app.now() }, [post], []), [entry])
  return c.html(<FeedPreviewPage {...{ frame, round, topic, source }} />)
})

/** The round and the number in an address. @throws NotFound `no-such-round`, `no-such-topic` */
async function placeIn(c: Context<Env>): Promise<{ round: Round; number: number }> {
  const { app, actor } = c.var
  allow(mayEditTopics(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const typed = c.req.param('number') ?? ''
  if (!/^[1-9]\d?$/.test(typed)) throw new NotFound('no-such-topic', { number: typed })
  return { round, number: Number(typed) }
}

async function topicIn(c: Context<Env>): Promise<{ round: Round; topic: Topic }> {
  const { round, number } = await placeIn(c)
  return { round, topic: await existingTopic(c.var.app.db, round.id, number) }
}

/** An earlier topic by `2015B/5`, for a new one to begin with; null when nothing of the kind was asked for. */
async function topicNamed(c: Context<Env>, place: string | undefined): Promise<Topic | null> {
  const { app, actor } = c.var
  const [, code, number] = /^([0-9]{4}[A-Z])\/([1-9]\d?)$/.exec(place ?? '') ?? []
  if (!code || !number) return null
  const round = await roundByCode(app.db, actor, code)
  return topicAt(app.db, round.id, Number(number))
}

async function showTopic(c: Context<Env>, round: Round, topic: Topic, form: FormState) {
  const { app, frame } = c.var
  const mails = topic.campaignId ? await campaignProgress(app.db, topic.campaignId) : null
  const page = <TopicPage {...{ frame, round, topic, mails, form }} now={app.now()} origin={app.origin} />
  return c.html(page, statusOf(form))
}

/** The time in the form: what was chosen, else the morning of its day in the plan. */
function timeFor(round: Round, topic: Topic): string {
  if (topic.publishAt) return localTime(topic.publishAt, round.zone)
  const day = topicDaysOf(round)[topic.number - 1]
  return day ? localTime(dueInstant(day, round.zone), round.zone) : ''
}

/** Keeps a picture that was sent along, also when the rest of the form needs another look. */
async function pictureIn(c: Context<Env>, typed: Typed): Promise<{ id: string; error?: string }> {
  const { app, actor } = c.var
  const id = typeof typed.pictureId === 'string' ? typed.pictureId : ''
  const upload = typed.picture
  if (!(upload instanceof File) || (upload.size === 0 && upload.name === '')) return { id }
  try {
    return { id: await addPicture(app, actor, new Uint8Array(await upload.arrayBuffer())) }
  } catch (error) {
    if (error instanceof Unacceptable) return { id, error: error.code }
    throw error
  }
}

async function writeAgain(
  c: Context<Env>,
  back: { round: Round; number: number; typed: Typed; errors: Record<string, string>; pictureId: string },
) {
  const { app, frame } = c.var
  const { round, number, errors, pictureId } = back
  const topic = await topicAt(app.db, round.id, number)
  const [kept] = /^[0-9a-f-]{36}$/.test(pictureId) ? await picturesByIds(app.db, [pictureId]) : []
  const form = returnedForm({ ...back.typed, pictureId: kept?.id ?? '' }, errors)
  // Shown with what was typed about it, which is not kept yet.
  const picture = kept ? { ...kept, ...form.values } : null
  const page = <WritePage {...{ frame, round, number, form, picture }} isBegun={topic !== null} />
  return c.html(page, 422)
}

/** The fields that a scheduled topic may not lose; everything else goes its way. */
function leftIncomplete(error: unknown): MissingPart[] {
  if (!(error instanceof Conflict) || error.code !== 'topic-incomplete') throw error
  return String(error.args.missing).split(', ') as MissingPart[]
}

/** A word beside each field that must not stay empty. */
function incompleteFields(parts: readonly MissingPart[], { picture }: TopicDraft): Record<string, string> {
  const fields = parts.flatMap((part) => (part === 'credit' && picture ? missingCredit(picture) : [part]))
  return Object.fromEntries(fields.map((field) => [field, 'incomplete']))
}

const recipientFrom = (actor: Actor) => ({
  personId: actor.id ?? '00000000-0000-0000-0000-000000000000',
  name: actor.name,
  givenName: actor.name.split(' ')[0] ?? actor.name,
  email: actor.email ?? '',
  locale: actor.locale,
})
