import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { searchPath } from '../../archive/index.ts'
import { postPath } from '../../posts/index.ts'
import { openNames } from '../names.ts'
import { postsToFind, type ToFind, withdrawnAddresses } from '../queries.ts'
import type { Copy, Site } from './copy.ts'
import { type Folder, listName, type Ours, openFolder, type Written } from './folder.ts'
import { findable, indexPlace, indexScript } from './found.ts'
import { type CopyHand, handBeside, ownHand } from './hands.ts'
import { keepRun, takeLastRun } from './last-run.ts'
import { leadOn } from './old.ts'
import type { Plan } from './plan.ts'
import { seeds } from './seeds.ts'
import { drawMoved, type Visits, visitsBy } from './visits.ts'
import { pageKey, type Walked, walk } from './walk.ts'

export type Published = Written & { pages: number; posts: number; oldAddresses: number }

/**
 * Writes a copy of all that a visitor can read into a folder, or brings the copy that is there up to date.
 *
 * @param withCards whether the pictures come along that stand for pages where links to them are shared
 * @throws Conflict `folder-not-ours`, `folder-in-use`
 * @source docs/decisions/0084-a-copy-is-what-a-visitor-reads.md
 */
export async function publish(app: App, site: Site, path: string, withCards = false): Promise<Published> {
  const ours = { origin: app.origin, holds: 'copy', refusal: 'folder-not-ours' } as const
  const folder = await openFolder(path, ours)
  const hands: CopyHand[] = []
  try {
    return await publishInto(app, site, { folder, ours, hands, withCards })
  } finally {
    for (const { close } of hands) close()
    await folder.close()
  }
}

type Into = { folder: Folder; ours: Ours; hands: CopyHand[]; withCards: boolean }

async function publishInto(
  app: App,
  site: Site,
  { folder, ours, hands, withCards }: Into,
): Promise<Published> {
  const at = app.now()
  const { locales } = await networkIn(app)
  const [known, gone] = await Promise.all([postsToFind(app.db, at), withdrawnAddresses(app.db)])
  const begin = { origin: app.origin, locales, always: [searchPath], gone, withCards }
  const state = JSON.stringify([site.state, { ...begin, gone: [] }])
  const run = { dataDir: app.config.dataDir, path: folder.path, state, gone }
  const last = await takeLastRun(run)
  const { statements } = last
  site.begin(at)
  hands.push(ownHand(site, folder, { begin, at, statements }))
  for (const [number, beside] of site.beside.entries())
    hands.push(handBeside(beside, folder, { begin, at, statements, ours, name: `${number}` }))
  const visits: Visits = { all: new Map(), same: new Set() }
  const walked = await walk(
    {
      hands: hands.map((hand) => ({ atOnce: hand.atOnce, meet: visitsBy(visits, hand, last) })),
      names: openNames([listName('copy'), '_redirects', 'nginx.map']),
      ours: locales[0],
      put: folder.put,
    },
    [...seeds, site.script, ...known.map(({ slug }) => postPath(slug)), searchPath, ...gone],
  )
  await drawMoved(visits, { folder, hands, last, walked })
  const { places, files, ways } = walked
  const posts = postsIn(known, walked, locales[0])
  const copy: Copy = { app, site, folder, walked, locales, posts }
  const plan: Plan = {
    ...{ places, files, ways, locales, origin: app.origin, script: site.script },
    ...{ today: dayIn(at), indexes: [...posts.keys()] },
  }
  await writeAll(copy, hands, plan)
  const oldAddresses = await leadOn(copy)
  const written = await folder.finish()
  await keepRun(run, { visits: visits.all, statements, found: walked })
  return { ...written, pages: walked.pages.length, posts: [...posts.values()].flat().length, oldAddresses }
}

/** The index of the search after our own pages, while others are still at theirs. */
async function writeAll({ folder, posts }: Copy, hands: readonly CopyHand[], plan: Plan): Promise<void> {
  const [own, ...others] = hands.map(({ write }) => write(plan))
  const ours = async () => {
    await own
    for (const [locale, list] of posts) await folder.putPieces(indexPlace(locale), indexScript(locale, list))
  }
  await Promise.all([ours(), ...others])
}

/** What the search finds, by language, each with what its page says in the network's own. */
function postsIn(known: readonly ToFind[], { pages }: Walked, ours: string): Copy['posts'] {
  const texts = new Map(
    pages.map(({ address, locale, place, text }) => [pageKey(locale, address), { place, text }]),
  )
  const found = known.flatMap((post) => {
    const page = texts.get(pageKey(ours, postPath(post.slug)))
    return page ? [{ locale: post.locale, one: findable(post, page.place, page.text) }] : []
  })
  const grouped = Map.groupBy(found, ({ locale }) => locale)
  return new Map([...grouped].map(([locale, list]) => [locale, list.map(({ one }) => one)]))
}
