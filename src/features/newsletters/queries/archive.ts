import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type IssueText, localeFor } from '../issue.ts'
import { postsOf, textsOf } from './issues.ts'
import type { Told } from './news.ts'

/** An issue that has left, as it is listed: in the reader's language, or in its first. */
export type PublicIssueEntry = { number: number; begunAt: Date; locale: string; subject: string }

/** All issues that have left, the newest first. */
export async function publicIssues(db: Db, reads: string): Promise<PublicIssueEntry[]> {
  const rows = await db
    .selectFrom('issue')
    .innerJoin('issueText', 'issueText.issueId', 'issue.id')
    .select((eb) => [
      eb.ref('issue.number').$notNull().as('number'),
      eb.ref('issue.begunAt').$notNull().as('begunAt'),
      'issueText.locale',
      'issueText.subject',
    ])
    .where('begunAt', 'is not', null)
    .orderBy('number', 'desc')
    .orderBy('issueText.place')
    .execute()
  return [...Map.groupBy(rows, ({ number }) => number).values()].flatMap((texts) => {
    const locale = localeFor(reads, texts)
    return texts.filter((text) => text.locale === locale)
  })
}

/** All issues that have left with their languages, the newest first, as search engines are told of them. */
export const mappedIssues = (db: Db): Promise<{ number: number; begunAt: Date; locales: string[] }[]> =>
  db
    .selectFrom('issue')
    .innerJoin('issueText', 'issueText.issueId', 'issue.id')
    .select((eb) => [
      eb.ref('issue.number').$notNull().as('number'),
      eb.ref('issue.begunAt').$notNull().as('begunAt'),
      sql<string[]>`array_agg(issue_text.locale order by issue_text.place)`.as('locales'),
    ])
    .where('begunAt', 'is not', null)
    .groupBy(['issue.number', 'issue.begunAt'])
    .orderBy('number', 'desc')
    .execute()

/** An issue as everyone may read it, in one language, with its posts that are public. */
export type PublicIssue = {
  number: number
  begunAt: Date
  text: IssueText
  locales: string[]
  posts: Told[]
}

/**
 * @param wish the language of its address, or the reader's where the address names none
 * @throws NotFound `no-such-issue`, also for one that has not left, and for a language that it is not in
 */
export async function publicIssue(
  db: Db,
  number: number,
  wish: { locale: string; isAsked: boolean },
  now: Date,
): Promise<PublicIssue> {
  const issue = await db
    .selectFrom('issue')
    .select((eb) => ['id', eb.ref('begunAt').$notNull().as('begunAt')])
    .where('number', '=', number)
    .where('begunAt', 'is not', null)
    .executeTakeFirst()
  if (!issue) throw new NotFound('no-such-issue')
  const [texts, posts] = await Promise.all([textsOf(db, issue.id), postsOf(db, issue.id, now)])
  const locale = wish.isAsked ? wish.locale : localeFor(wish.locale, texts)
  const text = texts.find((one) => one.locale === locale)
  if (!text) throw new NotFound('no-such-issue')
  return {
    ...{ number, begunAt: issue.begunAt, text, locales: texts.map((one) => one.locale) },
    posts: posts.filter(({ isPublic }) => isPublic),
  }
}
