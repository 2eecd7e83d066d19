import { setImmediate } from 'node:timers/promises'
import { searchPath } from '../../archive/index.ts'
import { foundBelow, headOf, languagesOf, noticeOf } from '../pages.tsx'
import { linkFrom } from '../place.ts'
import { dressed, type Resolve } from './dressed.ts'
import type { Keep } from './met.ts'
import type { Part } from './reading.ts'
import type { Share } from './share.ts'
import { openSpool } from './spool.ts'
import { pageKey, type Walked } from './walk.ts'
import { resolversOf } from './ways.ts'

/** What is known once all has been met, and what each page says of it. */
export type Plan = Pick<Walked, 'places' | 'files' | 'ways'> & {
  origin: string
  /** The network's own language first. */
  locales: readonly string[]
  /** `YYYY-MM-DD`. */
  today: string
  /** The address of the script that a copy's pages run. */
  script: string
  /** Languages in which there are posts. */
  indexes: readonly string[]
}

/** Pages that were met: kept aside, and written once it is known which of their links lead anywhere. */
export type KeptPages = {
  keep: Keep
  write(plan: Plan, share: Share): Promise<void>
  close(): void
}

/** So many pages are written before anything else has its turn. */
const mostAtOnce = 20

type Page = { address: string; locale: string; place: string }

/** @param path of a file that may go once all is done */
export function keepPages(path: string): KeptPages {
  const spool = openSpool(path)
  const kept: { address: string; locale: string; at: number }[] = []
  return {
    keep(address, locale, parts) {
      kept.push({ address, locale, at: spool.keep(JSON.stringify(parts)) })
    },
    async write(plan, share) {
      const resolverOf = resolversOf(plan)
      for (const [number, { address, locale, at }] of kept.entries()) {
        // Others wait for what we are just sending them.
        if (number % mostAtOnce === 0) await setImmediate()
        const place = plan.places.get(pageKey(locale, address))
        if (place === undefined) continue
        const parts: Part[] = JSON.parse(spool.read(at))
        const page = { address, locale, place }
        share.putPage(place, plan.today, written(page, parts, plan, resolverOf(page)))
      }
    },
    close: spool.close,
  }
}

/** Stands where the notice comes, which names a day: no page of ours holds a NUL. */
const hole = '\u0000notice\u0000'

/** @returns what a page says, naming any day */
function written(page: Page, parts: readonly Part[], plan: Plan, resolve: Resolve): (day: string) => string {
  const { address, locale } = page
  const seams = {
    head: headOf(runs(address) ? resolve(plan.script) : null),
    languages: languagesOf(locale, languagesAt(plan, page)),
    end: address === searchPath ? below(plan, page) : '',
    notice: hole,
  }
  const html = dressed(parts, seams, resolve)
  return (day) => html.replace(hole, () => noticeOf(locale, day, plan.origin))
}

const runs = (address: string) => address === searchPath || address === '/'

function languagesAt({ locales, places }: Plan, { address, locale, place }: Page) {
  return locales.flatMap((one) => {
    const there = places.get(pageKey(one, address)) ?? places.get(pageKey(one, '/'))
    return there === undefined
      ? []
      : [{ locale: one, href: linkFrom(place, there), isCurrent: one === locale }]
  })
}

function below({ locales, places, indexes }: Plan, { locale, place }: Page): string {
  const root = '../'.repeat(place.split('/').length - 1)
  const home = locale === locales[0] ? root : `${root}${locale}/`
  const years = [...places]
    .flatMap(([key, there]) => {
      const [, of, year] = /^(\S+) \/years\/(\d+)$/.exec(key) ?? []
      return year !== undefined && of === locale ? [{ year, href: linkFrom(place, there) }] : []
    })
    .toSorted((one, other) => Number(other.year) - Number(one.year))
  const ownFirst = indexes.toSorted((one, other) => Number(other === locale) - Number(one === locale))
  return foundBelow(locale, { root, home, indexes: ownFirst, years })
}
