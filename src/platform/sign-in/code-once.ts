import { createHmac } from 'node:crypto'
import type { App } from '../app.ts'
import { libraryOf } from './library-of.ts'

const stepMs = 30_000

/** As many wrong codes in a row, and as long a pause, as when signing in. */
const mostWrong = 10
const lockedMs = 15 * 60_000

/**
 * Looks at a code of a person's app and takes it, once for all: neither it nor an older one is taken again, so that
 * whoever looked over a shoulder has nothing of it.
 *
 * Apps go by the time of the real world, whatever the clock of a demonstration says.
 *
 * @returns `locked` after ten wrong ones in a row, for a quarter of an hour
 */
export async function takeCode(
  app: App,
  personId: string,
  code: string,
): Promise<'taken' | 'wrong' | 'locked'> {
  return app.db.transaction().execute(async (tx) => {
    const factor = await tx
      .selectFrom('secondFactor')
      .selectAll()
      .where('personId', '=', personId)
      .where('verified', '=', true)
      .forUpdate()
      .executeTakeFirst()
    if (!factor) return 'wrong'
    const now = Date.now()
    if (factor.lockedUntil && factor.lockedUntil.getTime() > now) return 'locked'
    const step = stepOf(await secretOf(app, factor.secret), code, now)
    const isTaken = step !== null && step > (factor.lastStep ?? 0)
    const failedCount = isTaken ? 0 : factor.failedCount + 1
    await tx
      .updateTable('secondFactor')
      .set({
        failedCount,
        lockedUntil: failedCount >= mostWrong ? new Date(now + lockedMs) : null,
        ...(isTaken ? { lastStep: step } : {}),
      })
      .where('id', '=', factor.id)
      .execute()
    return isTaken ? 'taken' : 'wrong'
  })
}

async function secretOf(app: App, encrypted: string): Promise<string> {
  const { decrypt } = await import('./library.ts')
  return decrypt(await libraryOf(app), encrypted)
}

/** The half minute a code is of: this one, or its neighbours, as clocks differ. @source RFC 6238 */
function stepOf(secret: string, code: string, now: number): number | null {
  const current = Math.floor(now / stepMs)
  return [current + 1, current, current - 1].find((step) => codeOf(secret, step) === code) ?? null
}

function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
