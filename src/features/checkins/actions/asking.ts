import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { clocksAt, dayIn, isHumane } from '../../../platform/days.ts'
import { joinCampaign, mailHold, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { roundById } from '../../rounds/index.ts'
import { dueDay, togetherAway, usualDays } from '../checkin.ts'
import { checkInEmail } from '../emails.ts'
import { askedByIds } from '../queries/asked.ts'
import { type Member, membersOfRunningRounds } from '../queries/due.ts'

/** Few enough that a worker that is killed loses little, and many enough that a thousand are quick. */
const atOnce = 200

/**
 * Asks everyone whose check-in has come, each at most once for a day of the plan: at a humane hour of their own clock, and
 * not while emails are held. Whoever was not reached by one that has passed is asked by the next run.
 *
 * @returns how many were asked
 */
export async function askCheckIns(app: App): Promise<number> {
  if (await mailHold(app.db)) return 0
  const now = app.now()
  const members = await membersOfRunningRounds(app.db, dayIn(now))
  const due = dueOf(members, now)
  let asked = 0
  for (const [roundId, ofRound] of Map.groupBy(due, (one) => one.roundId))
    for (const some of chunks(ofRound, atOnce))
      asked += await app.db.transaction().execute((tx) => ask(app, tx, roundId, some))
  return asked
}

type Due = Member & { day: number }

function dueOf(members: readonly Member[], now: Date): Due[] {
  const clockOf = clocksAt(now)
  return members.flatMap((member) => {
    const { today, hour } = clockOf(member.zone)
    if (today > member.endsOn || !isHumane(hour)) return []
    const day = dueDay(member.days ?? usualDays(member), clockFor(member), today)
    return day === null ? [] : [{ ...member, day }]
  })
}

/** Whoever was introduced before the round began begins with it; whoever comes later, on their own day. */
function clockFor({ introducedAt, zone, startsOn, away, lastAsked }: Omit<Member, 'days'>) {
  const introducedOn = dayIn(introducedAt, zone)
  return { beganOn: introducedOn > startsOn ? introducedOn : startsOn, away: togetherAway(away), lastAsked }
}

async function ask(app: App, tx: Tx, roundId: string, due: readonly Due[]): Promise<number> {
  const askedAt = app.now()
  const rows = due.map(({ pairingId, applicationId, personId, day }) => ({
    ...{ pairingId, applicationId, personId, day, askedAt },
  }))
  const fresh = await tx
    .insertInto('checkIn')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('check_in_once').doNothing())
    .returning('id')
    .execute()
  if (fresh.length === 0) return 0
  const campaign = { key: `check-ins:${roundId}`, kind: 'check-in', roundId, createdBy: null }
  const campaignId = await joinCampaign(app, tx, campaign)
  const occasion = { app, round: await roundById(tx, roundId), network: await networkIn(app, tx) }
  const asked = await askedByIds(
    tx,
    fresh.map(({ id }) => id),
  )
  return sendAllOnce(
    app,
    tx,
    asked.map((one) => ({
      key: `check-in:${one.id}`,
      email: { ...checkInEmail(one, occasion), campaignId },
    })),
  )
}
