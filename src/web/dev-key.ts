import { createHmac, randomBytes } from 'node:crypto'
import type { App } from '../platform/app.ts'
import { areEqual } from '../platform/equal.ts'

/** The address that is printed at the start, for the one who started it. */
export type DevKey = {
  path: string
  /** Whether these are its letters; true once. */
  use(given: string): boolean
}

/** How long a browser stays let in, in milliseconds: for longer than someone tries things out. */
const daysMs = 7 * 24 * 60 * 60_000

export function newDevKey(): DevKey {
  const letters = randomBytes(24).toString('base64url')
  let isUsed = false
  return {
    path: `/dev/open/${letters}`,
    use(given) {
      if (isUsed || !areEqual(given, letters)) return false
      isUsed = true
      return true
    },
  }
}

export const devCookie = 'twinleaf_dev'

/** What a browser keeps that was let in. It outlasts a restart, which comes with each change of the sources. */
export function devPass(app: App): string {
  const until = String(app.now().getTime() + daysMs)
  return `${until}.${proofOf(app, until)}`
}

export function isDevPass(app: App, pass: string | undefined): boolean {
  const [until = '', proof = ''] = (pass ?? '').split('.')
  return areEqual(proof, proofOf(app, until)) && app.now().getTime() < Number(until)
}

const proofOf = ({ config }: App, until: string) =>
  createHmac('sha256', config.secret).update(`dev ${until}`).digest('base64url')
