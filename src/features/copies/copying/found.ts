import MiniSearch from 'minisearch'
import { tokensOf } from '../../archive/index.ts'
import type { ToFind } from '../queries.ts'

/** The folder of what makes a copy's search. */
export const searchFolder = 'copy'
export const indexPlace = (locale: string) => `${searchFolder}/posts-${locale}.js`

/** A post as it is found: where it stands below the folder of a language, and what is told of it. */
export type Findable = { id: string; title: string; text: string; summary: string; by: string; on: string }

/**
 * The index of the posts in one language as a script: what a page opened from a folder may not fetch it may still run.
 * Words are told apart as the site's own search does.
 */
export function indexScript(locale: string, posts: readonly Findable[]): string {
  const index = new MiniSearch<Findable>({
    fields: ['title', 'text'],
    storeFields: ['title', 'summary', 'by', 'on'],
    tokenize: (text) => [...tokensOf(text)].map(({ folded }) => folded),
    processTerm: (term) => term,
  })
  index.addAll(posts)
  return `self.twinleafIndex(${JSON.stringify(locale)}, ${JSON.stringify(JSON.stringify(index))})\n`
}

/** @param text what the page of a post says, by its address */
export const findable = (
  { title, summary, byline, publishAt }: ToFind,
  id: string,
  text: string,
): Findable => ({ id, title, text, summary, by: byline, on: publishAt.toISOString().slice(0, 10) })

/** Old addresses of the front page by their query, as a script: `?p=12` leads on where no server can. */
export const oldScript = (ways: Readonly<Record<string, string>>): string =>
  `self.twinleafOld(${JSON.stringify(ways)})\n`
