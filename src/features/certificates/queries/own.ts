import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { type Round, roundById } from '../../rounds/index.ts'
import { hasFinishedEnd } from '../../surveys/index.ts'
import {
  type Condition,
  conditionsOf,
  isEarned,
  isLastDay,
  lacksSurveyAlone,
  type Rule,
} from '../certificate.ts'

/** Someone who takes part in a round, with what they have done of what its certificate asks. */
export type Candidate = {
  applicationId: string
  personId: string
  roundId: string
  name: string
  givenName: string
  email: string
  locale: string
  checkIns: number
  /** They have had a partner in it. */
  isIn: boolean
  /** They have answered the survey at its end. */
  hasAnswered: boolean
}

/** How many check-ins somebody has answered in a round, in whichever pairing. */
const answered = sql<number>`(select count(*)::int from check_in asked
  where asked.application_id = participant.application_id
    and exists (select from check_in_answer said where said.check_in_id = asked.id))`

const hadPartner = sql<boolean>`exists (select from pairing_member member
  where member.application_id = participant.application_id)`

export const candidates = (db: Db | Tx) =>
  db
    .selectFrom('participant')
    .innerJoin('release', 'release.roundId', 'participant.roundId')
    .select(['participant.applicationId', 'participant.personId', 'participant.roundId'])
    .select(['participant.name', 'participant.givenName', 'participant.email', 'participant.locale'])
    .select([answered.as('checkIns'), hadPartner.as('isIn')])
    .select(hasFinishedEnd('participant').as('hasAnswered'))

/** @throws NotFound `no-such-place`, also for someone who takes part no longer */
export async function candidateById(db: Db | Tx, applicationId: string): Promise<Candidate> {
  const found = await candidates(db).where('participant.applicationId', '=', applicationId).executeTakeFirst()
  if (!found) throw new NotFound('no-such-place')
  return found
}

/** A person's own place in a round. @throws NotFound `no-such-place` */
export async function candidateOf(db: Db, personId: string, roundId: string): Promise<Candidate> {
  const found = await candidates(db)
    .where('participant.personId', '=', personId)
    .where('participant.roundId', '=', roundId)
    .executeTakeFirst()
  if (!found) throw new NotFound('no-such-place')
  return found
}

/** The rule of a round; null where there are no certificates of it. */
export async function ruleOf(db: Db | Tx, roundId: string): Promise<Rule | null> {
  const rule = await db
    .selectFrom('certificateRule')
    .where('roundId', '=', roundId)
    .select(['checkIns', 'endSurvey'])
    .executeTakeFirst()
  return rule ?? null
}

/** How someone stands to the certificate of their round; null where there is none to be had. */
export type Claim = {
  round: Round
  conditions: Condition[]
  isEarned: boolean
  lacksSurveyAlone: boolean
} | null

export async function claimOf(db: Db | Tx, candidate: Candidate, now: Date): Promise<Claim> {
  const rule = await ruleOf(db, candidate.roundId)
  if (!rule) return null
  const round = await roundById(db, candidate.roundId)
  const isLast = isLastDay(round, dayIn(now, round.zone))
  const conditions = conditionsOf(rule, candidate, isLast)
  return {
    ...{ round, conditions },
    ...{ isEarned: isEarned(conditions), lacksSurveyAlone: lacksSurveyAlone(conditions) },
  }
}

/** Whose it is, unless they have gone for good. */
export const personOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('person')
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .select(['id as personId', 'givenName', 'name', 'email', 'locale'])
    .executeTakeFirst()
