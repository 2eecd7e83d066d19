import type { Post } from './post.ts'

/** How a text came to be. */
const revisionKinds = ['begun', 'saved', 'merged', 'restored', 'found'] as const
export type RevisionKind = (typeof revisionKinds)[number]

/** A text that a post has or had, whole. */
export type Revision = Pick<
  Post,
  'title' | 'summary' | 'body' | 'questions' | 'hashtag' | 'tags' | 'locale' | 'mediaId'
> & {
  number: number
  kind: RevisionKind
  /** Who signs it, each by the name that is printed. */
  authors: string[]
  /** Who saved it; null for the machine, the terminal, or somebody who is gone. */
  by: string | null
  at: Date
}

/** What a text says besides its body: lines, lists of lines, and a language. */
export const factNames = ['title', 'summary', 'questions', 'tags', 'hashtag', 'authors', 'locale'] as const
export type FactName = (typeof factNames)[number]
export type Facts = Pick<Revision, FactName>
