import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { recallMails, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { roundById } from '../../rounds/index.ts'
import { addressKey, isAddress } from '../addresses.ts'
import { type Application, fullName } from '../application.ts'
import { droppedEmail, isTold } from '../emails.ts'
import type { DropReason } from '../mends.ts'

/** How long nobody is told that their application was dropped, so that it can be taken back. */
const minutesToTakeBack = 60

const keyOf = (applicationId: string, reason: DropReason) => `dropped:${applicationId}:${reason}`

/** Queues the email that says so to the person who sent the application, where there is something to say and an address. */
export async function tellDropped(
  app: App,
  tx: Tx,
  application: Application & { roundId: string; locale: string },
  reason: DropReason,
): Promise<void> {
  const { id, email, givenName, locale, zone, roundId } = application
  if (!isTold(reason) || !isAddress(email)) return
  const round = await roundById(tx, roundId)
  const known = await tx
    .selectFrom('person')
    .where('emailKey', '=', addressKey(email))
    .select(['id as personId', 'locale', 'zone'])
    .executeTakeFirst()
  const to = { email, name: fullName(application), givenName, personId: null, locale, zone: zone ?? 'UTC' }
  const hasBegun = dayIn(app.now(), round.zone) >= round.startsOn
  const drawn = droppedEmail({ ...to, ...known }, reason, {
    round,
    network: await networkIn(app, tx),
    hasBegun,
  })
  const dueAt = new Date(app.now().getTime() + minutesToTakeBack * 60_000)
  await sendOnce(app, tx, keyOf(id, reason), { ...drawn, dueAt })
}

/** Takes those emails back, as far as they have not left. */
export const recallDropped = (
  tx: Tx,
  dropped: readonly { applicationId: string; reason: DropReason }[],
): Promise<void> =>
  recallMails(
    tx,
    dropped.map(({ applicationId, reason }) => keyOf(applicationId, reason)),
  )
