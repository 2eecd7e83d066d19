import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { addDays, daysBetween } from '../../../platform/days.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type DeskPost, postsInPlan, startPost } from '../../posts/index.ts'
import { lockRound, type Round, roundByCode, topicDaysOf } from '../../rounds/index.ts'
import { mayEditTopics } from '../policy.ts'

/**
 * Plans a round as an earlier one was: each of its topics and posts becomes an idea in the same fortnight, due as many days
 * before it, written by nobody yet. What stands there by that title already stays as it is.
 *
 * @returns how many were copied
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `same-round`
 */
export async function copyPlan(app: App, actor: Actor, code: string, from: string): Promise<number> {
  allow(mayEditTopics(actor))
  if (code.toUpperCase() === from.toUpperCase()) throw new Conflict('same-round')
  const earlier = await roundByCode(app.db, actor, from)
  const posts = await postsInPlan(app.db, actor, earlier.id)
  return app.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, (await roundByCode(tx, actor, code)).id)
    const there = await tx
      .selectFrom('post')
      .select(['title', 'number'])
      .where('roundId', '=', round.id)
      .execute()
    const titles = new Set(there.map(({ title }) => title))
    const numbers = new Set(there.map(({ number }) => number))
    const wanted = posts.filter(
      ({ title, number, fortnight }) =>
        !titles.has(title) &&
        (number === null || !numbers.has(number)) &&
        (fortnight ?? 0) <= topicDaysOf(round).length,
    )
    for (const post of wanted) await copyIdea(app, tx, actor, { post, earlier, round })
    await note(tx, app.now(), actor.id, 'topic.plan-copied', null, {
      code: round.code,
      from: earlier.code,
      count: wanted.length,
    })
    return wanted.length
  })
}

async function copyIdea(
  app: App,
  tx: Tx,
  actor: Actor,
  { post, earlier, round }: { post: DeskPost; earlier: Round; round: Round },
): Promise<void> {
  const { title, summary, hashtag, tags, locale, number, fortnight, part } = post
  const text = { title, summary, body: '', questions: [], hashtag, tags, locale, mediaId: null, authors: [] }
  const { id: postId } = await startPost(app, tx, text, {
    ...{
      roundId: round.id,
      number,
      fortnight,
      part,
      stage: 'proposed',
      dueOn: shiftedDue(post, earlier, round),
    },
    ...{ byId: actor.id, wished: number === null ? title : `${title} ${round.code}` },
  })
  if (number !== null) await tx.insertInto('topic').values({ roundId: round.id, number, postId }).execute()
}

/** As many days before or after its fortnight begins as it was. */
function shiftedDue({ dueOn, fortnight }: DeskPost, earlier: Round, round: Round): string | null {
  const [then, now] = [earlier, round].map((one) => topicDaysOf(one)[(fortnight ?? 0) - 1])
  return dueOn && then && now ? addDays(now, daysBetween(then, dueOn)) : null
}
