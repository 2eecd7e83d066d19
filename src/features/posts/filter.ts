/** Which posts are meant. All that is said holds at once; where nothing is, all posts are. */
export type Filter = {
  /** The code of a round. */
  round?: string
  /** The fortnight of that round, counted from 1, whose posts make a cluster; only with a round. */
  topic?: number
  /** A tag as `tagKey` spells it. */
  tag?: string
  /** The slug of somebody who signs them. */
  author?: string
  /** Where somebody who signs them writes from, by its ISO code. */
  country?: string
  /** In which they came out, by the clock of their round. */
  year?: number
  /** The month of that year, from 1; only with a year. */
  month?: number
  /** The language they are written in. */
  locale?: string
}

/** A tag as its address spells it, the same however it was typed. The database does alike: `tag_keys`. */
export const tagKey = (tag: string): string => tag.toLowerCase().replace(/[\s/]+/gu, '-')

/** A month, from an address; null for anything else. */
export const monthIn = (typed: string): number | null =>
  /^([1-9]|1[0-2])$/.test(typed) ? Number(typed) : null

/** A year of which there can be posts, from an address; null for anything else. */
export const yearIn = (typed: string): number | null =>
  /^(19|20|21)\d\d$/.test(typed) ? Number(typed) : null
