import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { givePlacesLate } from '../../applications/index.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, refuseOnceOver } from '../../rounds/index.ts'
import { mayMatch, refuseBeforeRelease } from '../../scenarios/index.ts'

/**
 * Accepts those who have become ready since the release, up to the country cap: they wait in the reserve for a
 * rematch, and read so in their mail.
 *
 * @returns how many
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `not-released`, `round-is-over`, `nobody-to-accept`
 */
export async function acceptLate(app: App, actor: Actor, code: string): Promise<number> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await refuseBeforeRelease(tx, round.id)
    refuseOnceOver(round, app.now())
    const people = await givePlacesLate(app, tx, actor, round)
    if (people === 0) throw new Conflict('nobody-to-accept')
    await note(tx, app.now(), actor.id, 'participants.accepted-late', round.id, { people })
    return people
  })
}
