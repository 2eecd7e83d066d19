import { createHash } from 'node:crypto'

/** The number of a thing, the same in each export: WordPress knows things by numbers, and a blog that comes in again by those. */
export type Numbers = (kind: 'post' | 'term' | 'author', id: string) => number

/**
 * Numbers that follow from names, so that no thing ever gets that of another: were they counted, each would change once an
 * earlier one has gone. In 30 bits, which every program takes.
 */
export function openNumbers(): Numbers {
  const given = new Map<string, number>()
  const used = new Set<string>()
  return (kind, id) => {
    const key = `${kind} ${id}`
    const known = given.get(key)
    if (known !== undefined) return known
    let number = createHash('sha256').update(key).digest().readUInt32BE() >>> 2 || 1
    while (used.has(`${kind} ${number}`)) number += 1
    used.add(`${kind} ${number}`)
    given.set(key, number)
    return number
  }
}
