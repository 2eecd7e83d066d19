/** A page of a list: `page` of `pages`, each from 1. */
export type ListPage<Item> = { shown: readonly Item[]; page: number; pages: number }

/** Which page an address asks for; the first where it says nothing that can be one. */
export function pageAsked(text: string | undefined): number {
  const page = Number(text)
  return Number.isInteger(page) && page > 1 && page < 1_000_000 ? page : 1
}

/** How many pages a list fills; one, where nothing is in it. */
export const pagesOf = (count: number, size: number): number => Math.max(1, Math.ceil(count / size))

/** So many items of a list, from where the page begins. @param asked beyond the last page, the last is meant */
export function listPage<Item>(items: readonly Item[], asked: number, size: number): ListPage<Item> {
  const pages = pagesOf(items.length, size)
  const page = Math.min(asked, pages)
  return { shown: items.slice((page - 1) * size, page * size), page, pages }
}

/** A page of a list that is gone through once and too long to be held. @param asked beyond the last page, the last is meant */
export function onePageOf<Item>({ page: asked, size }: { page: number; size: number }) {
  let [shown, count]: [Item[], number] = [[], 0]
  return {
    add(item: Item): void {
      if (count < asked * size) shown = count % size === 0 ? [item] : [...shown, item]
      count++
    },
    page(): ListPage<Item> {
      const pages = pagesOf(count, size)
      return { shown, page: Math.min(asked, pages), pages }
    },
  }
}

/** On which page an item stands. @param place from 0 */
export const pageWith = (place: number, size: number): number => Math.floor(Math.max(0, place) / size) + 1
