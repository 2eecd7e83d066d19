import { connect } from '../../src/db/index.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { startWorking } from '../../src/platform/jobs.ts'
import { openLog } from '../../src/platform/log.ts'
import { queueAt } from '../../src/platform/open-queue.ts'
import { ownDataOf } from '../../src/platform/own-data.ts'
import { watchDisk } from '../../src/platform/space.ts'
import { slowJobBy } from './slow.ts'

/** A worker with one slow job, in a process of its own: to be killed, or put to sleep. */
const [worker = 'worker'] = process.argv.slice(2)
const config = readConfig()
const db = connect(config.databaseUrl ?? '', { connections: 4 })
const log = openLog('silent')
const queue = queueAt(config.databaseUrl ?? '', log)
const app: App = {
  db,
  now: () => new Date(),
  isDemonstration: false,
  origin: config.origin,
  config,
  log,
  queue,
  space: watchDisk(config.dataDir, null, false),
  ownData: ownDataOf([]),
  worded: [],
  lists: {},
  embeddedIn: null,
  scratch: () => Promise.reject(new Error('the slow job needs no database of its own')),
}
const pace = { supervise: 1, look: 1, lookUntold: 0.5 }
const working = await startWorking(app, [slowJobBy(worker)], [], pace)
process.once('SIGTERM', async () => {
  await working.stop(5_000)
  process.exit(0)
})
process.stdout.write('ready\n')
