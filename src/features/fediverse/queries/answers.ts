import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'

/** An answer of the blog to a comment from elsewhere. */
export type Answer = {
  id: string
  number: number
  name: string
  text: string
  locale: string
  sentAt: Date
  /** The message that it answers, and who wrote that. */
  answers: string
  accountId: string
  address: string
  handle: string
  profile: string
  /** What they were told last; null for nothing yet. */
  said: Buffer | null
}

/** So long an answer stands before anyone is told of it, so that it can be taken back; as with emails. */
const laterMinutes = 5
/** What is older is told to nobody: the blog was not followed then. */
const mostDays = 30
const atOnce = 50

/** Answers whose readers are to be told of them, or that read differently since they were; those from elsewhere are told there. */
export async function dueAnswers(db: Db, now: Date): Promise<Answer[]> {
  const until = new Date(now.getTime() - laterMinutes * 60_000)
  const from = daysBefore(now, mostDays)
  const { rows } = await sql<Answer>`
    select comment.id, comment.number, comment.name, comment.text, comment.locale, comment.sent_at as "sentAt",
      reply.address as answers, account.id as "accountId", account.address, account.handle, account.profile, answer.said
      from comment
      join fediverse_reply reply on reply.comment_id = comment.parent_id
      join comment parent on parent.id = reply.comment_id and parent.state = 'shown'
      join fediverse_account account on account.id = reply.account_id
      left join fediverse_answer answer on answer.comment_id = comment.id
     where comment.state = 'shown' and comment.sent_at > ${from}
       and greatest(comment.state_at, comment.changed_at) <= ${until}
       and not exists (select from fediverse_reply own where own.comment_id = comment.id)
       and (answer.comment_id is null or (answer.ended_at is null and comment.changed_at > answer.told_at))
     order by comment.number limit ${atOnce}`.execute(db)
  return rows
}

/** Answers that somebody was told of and that can be read no more. */
export const goneAnswers = (db: Db): Promise<{ id: string; accountId: string }[]> =>
  db
    .selectFrom('fediverseAnswer')
    .innerJoin('comment', 'comment.id', 'fediverseAnswer.commentId')
    .where('endedAt', 'is', null)
    .where('comment.state', '<>', 'shown')
    .select(['comment.id', 'accountId'])
    .limit(atOnce)
    .execute()

/** An answer as its address gives it; undefined for one that is not told of, or is gone. */
export async function toldAnswer(db: Db, commentId: string): Promise<Answer | undefined> {
  const { rows } = await sql<Answer>`
    select comment.id, comment.number, comment.name, comment.text, comment.locale, comment.sent_at as "sentAt",
      reply.address as answers, account.id as "accountId", account.address, account.handle, account.profile, answer.said
      from fediverse_answer answer
      join comment on comment.id = answer.comment_id and comment.state = 'shown'
      join fediverse_reply reply on reply.comment_id = comment.parent_id
      join fediverse_account account on account.id = answer.account_id
     where answer.comment_id = ${commentId} and answer.ended_at is null`.execute(db)
  return rows[0]
}
