import { randomInt } from 'node:crypto'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { isShortAddress, shortAddressOf } from '../queries/short-addresses.ts'
import { alphabet } from '../short-address.ts'

/** Gives a country a short address, once. Part of another action, which has asked who may. @returns its code */
export async function giveShortAddress(app: App, tx: Tx, country: string): Promise<string> {
  await tx
    .insertInto('shortAddress')
    .values({ code: newCode(), country, createdAt: app.now() })
    .onConflict((conflict) => conflict.column('country').doNothing())
    .execute()
  return (await shortAddressOf(tx, country)) ?? ''
}

/** Six letters and figures at random: what one network has is too little of all there are to be guessed. */
const newCode = (): string => Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')

/**
 * Counts that a short address was opened: one more on that day, and nothing of who it was. On a full disk nothing is
 * counted, so that the address leads on.
 */
export async function countVisit(app: App, code: string): Promise<void> {
  if ((await app.space.look()).level !== 'none')
    await count(app.db, app.now(), { code, visits: 1, applications: 0 })
}

/** Counts that an application was sent which began with a short address. */
export async function countArrival(tx: Tx, now: Date, code: string): Promise<void> {
  if (await isShortAddress(tx, code)) await count(tx, now, { code, visits: 0, applications: 1 })
}

type Counted = { code: string; visits: number; applications: number }

const count = (db: Db | Tx, now: Date, { code, visits, applications }: Counted) =>
  db
    .insertInto('shortAddressDay')
    .values({ code, onDay: dayIn(now), visits, applications })
    .onConflict((conflict) =>
      conflict.columns(['code', 'onDay']).doUpdateSet((eb) => ({
        visits: eb('shortAddressDay.visits', '+', visits),
        applications: eb('shortAddressDay.applications', '+', applications),
      })),
    )
    .execute()
