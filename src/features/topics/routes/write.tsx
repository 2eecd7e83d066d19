import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { freshForm, readForm, returnedForm, type Typed } from '../../../platform/forms.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { missingCredit, picturesByIds } from '../../media/index.ts'
import { type Env, forWriting, router } from '../../people/index.ts'
import { keepForMerge, mergePath, sentPicture } from '../../posts/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { saveTopic } from '../actions/write.ts'
import { valuesOf, WritePage } from '../pages/write.tsx'
import { topicPath } from '../paths.ts'
import { mayEditTopics } from '../policy.ts'
import { earlierTopics, existingTopic, topicAt } from '../queries/topics.ts'
import { draftOf, missingFrom, topicForm } from '../schema.ts'
import type { Topic, TopicDraft } from '../topic.ts'
import { words } from '../words.ts'
import { placeIn } from './place.ts'

export const writeRoutes = router()

writeRoutes.use('/topics/:code/:number/:act{write|save}', forWriting)

writeRoutes.get('/topics/:code/:number/write', async (c) => {
  const { app, actor, frame } = c.var
  const { round, number } = await placeIn(c, mayEditTopics)
  const topic = await topicAt(app.db, round.id, number)
  const shown = topic ?? (await topicNamed(c, c.req.query('from')))
  const earlier = topic ? [] : await earlierTopics(app.db, app.now())
  return c.html(
    <WritePage
      {...{ frame, round, number, earlier }}
      form={freshForm({ ...valuesOf(shown, actor.name), base: String(topic?.revision ?? '') })}
      picture={shown?.picture ?? null}
      isBegun={topic !== null}
    />,
  )
})

writeRoutes.post('/topics/:code/:number/save', async (c) => {
  const { app, actor } = c.var
  const { round, number } = await placeIn(c, mayEditTopics)
  const form = await readForm(c, topicForm)
  const picture = await sentPicture(c, form.typed)
  const again = (errors: Record<string, string>) =>
    writeAgain(c, { round, number, typed: form.typed, errors, pictureId: picture.id })
  if (!form.ok || picture.error)
    return again({ ...(form.ok ? {} : form.errors), ...(picture.error ? { picture: picture.error } : {}) })
  const draft = draftOf(form.value, picture.id)
  try {
    await saveTopic(app, actor, { code: round.code, number }, draft)
  } catch (error) {
    // A topic that is scheduled or public may not lose what it needs.
    if (error instanceof Conflict && error.code === 'topic-incomplete') return again(incompleteFields(draft))
    if (error instanceof Conflict && error.code === 'post-changed')
      return bringTogether(c, draft, { round, number })
    throw error
  }
  return redirectWith(c, topicPath(round.code, number), words(actor.locale)('saved', { number }))
})

/** Somebody else has saved it meanwhile: what was typed is kept, and its writer chooses, paragraph by paragraph. */
async function bringTogether(
  c: Context<Env>,
  draft: TopicDraft & { basedOn: number | null },
  { round, number }: { round: Round; number: number },
) {
  const { app, actor } = c.var
  const { postId } = await existingTopic(app.db, round.id, number)
  const { title, summary, lead: body, hashtag, byline: authors } = draft
  const typed = { title, summary, body, hashtag, authors, questions: draft.questions.join('\n') }
  await keepForMerge(app, actor, postId, { base: draft.basedOn ?? 1, typed })
  return c.redirect(mergePath(postId), 303)
}

/** An earlier topic by `2015B/5`, for a new one to begin with; null when nothing of the kind was asked for. */
async function topicNamed(c: Context<Env>, place: string | undefined): Promise<Topic | null> {
  const { app, actor } = c.var
  const [, code, number] = /^([0-9]{4}[A-Z])\/([1-9]\d?)$/i.exec(place ?? '') ?? []
  if (!code || !number) return null
  const round = await roundByCode(app.db, actor, code)
  return topicAt(app.db, round.id, Number(number))
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

/** A word beside each field that must not stay empty. */
function incompleteFields(draft: TopicDraft): Record<string, string> {
  const credit = draft.picture && missingCredit(draft.picture)
  const fields = missingFrom(draft).flatMap((part) => (part === 'credit' && credit ? credit : [part]))
  return Object.fromEntries(fields.map((field) => [field, 'incomplete']))
}
