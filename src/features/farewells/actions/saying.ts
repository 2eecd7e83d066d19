import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { dayIn } from '../../../platform/days.ts'
import { joinCampaign, mailHold, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { certificatesInReach } from '../../certificates/index.ts'
import { openCalls, type Round, roundById } from '../../rounds/index.ts'
import { farewellEmail } from '../emails.ts'
import { isDue } from '../farewell.ts'
import { farewellCampaign, farewellKey, type Leaver, untoldLeavers } from '../queries/leavers.ts'

/** Few enough that a worker that is killed loses little, and many enough that a thousand are quick. */
const atOnce = 200

/**
 * Says farewell to everyone whose round ends, each once: on its last day, at a humane hour of their own clock, as `isDue` says,
 * and not while emails are held. Whoever was not reached by then is told within two weeks.
 *
 * @returns how many were told
 */
export async function sayFarewells(app: App): Promise<number> {
  if (await mailHold(app.db)) return 0
  const now = app.now()
  const due = (await untoldLeavers(app.db, dayIn(now))).filter((one) =>
    isDue({ ...one, zone: one.roundZone }, one.zone, now),
  )
  if (due.length === 0) return 0
  const [call] = await openCalls(app.db, now)
  let told = 0
  for (const [roundId, ofRound] of Map.groupBy(due, (one) => one.roundId))
    for (const some of chunks(ofRound, atOnce))
      told += await app.db.transaction().execute((tx) => say(app, tx, { roundId, call }, some))
  return told
}

type Ended = { roundId: string; call: Round | undefined }

async function say(app: App, tx: Tx, { roundId, call }: Ended, due: readonly Leaver[]): Promise<number> {
  const campaign = { key: farewellCampaign(roundId), kind: 'farewells', roundId, createdBy: null }
  const campaignId = await joinCampaign(app, tx, campaign)
  const round = await roundById(tx, roundId)
  const occasion = { app, round, network: await networkIn(app, tx), call }
  const certificates = await certificatesInReach(tx, round, app.now())
  return sendAllOnce(
    app,
    tx,
    due.map((one) => ({
      key: farewellKey(one.applicationId),
      email: {
        ...farewellEmail(one, { ...occasion, certificate: certificates.get(one.applicationId) }),
        campaignId,
      },
    })),
  )
}
