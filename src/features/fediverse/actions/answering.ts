import { createHash } from 'node:crypto'
import type { App } from '../../../platform/app.ts'
import { pausedSince } from '../../../platform/network/index.ts'
import type { Channel } from '../channel.ts'
import { answerPath } from '../paths.ts'
import { type Answer, dueAnswers, goneAnswers } from '../queries/answers.ts'
import { blogChannel } from '../queries/channels.ts'
import { answerIn } from '../speaking/answer.ts'
import { answerNote, goneJson, sayingNote } from '../speaking/notes.ts'
import { sayTo } from './sending.ts'

/** Tells those who wrote from elsewhere of answers to what they wrote, of changes to these, and when they are gone. Each once. */
export async function tellAnswers(app: App): Promise<void> {
  const blog = await blogChannel(app.db)
  if (!blog) return
  for (const gone of await goneAnswers(app.db)) await tellGone(app, blog, gone)
  if ((await pausedSince(app.db)) !== null) return
  for (const answer of await dueAnswers(app.db, app.now())) await tellOf(app, blog, answer)
}

async function tellOf(app: App, channel: Channel, answer: Answer): Promise<void> {
  const { id: commentId, accountId, text, name } = answer
  const said = createHash('sha256')
    .update(JSON.stringify([name, text]))
    .digest()
  const note = await answerNote({ origin: app.origin, channel }, answerIn(app.origin, answer))
  const mark = answer.said ? (`updated-${said.toString('hex').slice(0, 16)}` as const) : 'created'
  const json = await sayingNote({ origin: app.origin, channel }, note, mark)
  const told = { said, toldAt: app.now() }
  await app.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('fediverseAnswer')
      .values({ commentId, accountId, ...told })
      .onConflict((conflict) => conflict.column('commentId').doUpdateSet(told))
      .execute()
    if (answer.said?.equals(said)) return
    await sayTo(app, tx, { once: `answer:${commentId}:${mark}`, channelId: channel.id, json }, accountId)
  })
}

async function tellGone(app: App, channel: Channel, { id, accountId }: { id: string; accountId: string }) {
  const json = await goneJson({ origin: app.origin, channel }, answerPath(id), app.now())
  await app.db.transaction().execute(async (tx) => {
    await tx.updateTable('fediverseAnswer').set({ endedAt: app.now() }).where('commentId', '=', id).execute()
    await sayTo(app, tx, { once: `answer:${id}:gone`, channelId: channel.id, json }, accountId)
  })
}
