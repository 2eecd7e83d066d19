import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { type Network, networkIn } from '../../../platform/network/index.ts'
import { questionFor, repliesId, repliesList } from '../../subscribers/index.ts'
import { followEmail, mineEmail, replyEmail } from '../emails.ts'

/** An answer is told of a little later, so that it can be taken back, or changed, before anyone has read of it. */
const laterMs = 5 * 60_000

export const replyKey = (id: string) => `comment-reply:${id}`

/**
 * Tells of comments that have just appeared: each to the sender of the one it answers, who asked for it and said yes; and
 * asks their own senders, where they want to be told of answers, whether the address is theirs.
 */
export async function tellOfShown(app: App, tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const network = await networkIn(app, tx)
  for (const shown of await shownWith(tx, ids)) {
    if (shown.parent.followsSince && shown.parent.email) await tellParent(app, tx, shown, network)
    if (shown.followsSince && shown.email && shown.personId === null) await askSender(app, tx, shown, network)
  }
}

/** Asks the reader of an address, once, whether a comment is theirs that came with it: nobody else lets it appear but an editor. */
export async function askWhoseItIs(app: App, tx: Tx, id: string): Promise<void> {
  const network = await networkIn(app, tx)
  for (const { email, locale, ...comment } of await shownWith(tx, [id])) {
    if (email === null) continue
    await sendOnce(app, tx, `comment-mine:${id}`, mineEmail({ email, locale }, { app, network, comment }))
  }
}

/** Comments with where they stand and what they answer. */
async function shownWith(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'comment.postId')
    .leftJoin('comment as parent', 'parent.id', 'comment.parentId')
    .where('comment.id', 'in', ids)
    .select(['comment.id', 'comment.number', 'comment.name', 'comment.text', 'comment.email'])
    .select([
      'comment.emailKey',
      'comment.locale',
      'comment.personId',
      'comment.followsSince',
      'post.title',
      'post.slug',
    ])
    .select(['parent.email as parentEmail', 'parent.emailKey as parentKey', 'parent.name as parentName'])
    .select(['parent.locale as parentLocale', 'parent.personId as parentPerson'])
    .select(['parent.followsSince as parentFollows'])
    .execute()
  return rows.map(
    ({ parentEmail, parentKey, parentName, parentLocale, parentPerson, parentFollows, ...row }) => ({
      ...row,
      parent: {
        ...{ email: parentEmail, key: parentKey, name: parentName ?? '', locale: parentLocale ?? row.locale },
        ...{ personId: parentPerson, followsSince: parentFollows },
      },
    }),
  )
}

type Told = Awaited<ReturnType<typeof shownWith>>[number]

async function tellParent(app: App, tx: Tx, shown: Told, network: Network): Promise<void> {
  const { email, key, personId, locale, name } = shown.parent
  // Nobody is told of what they wrote themselves.
  if (email === null || key === shown.emailKey) return
  const subscriberId = personId === null ? await repliesId(tx, email) : null
  if (personId === null && subscriberId === null) return
  const readerId = personId ?? subscriberId ?? ''
  const drawn = replyEmail({ email, name, locale, readerId }, { app, network, comment: shown })
  await sendOnce(app, tx, replyKey(shown.id), {
    ...drawn,
    ...{ personId, subscriberId, list: repliesList },
    dueAt: new Date(app.now().getTime() + laterMs),
  })
}

async function askSender(app: App, tx: Tx, shown: Told, network: Network): Promise<void> {
  const { email, locale } = shown
  if (email === null) return
  const asked = await questionFor(app, tx, repliesList, { email, locale, asker: 'comments' })
  if (asked.secret === null) return
  const question = followEmail({ email, locale }, { network, secret: asked.secret, comment: shown })
  await sendOnce(app, tx, `comment-follow:${asked.id}:${app.now().getTime()}`, question)
}
