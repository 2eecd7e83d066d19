import { fork } from 'node:child_process'
import { join } from 'node:path'
import { Option, type Command as Program } from 'commander'
import { pendingMigrations } from '../db/index.ts'
import { beginAddress } from '../features/network/index.ts'
import { inCharge } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { BadConfig, type Config } from '../platform/config.ts'
import { migrationsFolder } from '../platform/version.ts'
import type { Web } from '../web/serve.ts'
import { seedOnce } from './demo/seed.ts'
import { sayWeekSeven, sayWelcome } from './demo/welcome.ts'
import { type Opening, openApp } from './open.ts'
import { untilStopped } from './signals.ts'

/** What only the long-running ones need. */
const site = () => import('../web/serve.ts')
const works = () => import('../worker/work.ts')
const crowds = () => import('../web/second.ts')

/** What answers beside `serve`. */
const secondCommand = 'serve-beside'

/** Work that runs is given this long to finish after a signal to stop. */
const graceMs = 8_000

/** Opens the world, and closes it however the work ends. */
async function withApp(
  config: Config,
  opening: Opening,
  work: (app: App) => Promise<void>,
  tell?: (news: string) => void,
): Promise<void> {
  const { app, close } = await openApp(config, opening, tell)
  try {
    await work(app)
  } finally {
    await close()
  }
}

type Welcome = (app: App, web: Pick<Web, 'port' | 'devPath'>) => string | Promise<string>

/** @param helps has a crowd answered by a second process; returns what ends that */
async function serveUntilStopped(
  app: App,
  withWorker: boolean,
  welcome: Welcome,
  helps?: (web: Web) => Promise<() => Promise<void>>,
): Promise<void> {
  const worker = withWorker ? await (await works()).startWorker(app) : null
  try {
    const { serveWeb } = await site()
    const web = await serveWeb(app)
    const endHelp = await helps?.(web)
    console.log(await welcome(app, web))
    await untilStopped()
    await Promise.all([web.close(graceMs), endHelp?.()])
  } finally {
    await worker?.stop(graceMs)
  }
}

/** Where the site is, where its emails are read if they stay here, and on a new network how its first user comes in. */
export const sayAddress: Welcome = async (app, { port, devPath }) => {
  const lines = [`Twinleaf is at ${app.origin} (port ${port}). Ctrl-C stops it.`]
  if (devPath && app.config.mail.transport === 'page')
    lines.push(`Emails stay here. To read them, open this address, which works once: ${app.origin}${devPath}`)
  const { people } = await inCharge(app.db, 'director', app.now())
  if (people.length === 0) lines.push('Nobody can run this network yet.', ...(await waysIn(app)))
  return lines.join('\n')
}

/** As it is typed where this was started: by npm from its folder, or installed. */
const commandHere = () => (process.env.npm_command ? 'npx twinleaf' : 'twinleaf')

async function waysIn(app: App): Promise<string[]> {
  const address = await beginAddress(app)
  const byPage = address
    ? ['To become its director, open this address, which works once:', `  ${address}`]
    : []
  return [
    ...byPage,
    `${address ? 'Or in' : 'In'} another terminal, make yourself its director, then sign in with that address:`,
    `  ${commandHere()} user create --name "Your name" --email you@example.org --role director`,
  ]
}

/** What the demonstration makes up nobody needs to back up. A later week is a network of its own. */
const demoConfig = (config: Config, week?: 7): Config => ({
  ...config,
  dataDir: week ? join(config.dataDir, `week-${week}`) : config.dataDir,
  logLevel: 'warn',
  backup: { ...config.backup, isDaily: false, anyMinute: false },
  media: { isStored: false, store: null },
})

/** The site, and what answers beside it in a crowd. */
function addServing(program: Program, config: () => Config): void {
  program
    .command('serve')
    .description(
      'Start the site: web pages and, unless you say otherwise, the worker and the embedded database.',
    )
    .option('--no-worker', 'leave mail, matching and schedules to `twinleaf worker`')
    .action(async (typed: { worker: boolean }) => {
      await withApp(config(), 'own', (app) =>
        serveUntilStopped(app, typed.worker, sayAddress, async (web) => {
          const { helpInCrowds } = await crowds()
          return helpInCrowds(app, web, () => fork(process.argv[1] ?? '', [secondCommand]))
        }),
      )
    })

  program
    .command(secondCommand, { hidden: true })
    .description('Answers requests beside `serve`, which starts it in a crowd; nothing for people.')
    .action(async () => {
      await withApp(config(), 'join', async (app) => {
        const { answerBeside } = await crowds()
        const answer = async () => {
          const web = await (await site()).serveWeb(app, true)
          return () => web.close(graceMs)
        }
        await answerBeside(answer, untilStopped())
      })
    })
}

/** The long-running processes, which the terminal starts but features know nothing of. */
export function addShells(program: Program, config: () => Config): void {
  addServing(program, config)

  program
    .command('worker')
    .description(
      'Send emails, run the matching and keep the schedules, for a site that runs with --no-worker. Start as many as you like.',
    )
    .action(async () => {
      await withApp(config(), 'join', async (app) => {
        const { startWorker } = await works()
        const worker = await startWorker(app)
        console.log('The worker is running. Ctrl-C stops it.')
        await untilStopped()
        await worker.stop(graceMs)
      })
    })

  program
    .command('demo')
    .description('Start the demonstration: a network around its round 2016A, on the embedded database.')
    .addOption(new Option('--week <N>', 'in this week of the round, rather than before it').choices(['7']))
    .action(async (typed: { week?: '7' }) => {
      const settings = config()
      const week = typed.week ? (7 as const) : undefined
      if (settings.mail.transport !== 'page')
        throw new BadConfig(
          'The demonstration shows its emails on a page. For it leave BASE_URL, SMTP_URL and MAIL_TRANSPORT empty.',
        )
      // Someone looks at it: a line for each request would bury the addresses to sign in with.
      const work = async (app: App) => {
        if (week) console.error('Seven weeks pass. This takes a minute or two, once.')
        await seedOnce(app, { week })
        await serveUntilStopped(app, true, week ? sayWeekSeven : sayWelcome)
      }
      // That its network is new goes without saying.
      await withApp(demoConfig(settings, week), 'own', work, () => {})
    })

  program
    .command('migrate')
    .description('Bring the database up to date. `serve` does this automatically.')
    .option('--json', 'print the result as JSON')
    .action(async (typed: { json?: boolean }) => {
      const { app, close } = await openApp(config(), 'either')
      const pending = await pendingMigrations(app.db, migrationsFolder)
      await close()
      console.log(typed.json ? JSON.stringify({ pending }) : 'The database is up to date.')
    })
}
