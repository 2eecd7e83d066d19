/** A list in parts, so that no statement and no memory has to hold all of it. */
export function* chunks<Item>(items: readonly Item[], size = 500): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
