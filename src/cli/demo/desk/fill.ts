import type { Actor } from '../../../features/people/index.ts'
import { assignPost, giveBackPost } from '../../../features/posts/actions/course.ts'
import {
  approvePost,
  noteOnPost,
  proposePost,
  saveText,
  submitPost,
  takePostBack,
} from '../../../features/posts/index.ts'
import { saveTopic } from '../../../features/topics/actions/write.ts'
import type { App } from '../../../platform/app.ts'
import { actorFor, teamAccount } from '../team.ts'
import { type DemoPost, type DemoTopic, demoPosts, demoTopics } from './posts.ts'

/** Fills the desk of the content team by the actions that people use, each at its time. */
export async function fillPostDesk(app: App, at: (instant: Date) => void, now: Date): Promise<void> {
  const actors = { editor: await actorFor(app, 'editor'), director: await actorFor(app, 'director') }
  for (const topic of demoTopics) await beginTopic(app, topic, actors, at)
  for (const post of demoPosts) await goThrough(app, post, actors, at)
  at(now)
}

type Actors = Record<'editor' | 'director', Actor>

async function beginTopic(
  app: App,
  { number, by, at: begunAt, dueOn, tags, ...draft }: DemoTopic,
  actors: Actors,
  at: (instant: Date) => void,
): Promise<void> {
  at(new Date(begunAt))
  const { lead: body, ...said } = draft
  const place = { code: '2016A', number }
  const { postId } = await saveTopic(app, actors[by], place, { ...draft, byline: '', picture: null })
  const text = { ...said, body, tags, locale: 'en', authors: [] }
  await saveText(app, actors[by], postId, { base: 1, text })
  await assignPost(app, actors[by], postId, { assigneeId: actors[by].id, dueOn })
}

async function goThrough(
  app: App,
  post: DemoPost,
  actors: Actors,
  at: (instant: Date) => void,
): Promise<void> {
  const { title, idea: summary, locale = 'en', code, fortnight, part, dueOn, texts = [] } = post
  const { note = '', back = '' } = post
  const writer = post.by ? actors[post.by] : null
  at(new Date(post.proposedAt))
  const plan = { title, summary, locale, code, fortnight, part, dueOn, assigneeId: writer?.id ?? null }
  const id = await proposePost(app, actors.director, plan)
  for (const [index, { at: instant, text }] of texts.entries()) {
    at(new Date(instant))
    const authors = await Promise.all(
      text.authors.map(async (name) => ({ name, personId: await teamAccount(app, name) })),
    )
    const saved = { ...text, authors, locale: text.locale ?? 'en', questions: [], hashtag: '' }
    await saveText(app, writer ?? actors.editor, id, { base: index + 1, text: saved })
  }
  if (!writer) return
  const reader = writer === actors.editor ? actors.director : actors.editor
  if (note && !post.steps) await noteOnPost(app, writer, id, { text: note })
  for (const step of post.steps ?? []) await doing[step](app, { id, writer, reader, note, back })
}

type Step = { id: string; writer: Actor; reader: Actor; note: string; back: string }

const doing: Record<NonNullable<DemoPost['steps']>[number], (app: App, step: Step) => Promise<void>> = {
  submit: (app, { id, writer, reader, note }) =>
    submitPost(app, writer, id, { reviewerId: reader.id, text: note }),
  'give-back': (app, { id, reader, back }) => giveBackPost(app, reader, id, back),
  schedule: (app, { id, reader }) => approvePost(app, reader, id, new Date('2016-03-07T09:00:00Z')),
  publish: (app, { id, reader }) => approvePost(app, reader, id, null),
  withdraw: (app, { id, reader, note }) => takePostBack(app, reader, id, note),
}
