import type { App } from '../../../platform/app.ts'
import { unsubscribeLink } from '../../../platform/mail/index.ts'
import { openCalls } from '../../rounds/index.ts'
import { callsList, waitingId } from '../../subscribers/index.ts'
import type { NextCall } from '../pages/farewell.tsx'

/** Whether someone is told of the next call, by their address. */
export async function nextCallFor(app: App, email: string): Promise<NextCall> {
  const calls = await openCalls(app.db, app.now())
  if (calls.length > 0) return { kind: 'open', calls }
  const id = await waitingId(app.db, email)
  return id === null ? { kind: 'ask' } : { kind: 'waits', stop: unsubscribeLink(app, id, callsList) }
}
