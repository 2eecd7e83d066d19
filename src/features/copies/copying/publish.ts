import { join } from 'node:path'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { searchPath } from '../../archive/index.ts'
import { postPath } from '../../posts/index.ts'
import { openNames } from '../names.ts'
import { foundBelow, headOf, languagesOf, noticeOf } from '../pages.tsx'
import { linkFrom } from '../place.ts'
import { postsToFind, withdrawnAddresses } from '../queries.ts'
import type { Copy, Site } from './copy.ts'
import { dressed } from './dressed.ts'
import { type Folder, listName, openFolder, type Written } from './folder.ts'
import { findable, indexPlace, indexScript } from './found.ts'
import { leadOn } from './old.ts'
import { seeds } from './seeds.ts'
import { openSpool, type Spool } from './spool.ts'
import { type CopiedPage, pageKey, partsOf, walk } from './walk.ts'
import { resolverOf } from './ways.ts'

export type Published = Written & { pages: number; posts: number; oldAddresses: number }

/**
 * Writes a copy of all that a visitor can read into a folder, or brings the copy that is there up to date.
 *
 * @throws Conflict `folder-not-ours`, `folder-in-use`
 * @source docs/decisions/0084-a-copy-is-what-a-visitor-reads.md
 */
export async function publish(app: App, site: Site, path: string): Promise<Published> {
  const ours = { origin: app.origin, holds: 'copy', refusal: 'folder-not-ours' } as const
  const folder = await openFolder(path, ours)
  try {
    return await publishInto(app, site, folder)
  } finally {
    await folder.close()
  }
}

async function publishInto(app: App, site: Site, folder: Folder): Promise<Published> {
  const spool = openSpool(join(folder.aside, 'pages'))
  try {
    const copy = await begun(app, site, folder, spool)
    await writePages(copy)
    for (const [locale, posts] of copy.posts)
      await folder.put(indexPlace(locale), Buffer.from(indexScript(locale, posts)))
    const oldAddresses = await leadOn(copy)
    const written = await folder.finish()
    const posts = [...copy.posts.values()].flat().length
    return { ...written, pages: copy.walked.pages.length, posts, oldAddresses }
  } finally {
    spool.close()
  }
}

async function begun(app: App, site: Site, folder: Folder, spool: Spool): Promise<Copy> {
  const { locales } = await networkIn(app)
  const known = await postsToFind(app.db, app.now())
  const withdrawn = await withdrawnAddresses(app.db)
  const names = openNames([listName('copy'), '_redirects', 'nginx.map'])
  const walked = await walk(
    { ask: site.ask, origin: app.origin, names, spool, locales, put: folder.put },
    {
      seeds: [...seeds, site.script, ...known.map(({ slug }) => postPath(slug))],
      always: [searchPath],
      gone: withdrawn,
    },
  )
  const texts = new Map(
    walked.pages.map(({ address, locale, place, text }) => [pageKey(locale, address), { place, text }]),
  )
  const found = known.flatMap((post) => {
    const page = texts.get(pageKey(locales[0], postPath(post.slug)))
    return page ? [{ locale: post.locale, one: findable(post, page.place, page.text) }] : []
  })
  const grouped = Map.groupBy(found, ({ locale }) => locale)
  const posts = new Map([...grouped].map(([locale, list]) => [locale, list.map(({ one }) => one)]))
  return { app, site, folder, walked, spool, locales, today: dayIn(app.now()), posts }
}

async function writePages(copy: Copy): Promise<void> {
  for (const page of copy.walked.pages) {
    const parts = partsOf(copy.spool.read(page.at))
    const resolve = resolverOf(copy, page)
    const seams = {
      head: headOf(runs(page) ? resolve(copy.site.script) : null),
      languages: languagesOf(page.locale, languagesAt(copy, page)),
      end: page.address === searchPath ? below(copy, page) : '',
    }
    const html = dressed(parts, { ...seams, notice: hole }, resolve)
    await copy.folder.putPage(page.place, copy.today, (day) =>
      html.replace(hole, () => noticeOf(page.locale, day, copy.app.origin)),
    )
  }
}

/** Stands where the notice comes, which names a day: no page of ours holds a NUL. */
const hole = '\u0000notice\u0000'

const runs = ({ address }: CopiedPage) => address === searchPath || address === '/'

function languagesAt({ locales, walked }: Copy, { address, locale, place }: CopiedPage) {
  return locales.flatMap((one) => {
    const there = walked.places.get(pageKey(one, address)) ?? walked.places.get(pageKey(one, '/'))
    return there === undefined
      ? []
      : [{ locale: one, href: linkFrom(place, there), isCurrent: one === locale }]
  })
}

function below({ locales, walked, posts }: Copy, { locale, place }: CopiedPage): string {
  const root = '../'.repeat(place.split('/').length - 1)
  const home = locale === locales[0] ? root : `${root}${locale}/`
  const years = [...walked.places]
    .flatMap(([key, there]) => {
      const [, of, year] = /^(\S+) \/years\/(\d+)$/.exec(key) ?? []
      return year !== undefined && of === locale ? [{ year, href: linkFrom(place, there) }] : []
    })
    .toSorted((one, other) => Number(other.year) - Number(one.year))
  const indexes = [...posts.keys()].toSorted(
    (one, other) => Number(other === locale) - Number(one === locale),
  )
  return foundBelow(locale, { root, home, indexes, years })
}
