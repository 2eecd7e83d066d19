import type { Facts } from './revision.ts'

/** What stands in the fields of the writing page, by their names, as it was typed. */
export type Typed = Record<string, string>

/** In which window something was typed, how often that one has sent it, and which keeping it knew of. */
export type Written = { rev: number; writer: string; seq: number }

/** It was sent before something that has come already. */
export const isLate = (kept: Written, came: Written): boolean =>
  kept.writer === came.writer && came.seq < kept.seq

/** Another window of the same person has kept something that this one does not know of. */
export const isOfAnother = (kept: Written, came: Written): boolean =>
  kept.writer !== came.writer && came.rev !== kept.rev

/** What stands in the fields of a text as it is saved. */
export const valuesOf = (text: Facts & { body: string }): Typed => ({
  title: text.title,
  summary: text.summary,
  body: text.body,
  questions: text.questions.join('\n'),
  tags: text.tags.join(', '),
  hashtag: text.hashtag,
  authors: text.authors.join('\n'),
  locale: text.locale,
})
