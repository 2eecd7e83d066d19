import { posix } from 'node:path'
import { readMarkdown } from '../../../platform/markdown.ts'
import { cleanText } from '../../../platform/typed-text.ts'
import { type OutPicture, type Pictures, pictureFile } from '../export.ts'

type Node = ReturnType<typeof readMarkdown> | ReturnType<typeof readMarkdown>['children'][number]

/** Where a text stands, and what it may lead to: files by the addresses of what is in them. */
type Around = { from: string; files: ReadonlyMap<string, string>; pictures: Pictures; origin: string }

/**
 * A text with its links and pictures as they stand in a folder: relative to files that are there, absolute to all else of the
 * site. Nothing else in it changes.
 */
export function relinked(markdown: string, around: Around): string {
  const text = cleanText(markdown)
  const edits = editsIn(readMarkdown(text), text, around).toSorted((a, b) => b.from - a.from)
  return edits.reduce((said, { from, to, by }) => said.slice(0, from) + by + said.slice(to), text)
}

type Edit = { from: number; to: number; by: string }

function editsIn(node: Node, text: string, around: Around): Edit[] {
  const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  const source = text.slice(from, to)
  if (node.type === 'image') return edited({ from, to, by: imageAt(node, around) })
  const own =
    node.type === 'link' || node.type === 'definition'
      ? edited(addressIn({ from, source, url: node.url }, around))
      : []
  const within = 'children' in node ? node.children.flatMap((child) => editsIn(child, text, around)) : []
  return [...own, ...within]
}

const edited = (edit: { from: number; to: number; by: string | null } | null): Edit[] =>
  edit === null || edit.by === null ? [] : [{ ...edit, by: edit.by }]

/** An address as it stands in the source of a link, behind its words; one that is written in signs stays. */
function addressIn({ from, source, url }: { from: number; source: string; url: string }, around: Around) {
  const by = leadsTo(url, around)
  const at = source.lastIndexOf(url)
  return by === null || at < 1 || !/[(<:\s]/.test(source.charAt(at - 1))
    ? null
    : { from: from + at, to: from + at + url.length, by }
}

/** @returns null for what stays as it is */
function leadsTo(url: string, { from, files, pictures, origin }: Around): string | null {
  const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
  if (!/^\/(?!\/)/.test(path)) return null
  const [, address = path, rest = ''] = /^([^?#]*)(.*)$/.exec(path) ?? []
  const picture = pictures.get(address.replace('/media/', ''))
  const file = picture ? pictureFile(picture) : files.get(address)
  return file === undefined ? origin + path : beside(from, file) + rest
}

const beside = (from: string, to: string) => posix.relative(posix.dirname(from), to)

/** A picture with its words: whoever reads the file alone has no library to look them up. */
function imageAt(
  { url, alt, title }: { url: string; alt?: string | null; title?: string | null },
  { from, pictures, origin }: Around,
): string | null {
  const found = pictures.get(url.replace(/^\/media\//, ''))
  if (found) return image(beside(from, pictureFile(found)), alt || found.alt, title || found.caption)
  return url.startsWith('/') ? image(origin + url, alt ?? '', title ?? '') : null
}

function image(address: string, alt: OutPicture['alt'], caption: OutPicture['caption']): string {
  const words = oneLine(alt).replace(/[\\[\]]/g, '\\$&')
  const said = caption === '' ? '' : ` "${oneLine(caption).replace(/["\\]/g, '\\$&')}"`
  return `![${words}](${address}${said})`
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
