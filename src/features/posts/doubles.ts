type Named = { id: string; name: string; personId: string | null }

/**
 * Authors who may be one and the same: of one account, or whose names differ by accents, capitals, dots, order or a middle
 * initial alone. Only a person can tell, so they are only named.
 *
 * @returns pairs, each once, the one that signed first before the other; in the order of `authors`
 */
export function likelyDoubles<Author extends Named>(authors: readonly Author[]): [Author, Author][] {
  const first = new Map<string, Author>()
  const pairs = new Map<string, [Author, Author]>()
  for (const author of authors)
    for (const key of [nameKey(author.name), ...(author.personId ? [author.personId] : [])]) {
      const before = first.get(key)
      if (!before) first.set(key, author)
      else if (before.id !== author.id) pairs.set(`${before.id} ${author.id}`, [before, author])
    }
  return [...pairs.values()]
}

/** A name without what people write one way or another. */
function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const whole = words.filter((word) => word.length > 1)
  return (whole.length > 1 ? whole : words).toSorted().join(' ')
}
