import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { Place } from '../../../platform/passages.ts'

/** What somebody said, when. */
type Said = { id: string; text: string; at: Date; by: string | null }

/** Something that was said of a post among those who work on it, with what was answered. */
export type PostNote = Said & {
  kind: 'note' | 'given-back' | 'submitted' | 'withdrawn'
  revision: number
  /** What it is about, as it stands in the text or stood when it was last there; empty for the whole post. */
  quote: string
  quoteBefore: string
  quoteAfter: string
  /** Where that is in the newest text; null where it is gone. */
  place: Place | null
  /** Since when it is done, and who said so. */
  resolvedAt: Date | null
  resolvedBy: string | null
  /** Oldest first. */
  answers: Said[]
}

/** What was said of a post, the newest first. */
export async function notesOn(db: Db, postId: string): Promise<PostNote[]> {
  const rows = await db
    .selectFrom('postNote')
    .leftJoin('person', 'person.id', 'postNote.byId')
    .leftJoin('person as resolver', 'resolver.id', 'postNote.resolvedBy')
    .select(['postNote.id', 'postNote.text', 'postNote.at', 'postNote.revision', 'person.name as by'])
    .select(['parentId', 'fromAt', 'toAt', 'quote', 'quoteBefore', 'quoteAfter', 'resolvedAt'])
    .select(['resolver.name as resolvedBy', sql<PostNote['kind']>`post_note.kind`.as('kind')])
    .where('postNote.postId', '=', postId)
    .orderBy('postNote.at', 'desc')
    .orderBy('postNote.id')
    .execute()
  const answersTo = Map.groupBy(rows, ({ parentId }) => parentId)
  return (answersTo.get(null) ?? []).map(({ parentId: _none, fromAt, toAt, ...said }) => ({
    ...said,
    place: fromAt === null || toAt === null ? null : { from: fromAt, to: toAt },
    answers: (answersTo.get(said.id) ?? [])
      .map(({ id, text, at, by }) => ({ id, text, at, by }))
      .toReversed(),
  }))
}

/** Those about a passage, in the order of the text; those whose passage is gone last. */
export const onPassages = (notes: readonly PostNote[]): PostNote[] =>
  notes
    .filter(({ quote }) => quote !== '')
    .toSorted(
      (a, b) => (a.place?.from ?? Number.MAX_SAFE_INTEGER) - (b.place?.from ?? Number.MAX_SAFE_INTEGER),
    )

/** How many notes on passages of a post are still to be looked at. */
export async function openNotes(db: Db | Tx, postId: string): Promise<number> {
  const { count } = await db
    .selectFrom('postNote')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('postId', '=', postId)
    .where('quote', '<>', '')
    .where('resolvedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What was said last of a post; null where nothing was. */
export async function lastNote(tx: Tx, postId: string): Promise<string | null> {
  const note = await tx
    .selectFrom('postNote')
    .select('text')
    .where('postId', '=', postId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return note?.text ?? null
}
