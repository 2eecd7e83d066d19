import { afterAll } from 'vitest'

/**
 * What closes whatever a test file has opened or started while its tests ran: a hook that is asked for that late is never
 * called. A page or a process that stays, of a test that failed for instance, takes the processor from all that come after it.
 */
export const toClose = new Set<() => Promise<void>>()

afterAll(async () => {
  const all = [...toClose]
  toClose.clear()
  for (const close of all) await close()
})
