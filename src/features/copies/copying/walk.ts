import type { Names } from '../names.ts'
import type { Met } from './met.ts'

/** One of those who read a site for a copy. */
export type Hand = {
  /** So many addresses wait for it at most: it goes on with the next while others take in what it met. */
  atOnce: number
  meet(address: string): Promise<Met[]>
}

type CopiedPage = { address: string; locale: string; place: string; text: string }

/** What was found at the addresses of a site, each a path with its query. */
export type Walked = {
  pages: CopiedPage[]
  /** Where each page stands, by language and address. */
  places: Map<string, string>
  /** Where each file stands, by address: pictures, styles, feeds. */
  files: Map<string, string>
  /** Addresses that lead on to another one. */
  ways: Map<string, string>
}

type Walk = Walked & {
  hands: readonly Hand[]
  names: Names
  /** The network's own language. */
  ours: string
  put(place: string, bytes: Uint8Array): Promise<void>
  seen: Set<string>
  due: string[]
}

export const pageKey = (locale: string, address: string) => `${locale} ${address}`

/** Where it stands in the copy; undefined for what has no place there. */
export function placeIn(
  { places, files }: Pick<Walked, 'places' | 'files'>,
  { address, locale, stands }: Met,
): string | undefined {
  if (stands.kind === 'file') return files.get(address)
  return stands.kind === 'page' ? places.get(pageKey(locale, address)) : undefined
}

/** So many answers are held at once that wait for one before them. */
const mostHeld = 60

/**
 * Reads a site as a visitor does who follows each link, in each of its languages. What the site does not send as public,
 * forms for instance, is not there.
 *
 * @param begin addresses from which to begin
 */
export async function walk(
  wish: Pick<Walk, 'hands' | 'names' | 'ours' | 'put'>,
  begin: Iterable<string>,
): Promise<Walked> {
  const seen = new Set(begin)
  const found = { pages: [], places: new Map(), files: new Map(), ways: new Map() }
  const one: Walk = { ...wish, ...found, seen, due: [...seen] }
  const answered = inTurn(one)
  // One after the other, in the order of their links: the same site is named alike each time.
  for (let all = await answered(); all !== null; all = await answered()) {
    const [asked] = all
    const others = new Set(all.map(({ address }) => address).filter((address) => address !== asked?.address))
    // What is due by itself is met there.
    const elsewhere = others.intersection(seen)
    for (const other of others) seen.add(other)
    for (const met of all) if (!elsewhere.has(met.address)) await take(one, met)
  }
  return one
}

/** Gives each address that is due to the hand that has least to do, and returns what was met in the order in which they are due. */
function inTurn({ hands, due }: Walk): () => Promise<Met[] | null> {
  const free = hands.map((hand) => ({ hand, room: hand.atOnce }))
  const asked: Promise<Met[]>[] = []
  let next = 0
  const more = () => {
    while (next < due.length && asked.length < mostHeld) {
      const [one] = free.toSorted((a, b) => b.room - a.room)
      if (one === undefined || one.room === 0) return
      one.room -= 1
      const met = one.hand.meet(due[next] ?? '').finally(() => {
        one.room += 1
        more()
      })
      // One that fails before its turn is told of when its turn comes.
      met.catch(() => undefined)
      asked.push(met)
      next += 1
    }
  }
  return async () => {
    more()
    const met = await asked.shift()
    return met ?? null
  }
}

async function take({ seen, due, ...one }: Walk, { address, locale, stands }: Met): Promise<void> {
  const add = (link: string) => {
    if (seen.has(link)) return
    seen.add(link)
    due.push(link)
  }
  if (stands.kind === 'way' && stands.to !== null) {
    one.ways.set(address, stands.to)
    add(stands.to)
  }
  if (stands.kind === 'file') {
    const place = one.names(address, null, false)
    one.files.set(address, place)
    if (stands.bytes !== null) await one.put(place, stands.bytes)
  }
  if (stands.kind === 'page') {
    const place = one.names(address, locale === one.ours ? null : locale, true)
    one.places.set(pageKey(locale, address), place)
    one.pages.push({ address, locale, place, text: stands.text })
    for (const link of stands.links) add(link)
  }
}
