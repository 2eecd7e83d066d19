import type { Command as Program } from 'commander'
import { remembering } from '../db/index.ts'
import { type AskedOfHand, answersOfHand, type Site } from '../features/copies/index.ts'
import type { App } from '../platform/app.ts'
import type { Config } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { besideUs, type Said } from './beside-us.ts'
import { openApp } from './open.ts'

/**
 * The site as a visitor meets it, in this process. Thousands of requests of our own would bury what the terminal says. From
 * `begin` on, it asks the database once for what several pages show.
 */
export async function siteToCopy(app: App): Promise<Site> {
  const { createSite } = await import('../web/site.tsx')
  const { keptAssets } = await import('../web/kept-assets.ts')
  const assets = await keptAssets()
  const { db, forget } = remembering(app.db)
  let now = app.now
  const frozen = { ...app, db, now: () => now(), log: openLog('silent') }
  const site = createSite(frozen, assets, undefined, { isReadOnce: true })
  const { host } = new URL(app.origin)
  return {
    ask: async (address, locale) =>
      site.request(app.origin + address, { headers: { 'Accept-Language': locale, Host: host } }),
    begin(at) {
      now = () => at
      forget()
    },
    script: assets.copyJs,
    ownScript: assets.js,
    beside: [],
    close: async () => undefined,
  }
}

/** A site with fewer posts is copied before a second process is ready. */
const leastPosts = 150

/** The same, with a process beside this one for each further core: to draw pages is what a copy costs. */
export async function largeSiteToCopy(app: App): Promise<Site> {
  const site = await siteToCopy(app)
  const { count } = await app.db
    .selectFrom('post')
    .where('publishAt', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) < leastPosts) return site
  const beside = besideUs('copy-pages')
  const close = async () => {
    for (const { stop } of beside) stop()
  }
  return { ...site, beside, close }
}

/** The other side of it: does what whoever started it asks for, until they are gone. */
export function addCopying(program: Program, configOf: () => Config): void {
  program
    .command('copy-pages', { hidden: true })
    .description(
      'Draws pages for `archive publish`, which starts it where a site is large; nothing for people.',
    )
    .action(async () => {
      const { app, close } = await openApp(configOf(), 'either')
      const answer = answersOfHand(await siteToCopy(app))
      process.on('message', async ({ id, asked }: { id: number; asked: AskedOfHand }) => {
        process.send?.({ id, ...(await said(answer(asked))) })
      })
      const { promise, resolve } = Promise.withResolvers<void>()
      process.once('disconnect', resolve)
      await promise
      await close()
    })
}

/** What fails is told to whoever asked, who is the one to say it. */
const said = (answer: Promise<unknown>): Promise<Said> =>
  answer.then(
    (answered) => ({ answered }),
    (error: NodeJS.ErrnoException) => ({ failed: { message: error.message, code: error.code } }),
  )
