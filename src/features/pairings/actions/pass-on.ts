import type { App } from '../../../platform/app.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { Forbidden, NotFound, TooMany } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { noteEmail } from '../emails/note.ts'
import { pairingsOf } from '../queries/introductions.ts'

/** Partners write by their own mail; this is for finding each other. */
const notesADay = 3

/**
 * Passes a note on to a partner whose address may not be given. Nobody on the team reads it; it is kept
 * nowhere but in the mail that carries it.
 *
 * @param to the partner's application
 * @throws Forbidden `not-allowed` for a visitor
 * @throws NotFound `no-such-partner` unless the two are partners now, in a round that goes on
 * @throws TooMany `too-many-notes`
 */
export async function passOnNote(
  app: App,
  actor: Actor,
  { pairing, to, note }: { pairing: string; to: string; note: string },
): Promise<{ to: string }> {
  const { id } = actor
  if (id === null) throw new Forbidden('not-allowed')
  const found = (await pairingsOf(app.db, id, app.now())).find((one) => one.pairingId === pairing)
  const own = found?.members.find((member) => member.personId === id)
  const partner = found?.members.find((member) => member.applicationId === to && member !== own)
  if (!found || !own || !partner) throw new NotFound('no-such-partner')
  const round = await roundById(app.db, found.roundId)

  return app.db.transaction().execute(async (tx) => {
    // One at a time for each person, or two sent at once would both be within the limit.
    await tx.selectFrom('person').where('id', '=', id).select('id').forUpdate().execute()
    const since = new Date(app.now().getTime() - 24 * 3600_000)
    const sent = await tx
      .selectFrom('outbox')
      .where('key', 'like', `note:${pairing}:${own.applicationId}:%`)
      .where('createdAt', '>', since)
      .select('id')
      .execute()
    if (sent.length >= notesADay) throw new TooMany('too-many-notes', 24 * 3600)
    const key = `note:${pairing}:${own.applicationId}:${crypto.randomUUID()}`
    await sendOnce(app, tx, key, noteEmail(own, partner, note, { round, network: await networkIn(app, tx) }))
    return { to: partner.givenName }
  })
}
