/** A tag of a page of ours, or the end of an element. */
export type Tag = {
  name: string
  isEnd: boolean
  /** Nothing comes in it: it has no end. */
  isEmpty: boolean
  /** Where it stands in the page. */
  from: number
  to: number
  /** As they are written. */
  said: string
}

export type Attributes = Record<string, string>

const tag = /<(\/?)([a-z][a-z0-9-]*)([^">]*(?:"[^"]*"[^">]*)*)>/gi
const attribute = /([^\s=/"]+)(?:="([^"]*)")?/g
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/**
 * Goes through the tags of a page that we have written: each attribute in double quotes, each element closed, and no `<` that is not
 * one. To read any HTML would cost twice as much.
 */
export function eachTag(html: string, take: (tag: Tag) => void): void {
  tag.lastIndex = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const [whole, end, name = '', said = ''] = match
    const from = match.index
    const isEmpty = empty.has(name) || said.endsWith('/')
    take({ name, isEnd: end === '/', isEmpty, from, to: from + whole.length, said })
  }
}

/** @param said attributes as they are written */
export function attributesIn(said: string): Attributes {
  const found: Attributes = {}
  for (const [, name = '', value = ''] of said.matchAll(attribute)) found[name] = spelledOut(value)
  return found
}

/** One of them, where it has a value. */
export function attributeIn(said: string, name: string): string | undefined {
  const before = ` ${name}="`
  const at = said.indexOf(before)
  if (at < 0) return undefined
  const from = at + before.length
  return spelledOut(said.slice(from, said.indexOf('"', from)))
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** With the signs that HTML has its own spelling for. */
export const spelledOut = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
        if (name !== undefined) return signs[name] ?? whole
        return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16))
      })
    : text
