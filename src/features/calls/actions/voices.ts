import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Actor, isSignedIn } from '../../people/index.ts'
import { lockRound, mayRunRounds, roundByCode } from '../../rounds/index.ts'
import { ownVoiceOf, participantWith } from '../queries/voices.ts'
import type { ConsentWay, Voice, VoicePlace } from '../voice.ts'

export type VoiceWish = Voice & { email: string; consentOn: string; consentHow: ConsentWay }

/**
 * Shows what a participant says of a round, in one of its places; what stood there before goes.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `voice-of-nobody` when nobody of that address had a place in the round; `voice-stands` when theirs stands
 *   in another place
 */
export async function keepVoice(
  app: App,
  actor: Actor,
  { code, place }: { code: string; place: VoicePlace },
  { email, ...said }: VoiceWish,
): Promise<void> {
  allow(mayRunRounds(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, (await roundByCode(tx, actor, code)).id)
    const applicationId = await participantWith(tx, round.id, email)
    if (!applicationId) throw new Conflict('voice-of-nobody')
    await tx.deleteFrom('voice').where('roundId', '=', round.id).where('place', '=', place).execute()
    const other = await tx
      .selectFrom('voice')
      .select('place')
      .where('applicationId', '=', applicationId)
      .executeTakeFirst()
    if (other) throw new Conflict('voice-stands', { place: other.place })
    const entered = { enteredBy: actor.id, enteredAt: app.now() }
    await tx
      .insertInto('voice')
      .values({ ...said, ...entered, roundId: round.id, applicationId, place })
      .execute()
    await note(tx, app.now(), actor.id, 'voice.shown', round.id, { code: round.code, place })
  })
}

/**
 * Takes away what one said of a round oneself. Twice is once.
 *
 * @throws Forbidden for a visitor
 * @throws NotFound `no-such-round`, `no-such-voice`
 */
export async function takeBackVoice(app: App, actor: Actor, code: string): Promise<void> {
  allow(isSignedIn(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    const own = await ownVoiceOf(tx, actor.id, round.id)
    await tx.deleteFrom('voice').where('id', '=', own.id).execute()
    await note(tx, app.now(), actor.id, 'voice.taken-back', round.id, { code: round.code })
  })
}

/**
 * Takes what somebody says away, because they no longer agree, or for any other reason. Twice is once.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-voice`
 */
export async function removeVoice(app: App, actor: Actor, code: string, place: VoicePlace): Promise<void> {
  allow(mayRunRounds(actor))
  await app.db.transaction().execute(async (tx) => {
    const round = await roundByCode(tx, actor, code)
    const gone = await tx
      .deleteFrom('voice')
      .where('roundId', '=', round.id)
      .where('place', '=', place)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new NotFound('no-such-voice')
    await note(tx, app.now(), actor.id, 'voice.removed', round.id, { code: round.code, place })
  })
}
