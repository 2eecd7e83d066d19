import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { Away } from '../../checkins/index.ts'
import type { SurveySheet } from '../survey.ts'

/** Someone who takes part in a round that asks now, with all that decides whether they are written to. */
export type Member = {
  surveyId: string
  roundId: string
  sheet: SurveySheet
  asksOn: string
  closesOn: string
  applicationId: string
  personId: string
  locale: string
  zone: string
  away: Away[]
  responseId: string | null
  invitedAt: Date | null
  remindedAt: Date | null
  finishedAt: Date | null
}

/** The emails of a survey belong together: stopped, nobody is asked until they go on. */
export const surveyCampaign = (surveyId: string) => `survey:${surveyId}`

/**
 * Everyone who has met a partner in a round with a survey that is open somewhere on earth, and has not finished it; in one
 * query. Who never had a partner is not asked what it was like, and neither is anyone whose introduction has not left.
 *
 * @param today `YYYY-MM-DD`, somewhere
 */
export const membersToAsk = (db: Db | Tx, today: string): Promise<Member[]> =>
  db
    .selectFrom('survey')
    .innerJoin('round', 'round.id', 'survey.roundId')
    .innerJoin('participant', 'participant.roundId', 'survey.roundId')
    .innerJoin('application', 'application.id', 'participant.applicationId')
    .leftJoin('mailCampaign as campaign', (join) =>
      join.on(sql<boolean>`campaign.key = 'survey:' || survey.id`),
    )
    .leftJoin('surveyResponse as response', (join) =>
      join
        .onRef('response.surveyId', '=', 'survey.id')
        .onRef('response.applicationId', '=', 'participant.applicationId'),
    )
    .where('survey.releasedAt', 'is not', null)
    .where('survey.closedAt', 'is', null)
    .where('survey.asksOn', '<=', sql<string>`(${today}::date + 1)`)
    .where('survey.closesOn', '>=', sql<string>`(${today}::date - 1)`)
    .where('campaign.stoppedAt', 'is', null)
    .where('response.finishedAt', 'is', null)
    .where('response.remindedAt', 'is', null)
    .where(hasMetAPartner)
    .select(['survey.id as surveyId', 'survey.roundId', 'survey.asksOn', 'survey.closesOn'])
    .select(['participant.applicationId', 'application.personId', 'participant.locale'])
    .select(['response.id as responseId', 'response.invitedAt', 'response.remindedAt', 'response.finishedAt'])
    .select([
      sql<SurveySheet>`survey.sheet`.as('sheet'),
      sql<string>`coalesce(application.zone, round.zone)`.as('zone'),
      sql<Away[]>`coalesce((
        select json_agg(json_build_object('from', from_on, 'until', until_on)) from absence
        where absence.person_id = participant.person_id and cancelled_at is null), '[]')`.as('away'),
    ])
    .$narrowType<{ personId: string }>()
    .orderBy('survey.id')
    .orderBy('participant.applicationId')
    .execute()

/** Their introduction has left, or left before there was an outbox of it. Whose pair parted before is introduced no more. */
const hasMetAPartner = sql<boolean>`exists (
  select from pairing_member member
  join pairing on pairing.id = member.pairing_id and pairing.confirmed_at is not null
  left join outbox introduction
    on introduction.key = 'introduction:' || member.pairing_id || ':' || member.person_id
  where member.application_id = participant.application_id
    and (introduction.state not in ('queued', 'deferred', 'sending')
      or introduction.state is null and member.ended_at is null))`
