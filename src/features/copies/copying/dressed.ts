import { text as escaped } from '../../../platform/xml.ts'
import type { Attributes, Part } from './reading.ts'

/** What a page of a copy says at its seams, as finished HTML. */
export type Seams = Record<'head' | 'notice' | 'languages' | 'end', string>

/** Where a link leads in the copy; unchanged where it leads elsewhere, null where nothing stands there. */
export type Resolve = (link: string) => string | null

/** A page as it stands in a copy. */
export function dressed(parts: readonly Part[], seams: Seams, resolve: Resolve): string {
  return parts.map((part) => dressedPart(part, seams, resolve)).join('')
}

function dressedPart(part: Part, seams: Seams, resolve: Resolve): string {
  if (typeof part === 'string') return part
  if (part.kind === 'tag') return tag(part, resolve)
  if (part.kind === 'entry')
    return part.parts.some((one) => isDead(one, resolve)) ? '' : dressed(part.parts, seams, resolve)
  if (part.kind === 'link') return link(part, seams, resolve)
  return seams[part.kind]
}

const isDead = (part: Part, resolve: Resolve): boolean => {
  if (typeof part === 'string' || part.kind !== 'link') return false
  const [first] = part.parts
  if (typeof first !== 'object' || first.kind !== 'tag') return false
  return first.attributes.href !== undefined && resolve(first.attributes.href) === null
}

/** What a dead link says stays where it is read; a button, or an entry of the frame, would promise something. */
function link(part: Extract<Part, { kind: 'link' | 'entry' }>, seams: Seams, resolve: Resolve): string {
  if (!isDead(part, resolve)) return dressed(part.parts, seams, resolve)
  const [first, ...rest] = part.parts
  const {
    href: _,
    rel: __,
    ...kept
  } = typeof first === 'object' && first.kind === 'tag' ? first.attributes : {}
  if (part.inFrame || /\bbutton\b/.test(kept.class ?? '')) return ''
  const inside = dressed(rest, seams, resolve).replace(/<\/a>$/, '')
  return `${opening('span', kept)}${inside}</span>`
}

function tag({ name, attributes, isClosed }: Extract<Part, { kind: 'tag' }>, resolve: Resolve): string {
  // What a page says of itself and of its translations is true of the living site.
  const isAbout = name === 'link' && /^https?:/.test(attributes.href ?? '')
  if (isAbout) return opening(name, attributes, isClosed)
  const said: Attributes = { ...attributes }
  for (const key of ['href', 'src', 'action'] as const) {
    const link = attributes[key]
    if (link === undefined) continue
    const way = resolve(link)
    if (way === null && name === 'link') return ''
    if (way === null) delete said[key]
    else said[key] = way
  }
  if (attributes.srcset !== undefined) said.srcset = srcset(attributes.srcset, resolve)
  return opening(name, said, isClosed)
}

const srcset = (set: string, resolve: Resolve): string =>
  set
    .split(',')
    .map((one) => {
      const [address = '', ...size] = one.trim().split(/\s+/)
      return [resolve(address) ?? address, ...size].join(' ')
    })
    .join(', ')

const opening = (name: string, attributes: Attributes, isClosed = false): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}${isClosed ? '/' : ''}>`
