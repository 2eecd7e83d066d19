import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { clocksAt, dayIn, isHumane } from '../../../platform/days.ts'
import { joinCampaign, mailHold, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { isAwayOn } from '../../checkins/index.ts'
import { questionsOf } from '../../questions/index.ts'
import { roundById } from '../../rounds/index.ts'
import { surveyEmail } from '../emails.ts'
import { type Member, membersToAsk, surveyCampaign } from '../queries/due.ts'
import { responsesByIds } from '../queries/responses.ts'
import { dueTo } from '../survey.ts'

/** Few enough that a worker that is killed loses little, and many enough that a thousand are quick. */
const atOnce = 200

/**
 * Asks everyone whom an open survey has not asked, and reminds once who has not finished: at a humane hour of their own
 * clock, not while they are away, and not while emails are held.
 *
 * @returns how many were written to
 */
export async function askSurveys(app: App): Promise<{ asked: number; reminded: number }> {
  if (await mailHold(app.db)) return { asked: 0, reminded: 0 }
  const now = app.now()
  const due = dueOf(await membersToAsk(app.db, dayIn(now)), now)
  const sent = { asked: 0, reminded: 0 }
  for (const ofSurvey of Map.groupBy(due, ({ surveyId }) => surveyId).values())
    for (const some of chunks(ofSurvey, atOnce)) {
      const invitations = some.filter(({ kind }) => kind === 'invitation')
      const reminders = some.filter(({ kind }) => kind === 'reminder')
      sent.asked += await app.db.transaction().execute((tx) => invite(app, tx, invitations))
      sent.reminded += await app.db.transaction().execute((tx) => remind(app, tx, reminders))
    }
  return sent
}

type Due = Member & { kind: 'invitation' | 'reminder' }

function dueOf(members: readonly Member[], now: Date): Due[] {
  const clockOf = clocksAt(now)
  return members.flatMap((member) => {
    const { today, hour } = clockOf(member.zone)
    if (!isHumane(hour)) return []
    const kind = dueTo(
      {
        isAway: isAwayOn(member.away, today),
        invitedOn: member.invitedAt && dayIn(member.invitedAt, member.zone),
        wasReminded: member.remindedAt !== null,
        hasFinished: member.finishedAt !== null,
      },
      member,
      today,
    )
    return kind ? [{ ...member, kind }] : []
  })
}

async function invite(app: App, tx: Tx, due: readonly Due[]): Promise<number> {
  if (due.length === 0) return 0
  const rows = due.map(({ surveyId, applicationId, personId, locale }) => ({
    ...{ surveyId, applicationId, personId, locale, invitedAt: app.now() },
  }))
  const fresh = await tx
    .insertInto('surveyResponse')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('survey_response_once').doNothing())
    .returning('id')
    .execute()
  return send(
    app,
    tx,
    'survey',
    fresh.map(({ id }) => id),
  )
}

async function remind(app: App, tx: Tx, due: readonly Due[]): Promise<number> {
  const ids = due.flatMap(({ responseId }) => responseId ?? [])
  if (ids.length === 0) return 0
  const left = await tx
    .updateTable('surveyResponse')
    .set({ remindedAt: app.now() })
    .where('id', 'in', ids)
    .where('remindedAt', 'is', null)
    .where('finishedAt', 'is', null)
    .returning('id')
    .execute()
  return send(
    app,
    tx,
    'survey-reminder',
    left.map(({ id }) => id),
  )
}

async function send(app: App, tx: Tx, kind: 'survey' | 'survey-reminder', ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const to = await responsesByIds(tx, ids)
  const [first] = to
  if (!first) return 0
  const campaign = {
    key: surveyCampaign(first.surveyId),
    kind: 'survey',
    roundId: first.roundId,
    createdBy: null,
  }
  const campaignId = await joinCampaign(app, tx, campaign)
  const occasion = {
    app,
    round: await roundById(tx, first.roundId),
    network: await networkIn(app, tx),
    questions: await questionsOf(tx, first.roundId, first.sheet),
  }
  return sendAllOnce(
    app,
    tx,
    to.map((one) => ({
      key: `${kind}:${one.id}`,
      email: { ...surveyEmail(kind, one, occasion), campaignId },
    })),
  )
}
