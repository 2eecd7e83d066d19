import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { ownApplicationIds } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'

export type Consent = {
  purpose: 'code' | 'share-email' | 'topics' | 'check-ins' | 'surveys' | 'quotes' | 'reflection'
  given: boolean
  at: Date
  how: 'form' | 'file' | 'office' | 'own'
  /** Of the code of conduct; what else is agreed to has versions of its own kind, which say nothing to its reader. */
  version: string | null
  /** The round it was said for, if it was for one. */
  round: Pick<Round, 'code' | 'title'> | null
}

/** Each yes and no of somebody, the newest first. */
export const consentsOf = (db: Db, personId: string): Promise<Consent[]> =>
  db
    .selectFrom('consent')
    .leftJoin('application', 'application.id', 'consent.applicationId')
    .leftJoin('round', 'round.id', 'application.roundId')
    .where(
      sql<boolean>`(consent.person_id = ${personId} or consent.application_id in ${ownApplicationIds(personId)})`,
    )
    .select(['purpose', 'given', 'at', 'how'])
    .select(sql`case when purpose = 'code' then version end`.as('version'))
    .select(
      sql`case when round.id is not null
      then json_build_object('code', round.code, 'title', round.title) end`.as('round'),
    )
    .orderBy('consent.id', 'desc')
    .limit(200)
    .$castTo<Consent>()
    .execute()
