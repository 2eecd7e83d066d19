import { afterAll } from 'vitest'

/**
 * What closes whatever a test file has opened while its tests ran: a hook that is asked for that late is never called.
 * A page that stays open goes on working, and takes the processor from all that come after it.
 */
export const toClose = new Set<() => Promise<void>>()

afterAll(async () => {
  const all = [...toClose]
  toClose.clear()
  for (const close of all) await close()
})
