import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import type { Command as Program } from 'commander'
import { remembering } from '../db/index.ts'
import { type AskedOfHand, answersOfHand, type Gathering, type Site } from '../features/copies/index.ts'
import type { App } from '../platform/app.ts'
import type { Config } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { stateOfProgram } from '../platform/version.ts'
import { plain } from '../platform/watched.ts'
import { besideUs, type Said } from './beside-us.ts'
import { openApp } from './open.ts'

/** What the site is drawn of for one visit: its own database and clock. Whoever looks elsewhere says so. */
type Seen = Pick<App, 'db' | 'now'> & { elsewhere(): void }

/**
 * The site as a visitor meets it, in this process. Thousands of requests of our own would bury what the terminal says. From
 * `begin` on, it asks the database once for what several pages show.
 */
export async function siteToCopy(app: App): Promise<Site> {
  const { createSite } = await import('../web/site.tsx')
  const { keptAssets } = await import('../web/kept-assets.ts')
  const [assets, room] = [await keptAssets(), await app.space.look()]
  const visits = new AsyncLocalStorage<Seen>()
  const { host } = new URL(app.origin)
  let memory = remembering(app.db)
  let now = app.now
  const seenBy = (note: Gathering['note']): Seen => ({
    db: memory.askedBy(plain, note),
    now: () => now(),
    elsewhere: nothing,
  })
  let byNobody = seenBy(nothing)
  const seen = () => visits.getStore() ?? byNobody
  const frozen: App = {
    ...app,
    get db() {
      return seen().db
    },
    now: () => seen().now(),
    log: openLog('silent'),
    space: { ...app.space, look: async () => room },
    config: outside(app.config, () => seen().elsewhere()),
  }
  const site = createSite(frozen, assets, undefined, { isReadOnce: true })
  const ask: Site['ask'] = async (address, locale) =>
    site.request(app.origin + address, { headers: { 'Accept-Language': locale, Host: host } })
  return {
    ask,
    begin(at) {
      now = () => at
      memory = remembering(app.db)
      byNobody = seenBy(nothing)
    },
    visit({ note, now, spoil }) {
      const own = { ...seenBy(note), now: () => now, elsewhere: spoil }
      return (address, locale) => visits.run(own, () => ask(address, locale))
    },
    digestOf: (question) => memory.digestOf(question),
    state: hash('sha256', JSON.stringify([stateOfProgram(), room.level, app.isDemonstration, app.config])),
    script: assets.copyJs,
    ownScript: assets.js,
    beside: [],
    close: async () => undefined,
  }
}

const nothing = () => undefined

/** The settings, with word of who looks for what leads out of the database: to files, or to a store of pictures. */
const outside = (config: Config, told: () => void): Config => ({
  ...config,
  get dataDir() {
    told()
    return config.dataDir
  },
  get media() {
    told()
    return config.media
  },
})

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
