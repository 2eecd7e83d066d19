import { searchPath } from '../../archive/index.ts'
import type { Names } from '../names.ts'
import { type Part, readPage } from './reading.ts'
import type { Spool } from './spool.ts'

/** Answers as the site does to a visitor who reads in one language. */
export type Ask = (address: string, locale: string) => Promise<Response>

export type CopiedPage = { address: string; locale: string; place: string; at: number; text: string }

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
  ask: Ask
  origin: string
  names: Names
  spool: Spool
  /** The network's own language first. */
  locales: readonly string[]
  put(place: string, bytes: Uint8Array): Promise<void>
  seen: Set<string>
  /** Nothing public stands there. */
  closed: Set<string>
}

export const pageKey = (locale: string, address: string) => `${locale} ${address}`

/** How many answers are waited for at once: others make some while we read one. */
const atOnce = 12

/** Addresses from which to begin; of pages that are copied although nobody may keep them; and of what was taken back, which is said there. */
type Begin = { seeds: readonly string[]; always: readonly string[]; gone: readonly string[] }

/**
 * Reads a site as a visitor does who follows each link, in each of its languages. What the site does not send as public,
 * forms for instance, is not there. The text of pages is kept aside: which of their links lead anywhere is known at the end.
 */
export async function walk(
  wish: Omit<Walk, keyof Walked | 'seen' | 'closed'>,
  begin: Begin,
): Promise<Walked> {
  const one: Walk = {
    ...wish,
    ...{ pages: [], places: new Map(), files: new Map(), ways: new Map() },
    ...{ seen: new Set(), closed: new Set() },
  }
  await walkAll(one, begin)
  return one
}

/** What one address answers, in each language in which there is a page. */
type Answers = { address: string; answers: { locale: string; answer: Response }[] }

async function walkAll(one: Walk, begin: Begin): Promise<void> {
  const due: string[] = []
  const add = (address: string) => {
    if (one.seen.has(address)) return
    one.seen.add(address)
    due.push(address)
  }
  for (const address of [...begin.seeds, ...begin.always, ...begin.gone]) add(address)
  let next = 0
  const asked: Promise<Answers>[] = []
  const more = () => {
    while (asked.length < atOnce && next < due.length) {
      const answers = askAll(one, due[next] ?? '', begin)
      // One that fails before its turn is told of when its turn comes.
      answers.catch(() => undefined)
      asked.push(answers)
      next += 1
    }
  }
  // One after the other, in the order of their links: the same site is named alike each time.
  for (more(); asked.length > 0; more()) {
    const { address, answers } = (await asked.shift()) ?? { address: '', answers: [] }
    for (const { locale, answer } of answers)
      for (const link of await take(one, locale, [address, answer], begin)) add(link)
  }
}

/** A post is turned into HTML once for all languages if they are asked for one after the other. */
async function askAll({ ask, locales }: Walk, address: string, { always }: Begin): Promise<Answers> {
  const answers: Answers['answers'] = []
  for (const locale of locales) {
    const answer = await ask(address, locale)
    answers.push({ locale, answer })
    if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html') || answer.status === 404) break
    if (answer.ok && !isPublic(answer) && !always.includes(address)) break
  }
  return { address, answers }
}

export const isPublic = (answer: Response) => /\bpublic\b/.test(answer.headers.get('Cache-Control') ?? '')

/** @returns where one may go from there */
async function take(
  one: Walk,
  locale: string,
  [address, answer]: [string, Response],
  { always, gone }: Begin,
): Promise<string[]> {
  if (answer.status >= 500)
    throw new Error(`${new URL(address, one.origin).pathname} answered ${answer.status}`)
  if (answer.status >= 300 && answer.status < 400) {
    const target = addressOf(answer.headers.get('Location') ?? '', address, one.origin)
    if (target === null) return []
    one.ways.set(address, target)
    return [target]
  }
  const isTold = answer.ok
    ? isPublic(answer) || always.includes(address)
    : answer.status === 410 && gone.includes(address)
  if (!isTold) {
    one.closed.add(address)
    return []
  }
  const isPage = (answer.headers.get('Content-Type') ?? '').startsWith('text/html')
  return isPage ? keepPage(one, locale, address, await answer.text()) : keepFile(one, address, answer)
}

async function keepFile(one: Walk, address: string, answer: Response): Promise<string[]> {
  const place = one.names(address, null, false)
  one.files.set(address, place)
  await one.put(place, new Uint8Array(await answer.arrayBuffer()))
  return []
}

async function keepPage(one: Walk, locale: string, address: string, html: string): Promise<string[]> {
  const { parts, text, links } = readPage(html, searchPath)
  const place = one.names(address, locale === one.locales[0] ? null : locale, true)
  one.places.set(pageKey(locale, address), place)
  one.pages.push({
    address,
    locale,
    place,
    at: one.spool.keep(JSON.stringify(parts)),
    text: locale === one.locales[0] ? text : '',
  })
  return links.flatMap((link) => addressOf(link, address, one.origin) ?? [])
}

/**
 * An address of the site that a link leads to, without what stands behind `#`; null for one of elsewhere, and for a search,
 * which nobody answers in a copy.
 */
export function addressOf(link: string, from: string, origin: string): string | null {
  if (!URL.canParse(link, origin + from)) return null
  const url = new URL(link, origin + from)
  if (url.origin !== origin) return null
  if (url.pathname === searchPath && url.search !== '') return null
  return url.pathname + url.search
}

/** The pieces of a page that was kept. */
export const partsOf = (kept: string): Part[] => JSON.parse(kept)
