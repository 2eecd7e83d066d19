import type { Db, Tx } from '../../../db/index.ts'
import { isLocale, type Locale, sentenceOf } from '../../../platform/words.ts'
import type { OpenMatters } from '../../people/index.ts'
import { wordingPath } from '../paths.ts'
import { mayWordEmails } from '../policy.ts'
import { type At, isBehind, type Standing } from '../wording.ts'
import { words } from '../words.ts'

/** A change of a sentence as the office sees it. */
export type Revision = Standing & {
  id: string
  locale: Locale
  writtenAt: Date
  /** Null for the terminal, and for someone who was erased. */
  by: string | null
}

const revisions = (db: Db | Tx) =>
  db
    .selectFrom('wordingRevision as revision')
    .leftJoin('person', 'person.id', 'revision.writtenBy')
    .select(['revision.id', 'feature', 'key', 'revision.locale', 'number', 'text', 'ours', 'writtenAt'])
    .select('person.name as by')
    .$castTo<Revision>()

/** The newest of every sentence that was ever changed. */
export const newestRevisions = (db: Db | Tx): Promise<Revision[]> =>
  revisions(db)
    .distinctOn(['feature', 'key', 'revision.locale'])
    .orderBy('feature')
    .orderBy('key')
    .orderBy('revision.locale')
    .orderBy('number', 'desc')
    .execute()

/** All that became of these sentences in one language, the newest first. */
export const revisionsOf = (
  db: Db | Tx,
  { feature, keys, locale }: { feature: string; keys: readonly string[]; locale: Locale },
): Promise<Revision[]> =>
  revisions(db)
    .where('feature', '=', feature)
    .where('key', 'in', [...keys])
    .where('revision.locale', '=', locale)
    .orderBy('revision.id', 'desc')
    .execute()

/** As it comes, in a language of ours. */
export const oursAt = (at: At): string => sentenceOf(at) ?? ''

/** Sentences that a later version of ours says differently than when a director changed them. */
export const wordingMatters: OpenMatters = async (db, actor) => {
  if (!mayWordEmails(actor)) return []
  const behind = (await newestRevisions(db)).filter(
    (one) => isLocale(one.locale) && sentenceOf(one) !== undefined && isBehind(one, oursAt(one)),
  )
  if (behind.length === 0) return []
  const t = words(actor.locale)
  return [
    {
      text: t('matter.behind', { count: behind.length }),
      act: { href: wordingPath, label: t('matter.act') },
      urgency: 'later',
    },
  ]
}
