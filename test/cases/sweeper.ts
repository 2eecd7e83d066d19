import { connect } from '../../src/db/index.ts'
import { sweepCases } from '../../src/features/cases/actions/sweep.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openLog } from '../../src/platform/log.ts'

/** Looks for cases that are due at an instant, in a process of its own: to be killed. It needs no queue and no disk. */
const [instant = ''] = process.argv.slice(2)
const config = readConfig()
const db = connect(config.databaseUrl ?? '', { connections: 2 })
const app = { db, now: () => new Date(instant), origin: config.origin, config, log: openLog('silent') }
process.stdout.write('ready\n')
await sweepCases(app as unknown as App)
await db.destroy()
