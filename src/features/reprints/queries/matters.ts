import { sql } from 'kysely'
import { type Db, hasIn } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import type { OpenMatter, OpenMatters, OwnMatters, Search } from '../../people/index.ts'
import { answerPath, reprintPath, reprintsPath } from '../paths.ts'
import { mayHandleReprints } from '../policy.ts'
import { reminderDays, silentDays } from '../reprint.ts'
import { words } from '../words.ts'

const isUnsettled = sql<boolean>`(allowed_at is null and refused_at is null and declined_at is null)`

/** Questions of readers that wait for an editor, and authors who have been silent for two weeks. */
export const openReprints: OpenMatters = async (db, actor, now) => {
  if (!mayHandleReprints(actor)) return []
  const t = words(actor.locale)
  const open = db.selectFrom('reprint').where(isUnsettled)
  const { count, since } = await open
    .where('passedAt', 'is', null)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('askedAt').as('since')])
    .executeTakeFirstOrThrow()
  const silent = await open
    .where('passedAt', '<=', daysBefore(now, silentDays))
    .select(['id', 'publication', 'passedAt'])
    .orderBy('passedAt')
    .execute()
  const waiting: OpenMatter[] =
    Number(count) === 0
      ? []
      : [
          {
            text: t('matter.waiting', { count: Number(count) }),
            act: { href: reprintsPath, label: t('matter.waiting.act') },
            urgency: 'soon',
            ...(since ? { since } : {}),
          },
        ]
  return [
    ...waiting,
    ...silent.map(({ id, publication, passedAt }) => ({
      text: t('matter.silent', { publication }),
      act: { href: reprintPath(id), label: t('matter.silent.act') },
      urgency: 'later' as const,
      ...(passedAt ? { since: passedAt } : {}),
    })),
  ]
}

/** Authors whom we wrote to, who have not answered for a week and were not reminded, where nothing is decided yet. */
export const silentAuthors = (db: Db, now: Date): Promise<{ id: string; reprintId: string }[]> =>
  db
    .selectFrom('reprintAnswer')
    .innerJoin('reprint', 'reprint.id', 'reprintAnswer.reprintId')
    .where(isUnsettled)
    .where('reprintAnswer.askedAt', '<=', daysBefore(now, reminderDays))
    .where('reprintAnswer.answer', 'is', null)
    .where('reprintAnswer.remindedAt', 'is', null)
    .select(['reprintAnswer.id', 'reprintAnswer.reprintId'])
    .orderBy('reprint.passedAt')
    .orderBy('reprintAnswer.place')
    .execute()

/** Reprints of one's own posts that wait for one's answer. */
export const ownReprints: OwnMatters = async (db, actor) => {
  const t = words(actor.locale)
  const asked = await db
    .selectFrom('reprintAnswer')
    .innerJoin('reprint', 'reprint.id', 'reprintAnswer.reprintId')
    .innerJoin('post', 'post.id', 'reprint.postId')
    .where('reprintAnswer.personId', '=', actor.id)
    .where('reprintAnswer.askedAt', 'is not', null)
    .where('reprintAnswer.answer', 'is', null)
    .where(isUnsettled)
    .select(['reprintAnswer.id', 'reprint.publication', 'post.title'])
    .orderBy('reprint.passedAt')
    .execute()
  return asked.map(({ id, publication, title }) => ({
    title: t('mine.title'),
    text: [t('mine.text', { publication, title })],
    next: { href: answerPath(id), label: t('mine.act') },
    links: [],
    place: 28,
  }))
}

/** Reprints by where they appear or who asked; only editors find them. */
export const findReprints: Search = async (db, actor, { text, limit }) => {
  if (!mayHandleReprints(actor)) return []
  const kind = words(actor.locale)('found.reprint')
  const rows = await db
    .selectFrom('reprint')
    .where(hasIn(sql`(publication || ' ' || name)`, text))
    .select(['id', 'publication', 'name'])
    .orderBy('askedAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, publication, name }) => ({
    kind,
    title: publication,
    note: name,
    href: reprintPath(id),
  }))
}
