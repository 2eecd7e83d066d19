import { flagComment } from '../../../features/comments/actions/flagging.ts'
import { claimComment, decideComments, sendComment } from '../../../features/comments/index.ts'
import { type Actor, visitor } from '../../../features/people/index.ts'
import type { App } from '../../../platform/app.ts'
import { actorFor } from '../team.ts'
import type { DemoComment } from './comment.ts'
import { earlierComments } from './earlier.ts'
import { latestComments } from './latest.ts'

type Sent = { id: string; number: number; revision: number }

/** Each at its time, by the actions that readers and editors use. @param at sets the clock of the app */
export async function sendDemoComments(app: App, at: (instant: Date) => void): Promise<void> {
  const editor = await actorFor(app, 'editor')
  const known = new Map<string, Sent>()
  const all = [...earlierComments, ...latestComments].sort((one, other) => (one.at < other.at ? -1 : 1))
  for (const comment of all) {
    at(new Date(comment.at))
    const sent = await send(app, editor, comment, known)
    if (comment.as) known.set(comment.as, sent)
    if (comment.reported) await report(app, at, sent, comment.reported)
    if (!comment.decided) continue
    at(new Date(Date.parse(comment.at) + 40 * 60_000))
    await decideComments(app, editor, [sent], comment.decided)
  }
}

async function send(
  app: App,
  editor: Actor,
  { on: slug, at, by, text, follows = false, answers, byEditor }: DemoComment,
  known: ReadonlyMap<string, Sent>,
): Promise<Sent> {
  const [name, email, locale] = by
  const to = answers === undefined ? null : (known.get(answers)?.number ?? null)
  const coming = { slug, locale, network: `demonstration ${email}`, once: `demonstration ${at} ${email}` }
  const actor = byEditor ? editor : visitor(locale)
  const id = await sendComment(app, actor, { name, email, text, follows, to }, coming)
  // Who has commented before reads the mail of the address, and presses its button.
  await claimComment(app, id, 1)
  return app.db
    .selectFrom('comment')
    .where('id', '=', id)
    .select(['id', 'number', 'revision'])
    .executeTakeFirstOrThrow()
}

async function report(
  app: App,
  at: (instant: Date) => void,
  { id }: Sent,
  [when, words]: NonNullable<DemoComment['reported']>,
): Promise<void> {
  at(new Date(when))
  await flagComment(app, id, { words, network: `demonstration ${when}` })
}
