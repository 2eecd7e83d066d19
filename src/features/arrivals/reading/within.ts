import type { Around, Remark } from './around.ts'
import type { HtmlNode } from './plain-text.ts'

export type Told = {
  around: Around
  remark(remark: Remark): void
  /** The label of each note by the id by which a text refers to it. */
  notes: ReadonlyMap<string, string>
}

/** How deep we are, and what makes more nodes ready there. */
export type Within = Told & { depth: number; inner(nodes: readonly HtmlNode[], within: Within): HtmlNode[] }
