import { connect } from '../../src/db/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openLog } from '../../src/platform/log.ts'
import { runOutbox } from '../../src/platform/mail/index.ts'

/** A worker that sends mail and nothing else, in a process of its own: to be killed. Its leases are short. */
const [worker = 'worker', leaseMs = '1000'] = process.argv.slice(2)
const config = readConfig()
const db = connect(config.databaseUrl ?? '', { connections: 4 })
const app = {
  db,
  now: () => new Date(),
  isDemonstration: false,
  origin: config.origin,
  config,
  log: openLog('silent'),
  lists: {},
}
const ending = new AbortController()
process.once('SIGTERM', () => ending.abort())
process.stdout.write('ready\n')
await runOutbox(app, {
  worker,
  signal: ending.signal,
  pace: { leaseMs: Number(leaseMs), heartbeatMs: Number(leaseMs) / 3, idleMs: 50 },
})
await db.destroy()
