import type { Filter } from '../posts/index.ts'

export const archivePath = '/archive'
export const sitemapPath = '/sitemap/archive.xml'
export const searchPath = '/search'

/** What is looked for, where, and which page of it; what is left out is everything, and the first. */
export type Asked = { text: string; filter: Filter; page: number }

/** The address of a search. What is typed stands in it, and nowhere else. */
export function searchPathOf({ text, filter, page }: Asked): string {
  const query = new URLSearchParams({ q: text })
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value))
  if (page > 1) query.set('page', String(page))
  return `${searchPath}?${query}`
}
