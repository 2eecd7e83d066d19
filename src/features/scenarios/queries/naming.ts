import { sql } from 'kysely'
import { type Db, hasPart } from '../../../db/index.ts'
import { officeKeeper } from '../../../platform/office-version.ts'

/** A pair in which somebody names their partner. */
export type Naming = { pairId: string; writer: string; partner: string }

/**
 * Pairs of a proposal in which somebody gives the whole name of their partner in what they wrote: they may know each
 * other, or have been partners in a round of which no list is left. What is meant is for a person to read.
 */
export const namingsIn = (db: Db, scenarioId: string): Promise<Naming[]> =>
  kept(db, scenarioId, () =>
    db
      .selectFrom('scenarioMember as one')
      .innerJoin('scenarioMember as other', 'other.scenarioPairId', 'one.scenarioPairId')
      .innerJoin('application as writer', 'writer.id', 'one.applicationId')
      .innerJoin('application as partner', 'partner.id', 'other.applicationId')
      .where('one.scenarioId', '=', scenarioId)
      .whereRef('one.applicationId', '<>', 'other.applicationId')
      .where('partner.givenName', '<>', '')
      .where('partner.familyName', '<>', '')
      .where(hasPart(sql`(writer.wish_note || ' ' || writer.about)`, sql`partner.name`))
      .select(['one.scenarioPairId as pairId', 'writer.name as writer', 'partner.name as partner'])
      .$narrowType<{ pairId: string }>()
      .orderBy('writer.name')
      .orderBy('one.applicationId')
      .execute(),
  )

const kept = officeKeeper<Naming[]>(8)
