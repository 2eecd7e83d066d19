import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { isolate } from '../../../platform/bidi.ts'
import { dayIn, daysBefore } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type Actor, type OwnMatter, type OwnMatters, settingsPath } from '../../people/index.ts'
import { reportPath } from '../paths.ts'
import { words } from '../words.ts'
import { reportableBy } from './reports.ts'

/** Where what somebody told us, or waits for, stands. */
type Own = {
  number: number
  kind: string
  what: string
  since: Date
  dueAt: Date
  closedAt: Date | null
  owner: string | null
  partners: string[]
}

/** How long a closed report is still told of. */
const tellsClosedDays = 30

/** What is done about what somebody told us, or about their waiting: who does it and by when. And where to report. */
export const ownCases: OwnMatters = async (db, actor, now) => {
  const [own, reportable] = await Promise.all([ownFacts(db, actor.id, now), reportableBy(db, actor.id, now)])
  const told = own.map((one) => matterOf(one, actor, now))
  const t = words(actor.locale)
  const report: OwnMatter = {
    title: t('mine.report-it.title'),
    text: [t('mine.report-it')],
    links: [{ href: reportPath, label: t('mine.report-it.link') }],
    place: 90,
  }
  return reportable.length > 0 ? [...told, report] : told
}

/** When what they told was dealt with. That somebody else has reported the same person since then is not theirs to know. */
const closedAt = sql<Date | null>`case when pairing_case.kind <> 'conduct' then pairing_case.closed_at else (
  select min(closing.at) from case_event closing
  where closing.case_id = pairing_case.id and closing.kind = 'closed' and closing.id > case_event.id) end`

/** The newest fact of each open case that is their own to know: what they said, that they wait, that emails come back. */
const ownFacts = (db: Db, personId: string, now: Date): Promise<Own[]> =>
  db
    .selectFrom('caseEvent')
    .innerJoin('pairingCase', 'pairingCase.id', 'caseEvent.caseId')
    .leftJoin('person as owner', 'owner.id', 'pairingCase.ownerId')
    .where('caseEvent.personId', '=', personId)
    .where('caseEvent.kind', '=', 'fact')
    .where('caseEvent.what', 'in', ['help', 'unheard', 'bounce', 'parted', 'report'])
    // Who has left the round, or has another partner, waits for nothing of that pairing any more, but for an answer to a report.
    .where(
      sql<boolean>`(pairing_case.kind = 'conduct' or exists (select from pairing_member own
        join participant on participant.application_id = own.application_id
        where own.pairing_id = pairing_case.pairing_id and own.person_id = ${personId}::uuid
          and (own.ended_at is null or not exists (
            select from living_partner where living_partner.application_id = own.application_id))))`,
    )
    .where((eb) =>
      eb.or([
        eb(closedAt, 'is', null),
        eb.and([eb('pairingCase.kind', '=', 'conduct'), eb(closedAt, '>', daysBefore(now, tellsClosedDays))]),
      ]),
    )
    .distinctOn('pairingCase.id')
    .select(['number', 'pairingCase.kind', 'what', 'dueAt', 'owner.givenName as owner'])
    .select([
      closedAt.as('closedAt'),
      sql<Date>`coalesce(case_event.since, case_event.at)`.as('since'),
      sql<string[]>`(select coalesce(array_agg(application.name order by application.name), '{}')
        from pairing_member other join application on application.id = other.application_id
        where other.pairing_id = pairing_case.pairing_id and other.person_id <> ${personId}::uuid)`.as(
        'partners',
      ),
    ])
    .orderBy('pairingCase.id')
    .orderBy('caseEvent.id', 'desc')
    .execute()

function matterOf(one: Own, actor: Actor & { id: string }, now: Date): OwnMatter {
  const t = words(actor.locale)
  const say = formats(actor.locale, actor.zone)
  const what = one.what as 'help' | 'unheard' | 'bounce' | 'parted' | 'report'
  const at = say.day(dayIn(one.since, actor.zone))
  const names = say.names(one.partners)
  const links = what === 'bounce' ? [{ href: settingsPath, label: t('mine.bounce.link') }] : []
  return {
    title: t(`mine.${what}.title`),
    text: [t(`mine.${what}`, { at, names }), ...standing(one, actor, now)],
    links,
    place: 7,
  }
}

/** Who looks after it and by when; that it is late; or that it is done. */
function standing(one: Own, actor: Actor, now: Date): string[] {
  const t = words(actor.locale)
  if (one.what === 'bounce') return []
  if (one.closedAt) return [t('mine.report.closed')]
  if (one.dueAt <= now) return [t('mine.late')]
  const day = formats(actor.locale, actor.zone).day(dayIn(one.dueAt, actor.zone))
  if (one.kind === 'conduct') return [t('mine.report.due', { day })]
  return [
    one.owner
      ? t('mine.owned', { owner: isolate(one.owner, actor.locale), day })
      : t('mine.unowned', { day }),
  ]
}
