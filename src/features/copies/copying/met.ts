import { searchPath } from '../../archive/index.ts'
import { type Part, readPage } from './reading.ts'

/** Answers as the site does to a visitor who reads in one language. */
export type Ask = (address: string, locale: string) => Promise<Response>

/** What one must know of a site to read it. */
export type Begin = {
  origin: string
  /** The network's own language first. */
  locales: readonly string[]
  /** Addresses of pages that are copied although nobody may keep them; and of what was taken back, which is said there. */
  always: readonly string[]
  gone: readonly string[]
  /** Whether the picture that stands for a page where a link to it is shared is one of its links. */
  withCards: boolean
}

/**
 * What stands at an address. `page`: with the addresses of the site to which it leads, and what it says in the network's own
 * language, for the search. `file`: a picture, a style, a feed; without its bytes where those are as they were. `way`: it leads
 * on. `closed`: nothing public.
 */
type Stands =
  | { kind: 'page'; links: string[]; text: string }
  | { kind: 'file'; bytes: Uint8Array | null }
  | { kind: 'way'; to: string | null }
  | { kind: 'closed' }

/** What was met at an address of the site, a path with its query, in one language. */
export type Met = { address: string; locale: string; stands: Stands }

/** Keeps a page until it is known which of its links lead anywhere. */
export type Keep = (address: string, locale: string, parts: readonly Part[]) => void

/**
 * Asks for an address in each language in which there is a page, one after the other: a post is turned into HTML once for all of
 * them.
 *
 * @throws Error where the site fails
 */
export async function meet(ask: Ask, address: string, begin: Begin, keep: Keep): Promise<Met[]> {
  const met: Met[] = []
  const leadingTo = addressesFrom(address, begin.origin)
  for (const locale of begin.locales) {
    const answer = await ask(address, locale)
    const stands = await standsIn(answer, { address, locale, begin, keep, leadingTo })
    met.push({ address, locale, stands })
    if (!isHtml(answer) || answer.status === 404) break
    if (answer.ok && !isPublic(answer) && !begin.always.includes(address)) break
  }
  return met
}

/** The same, and then the files of that page's own, such as its references, while what they are made of is at hand. */
export async function meetWithFiles(ask: Ask, address: string, begin: Begin, keep: Keep): Promise<Met[]> {
  const met = await meet(ask, address, begin, keep)
  const links = met.flatMap(({ stands }) => (stands.kind === 'page' ? stands.links : []))
  for (const file of new Set(links.filter((link) => isFileOf(address, link))))
    met.push(...(await meet(ask, file, begin, keep)))
  return met
}

const isFileOf = (address: string, link: string): boolean =>
  address !== '/' && link.startsWith(`${address}/`) && /^\/[^/?]+\.\w+$/.test(link.slice(address.length))

const isHtml = ({ headers }: Response) => (headers.get('Content-Type') ?? '').startsWith('text/html')

export const isPublic = ({ headers }: Response) => /\bpublic\b/.test(headers.get('Cache-Control') ?? '')

type LeadingTo = (links: readonly string[]) => string[]

/** A page leads in each language to the same addresses, which are told and held once: there are a million of them. */
function addressesFrom(from: string, origin: string): LeadingTo {
  let before: readonly string[] = []
  let addresses: string[] = []
  return (links) => {
    if (links.length !== before.length || links.some((link, at) => link !== before[at]))
      addresses = [...new Set(links.flatMap((link) => addressOf(link, from, origin) ?? []))]
    before = links
    return addresses
  }
}

type Asked = { address: string; locale: string; begin: Begin; keep: Keep; leadingTo: LeadingTo }

async function standsIn(
  answer: Response,
  { address, locale, begin, keep, leadingTo }: Asked,
): Promise<Stands> {
  const { status, headers, ok } = answer
  const { origin, locales, always, gone, withCards } = begin
  if (status >= 500) throw new Error(`${new URL(address, origin).pathname} answered ${status}`)
  if (status >= 300 && status < 400)
    return { kind: 'way', to: addressOf(headers.get('Location') ?? '', address, origin) }
  const isTold = ok ? isPublic(answer) || always.includes(address) : status === 410 && gone.includes(address)
  if (!isTold) return { kind: 'closed' }
  if (!isHtml(answer)) return { kind: 'file', bytes: new Uint8Array(await answer.arrayBuffer()) }
  const { parts, text, links } = readPage(await answer.text(), { origin, searchPath, withCards })
  keep(address, locale, parts)
  return { kind: 'page', links: leadingTo(links), text: locale === locales[0] ? text() : '' }
}

/**
 * An address of the site that a link leads to, without what stands behind `#`; null for one of elsewhere, and for a search,
 * which nobody answers in a copy.
 */
export function addressOf(link: string, from: string, origin: string): string | null {
  const [plain = ''] = link.split('#', 1)
  if (isPlain.test(plain)) return isSearch(plain) ? null : plain
  const url = URL.parse(link, origin + from)
  if (url === null || url.origin !== origin) return null
  const address = url.pathname + url.search
  return isSearch(address) ? null : address
}

/** Nearly all links say their address as it is. */
const isPlain = /^\/(?![/.])(?:[\w\-~%]|\.(?!\.?(?:\/|$))|\/(?!\/|\.))*(?:\?[\w\-=&%.]+)?$/

const isSearch = (address: string) => address.startsWith(`${searchPath}?`)
