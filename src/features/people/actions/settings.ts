import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../actor.ts'
import { mayChangeSettings } from '../policy.ts'
import { stateOfSecondFactor } from '../queries/second-factor.ts'

/**
 * Asks everyone with a role for a second factor, or no longer. Until they have set one up their roles rest.
 *
 * @throws Forbidden unless a director asks
 * @throws Conflict `own-second-factor-first` when they would shut themselves out
 */
export async function requireSecondFactor(app: App, actor: Actor, isRequired: boolean): Promise<void> {
  allow(mayChangeSettings(actor))
  await app.db.transaction().execute(async (tx) => {
    if (isRequired && actor.id && (await stateOfSecondFactor(tx, actor.id)) !== 'on')
      throw new Conflict('own-second-factor-first')
    const change = { value: JSON.stringify(isRequired), changedBy: actor.id, changedAt: app.now() }
    await tx
      .insertInto('setting')
      .values({ key: 'require-second-factor', ...change })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(change))
      .execute()
    await note(tx, app.now(), actor.id, 'setting.changed', null, {
      setting: 'require-second-factor',
      value: isRequired,
    })
  })
}
