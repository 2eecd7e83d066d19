import type { Command as Program } from 'commander'
import type { Site } from '../features/copies/index.ts'
import type { App } from '../platform/app.ts'
import type { Config } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { type Beside, besideUs } from './beside-us.ts'
import { openApp } from './open.ts'

/** The site as a visitor meets it, in this process. Thousands of requests of our own would bury what the terminal says. */
export async function siteToCopy(app: App): Promise<Site> {
  const { createSite } = await import('../web/site.tsx')
  const { keptAssets } = await import('../web/kept-assets.ts')
  const assets = await keptAssets()
  const site = createSite({ ...app, log: openLog('silent') }, assets)
  return {
    ask: async (address, locale) =>
      site.request(app.origin + address, {
        headers: { 'Accept-Language': locale, Host: new URL(app.origin).host },
      }),
    script: assets.copyJs,
    close: async () => undefined,
  }
}

/** A site with fewer posts is copied before a second process is ready. */
const leastPosts = 150

/**
 * The same, with a process beside this one for each further core: to draw a page is what a copy costs, and each address is drawn
 * by the same process in all its languages, so that its text is turned into HTML once.
 */
export async function largeSiteToCopy(app: App): Promise<Site> {
  const site = await siteToCopy(app)
  const { count } = await app.db
    .selectFrom('post')
    .where('publishAt', 'is not', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) < leastPosts) return site
  const others = besideUs('answer-pages')
  const close = async () => {
    for (const { stop } of others) stop()
  }
  return { ...site, ask: shared(site.ask, others), close }
}

/** We read what all of them draw, and so draw half as much. */
function shared(ask: Site['ask'], others: readonly Beside[]): Site['ask'] {
  const shares = 2 * others.length + 1
  return (address, locale) => {
    const share = sumOf(address) % shares
    const other = others[Math.floor(share / 2)]
    return other === undefined ? ask(address, locale) : answered(other, { address, locale })
  }
}

const sumOf = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)

type Asked = { address: string; locale: string }
type Drawn = { status: number; headers: [string, string][]; body: Uint8Array<ArrayBuffer> }

async function answered(other: Beside, asked: Asked): Promise<Response> {
  const { status, headers, body } = (await other.ask(asked)) as Drawn
  return new Response(body, { status, headers })
}

/** The other side of it: answers whoever started it until they are gone. */
export function addAnswering(program: Program, configOf: () => Config): void {
  program
    .command('answer-pages', { hidden: true })
    .description(
      'Draws pages for `archive publish`, which starts it where a site is large; nothing for people.',
    )
    .action(async () => {
      const { app, close } = await openApp(configOf(), 'either')
      const { ask } = await siteToCopy(app)
      process.on('message', async ({ id, asked }: { id: number; asked: Asked }) => {
        const answer = await ask(asked.address, asked.locale)
        const body = new Uint8Array(await answer.arrayBuffer())
        const drawn: Drawn = { status: answer.status, headers: [...answer.headers], body }
        process.send?.({ id, drawn })
      })
      const { promise, resolve } = Promise.withResolvers<void>()
      process.once('disconnect', resolve)
      await promise
      await close()
    })
}
