import { sql } from 'kysely'
import { hasIn } from '../../../db/index.ts'
import { formats } from '../../../platform/formats.ts'
import type { BesidePairs, Naming, Search } from '../../people/index.ts'
import { casePath, openCasePath } from '../paths.ts'
import { mayHelpPairs, visibleTo } from '../policy.ts'
import { words } from '../words.ts'

/** Cases by their ids, as the journal names them: of a report, only that it is one. */
export const namedCases: Naming = async (db, ids, { locale }) => {
  const t = words(locale)
  const rows = await db
    .selectFrom('pairingCase')
    .where('id', 'in', ids)
    .select(['id', 'number', 'kind'])
    .execute()
  return rows.map(({ id, number, kind }) => ({
    ...{ id, href: casePath(number) },
    label: t(kind === 'conduct' ? 'named.report' : 'named.case', { number: String(number) }),
  }))
}

/** Open cases by a part of the name or address of somebody in the pairing, or by their number. */
export const findCases: Search = async (db, actor, { text, limit }) => {
  if (!mayHelpPairs(actor)) return []
  const rows = await db
    .selectFrom('pairingCase')
    .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .innerJoin('pairingMember as member', 'member.pairingId', 'pairing.id')
    .innerJoin('application', 'application.id', 'member.applicationId')
    .where(visibleTo(actor))
    .groupBy(['pairingCase.id', 'round.code'])
    .having(
      sql<boolean>`bool_or(${hasIn(sql`(application.name || ' ' || application.email)`, text)})
        or pairing_case.number::text = ${text.replace(/^#/, '')}`,
    )
    .select(['pairingCase.number', 'pairingCase.kind', 'round.code'])
    .select(sql<string[]>`array_agg(application.name order by application.name)`.as('names'))
    .orderBy(sql`pairing_case.closed_at is not null`)
    .orderBy('pairingCase.number', 'desc')
    .limit(limit)
    .execute()
  const t = words(actor.locale)
  const say = formats(actor.locale, actor.zone)
  return rows.map(({ number, kind, code, names }) => ({
    kind: t('found'),
    title: t('found.title', { number: String(number), names: say.names(names) }),
    note: `${t(`kind.${kind as 'help'}`)}, ${code}`,
    href: casePath(number),
  }))
}

/** The open case of each pairing that has one; where it has none, the way to open one. */
export const besidePairs: BesidePairs = async (db, actor, { code, members }) => {
  const links = new Map<string, { href: string; label: string }[]>()
  if (!mayHelpPairs(actor) || members.length === 0) return links
  const t = words(actor.locale)
  const rows = await db
    .selectFrom('pairingCase')
    .leftJoin('person as owner', 'owner.id', 'ownerId')
    .where('pairingId', '=', sql<string>`any(${members.map(({ pairingId }) => pairingId)}::uuid[])`)
    .where('closedAt', 'is', null)
    .where(visibleTo(actor))
    .select(['pairingId', 'number', 'kind', 'owner.name as owner'])
    .orderBy('number')
    .execute()
  const ofPairing = Map.groupBy(rows, ({ pairingId }) => pairingId)
  for (const { pairingId, applicationId } of members) {
    const found = (ofPairing.get(pairingId) ?? []).map(({ number, kind, owner }) => ({
      href: casePath(number),
      label: t(owner ? 'beside' : 'beside.nobody', {
        ...{ number: String(number), kind: t(`kind.${kind as 'help'}`), owner: owner ?? '' },
      }),
    }))
    links.set(
      pairingId,
      found.length > 0 ? found : [{ href: openCasePath(code, applicationId), label: t('beside.open') }],
    )
  }
  return links
}
