import type { App } from '../../../platform/app.ts'
import { sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { inCharge } from '../../people/index.ts'
import { waitingEmail } from '../emails.ts'

/** So many are quoted in one email; the queue has the rest. */
const mostQuoted = 8

/** Tells the editors, in one email each, of comments that wait and that no email has told of; who left the list gets none. @returns how many wait */
export async function tellEditors(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    const untold = await tx
      .selectFrom('comment')
      .innerJoin('post', 'post.id', 'comment.postId')
      .where('comment.state', '=', 'waiting')
      .where('comment.toldAt', 'is', null)
      .select(['comment.id', 'comment.number', 'comment.name', 'comment.email', 'comment.text', 'post.title'])
      .orderBy('comment.score')
      .orderBy('comment.sentAt')
      .limit(500)
      .forUpdate('comment')
      .skipLocked()
      .execute()
    if (untold.length === 0) return 0
    const about = { app, network: await networkIn(app, tx), comments: untold.slice(0, mostQuoted) }
    const { people } = await inCharge(tx, 'editor', app.now())
    const mails = people.map((person) => ({
      key: `comments-waiting:${person.id}:${app.now().getTime()}`,
      email: waitingEmail(person, { ...about, count: untold.length }),
    }))
    await sendAllOnce(app, tx, mails)
    await tx
      .updateTable('comment')
      .set({ toldAt: app.now() })
      .where(
        'id',
        'in',
        untold.map(({ id }) => id),
      )
      .execute()
    return untold.length
  })
}
