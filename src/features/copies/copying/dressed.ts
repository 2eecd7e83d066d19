import { text } from '../../../platform/xml.ts'
import type { Part } from './reading.ts'
import { type Attributes, attributesIn } from './tags.ts'

/** What a page of a copy says at its seams, as finished HTML. */
export type Seams = Record<'head' | 'notice' | 'languages' | 'end', string>

/** Where a link leads in the copy; unchanged where it leads elsewhere, null where nothing stands there. */
export type Resolve = (link: string) => string | null

/** A page as it stands in a copy. */
export function dressed(parts: readonly Part[], seams: Seams, resolve: Resolve): string {
  let html = ''
  for (const part of parts) html += typeof part === 'string' ? part : dressedPart(part, seams, resolve)
  return html
}

function dressedPart(part: Exclude<Part, string>, seams: Seams, resolve: Resolve): string {
  if (part.kind === 'tag') return tag(part, resolve)
  if (part.kind === 'entry')
    return part.parts.some((one) => isDead(one, resolve)) ? '' : dressed(part.parts, seams, resolve)
  if (part.kind === 'link') return link(part, seams, resolve)
  return seams[part.kind]
}

const isDead = (part: Part, resolve: Resolve): boolean =>
  typeof part !== 'string' && part.kind === 'link' && resolve(part.to) === null

/** What a dead link says stays where it is read; a button, or an entry of the frame, would promise something. */
function link(part: Extract<Part, { kind: 'link' }>, seams: Seams, resolve: Resolve): string {
  const [before, after] = part.tag
  const way = resolve(part.to)
  if (way !== null) return `${before}${escaped(way)}${after}${dressed(part.parts, seams, resolve)}</a>`
  const { href: _, rel: __, ...kept } = attributesIn(before.slice('<a'.length) + after.slice(0, -1))
  if (part.inFrame || /\bbutton\b/.test(kept.class ?? '')) return ''
  return `${opening('span', kept)}${dressed(part.parts, seams, resolve)}</span>`
}

function tag({ name, attributes, isClosed }: Extract<Part, { kind: 'tag' }>, resolve: Resolve): string {
  const said: Attributes = { ...attributes }
  for (const key of ['href', 'src', 'action'] as const) {
    const address = attributes[key]
    if (address === undefined) continue
    const way = resolve(address)
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

/** Nearly all ways are plain. */
const escaped = (value: string) => (/[^\w\-./#]/.test(value) ? text(value) : value)
