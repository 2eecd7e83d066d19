import { connect } from '../../src/db/index.ts'
import { tellOfNews } from '../../src/features/newsletters/actions/news.ts'
import { sendDueIssues } from '../../src/features/newsletters/actions/sending.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openLog } from '../../src/platform/log.ts'

/** Tells subscribers of what is due at an instant, in a process of its own: to be killed. It needs no queue and no disk. */
const [instant = ''] = process.argv.slice(2)
const config = readConfig()
const db = connect(config.databaseUrl ?? '', { connections: 2 })
const app = {
  ...{ db, now: () => new Date(instant), origin: config.origin, config, log: openLog('silent') },
} as unknown as App
process.stdout.write('ready\n')
await sendDueIssues(app)
await tellOfNews(app)
await db.destroy()
