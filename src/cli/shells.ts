import type { Command as Program } from 'commander'
import { pendingMigrations } from '../db/index.ts'
import type { Config } from '../platform/config.ts'
import { migrationsFolder } from '../platform/version.ts'
import { serveWeb } from '../web/serve.ts'
import { startWorker } from '../worker/work.ts'
import { openApp } from './open.ts'
import { untilStopped } from './signals.ts'

/** Work that runs is given this long to finish after a signal to stop. */
const graceMs = 8_000

/** The long-running processes, which the terminal starts but features know nothing of. */
export function addShells(program: Program, config: () => Config): void {
  program
    .command('serve')
    .description(
      'Start the site: web pages and, unless told otherwise, the worker and the embedded database.',
    )
    .option('--no-worker', 'leave mail, matching and schedules to `twinleaf worker`')
    .action(async (typed: { worker: boolean }) => {
      const { app, close } = await openApp(config(), 'own')
      const worker = typed.worker ? await startWorker(app) : null
      const web = await serveWeb(app)
      console.log(`Twinleaf is at ${app.origin} (port ${web.port}). Ctrl-C stops it.`)
      await untilStopped()
      await web.close(graceMs)
      await worker?.stop(graceMs)
      await close()
    })

  program
    .command('worker')
    .description(
      'Send mail, match and keep the schedules, for a site that runs with --no-worker. Start as many as you like.',
    )
    .action(async () => {
      const { app, close } = await openApp(config(), 'join')
      const worker = await startWorker(app)
      console.log('The worker runs. Ctrl-C stops it.')
      await untilStopped()
      await worker.stop(graceMs)
      await close()
    })

  program
    .command('migrate')
    .description('Bring the database up to date. `serve` does this by itself.')
    .option('--json', 'print the result as JSON')
    .action(async (typed: { json?: boolean }) => {
      const { app, close } = await openApp(config(), 'either')
      const pending = await pendingMigrations(app.db, migrationsFolder)
      await close()
      console.log(typed.json ? JSON.stringify({ pending }) : 'The database is up to date.')
    })
}
