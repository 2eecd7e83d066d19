import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { Place } from '../../../platform/passages.ts'
import { carrying, foundAgain, passageAt } from '../passage.ts'

/**
 * Carries the notes on passages of a post from the text it had to the one it has now. Those whose passage is gone keep what it
 * said; they are found again when it comes back.
 */
export async function carryNotes(tx: Tx, postId: string, before: string, after: string): Promise<void> {
  if (before === after) return
  const notes = await tx
    .selectFrom('postNote')
    .select(['id', 'fromAt', 'toAt', 'quote', 'quoteBefore', 'quoteAfter'])
    .where('postId', '=', postId)
    .where('quote', '<>', '')
    .execute()
  if (notes.length === 0) return
  const carry = carrying(before, after)
  const rows = notes.map(({ id, fromAt, toAt, quote, quoteBefore, quoteAfter }) => {
    const gone = { quote, before: quoteBefore, after: quoteAfter }
    const place =
      fromAt === null || toAt === null ? foundAgain(after, gone) : carry({ from: fromAt, to: toAt })
    return { id, ...placed(after, place, gone) }
  })
  await sql`
    update post_note set from_at = row."fromAt", to_at = row."toAt", quote = row.quote,
      quote_before = row."quoteBefore", quote_after = row."quoteAfter"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, "fromAt" int, "toAt" int, quote text, "quoteBefore" text, "quoteAfter" text)
    where post_note.id = row.id`.execute(tx)
}

/** The columns of a note on a passage. @param gone what it said, for one that is no more */
export function placed(text: string, place: Place | null, gone = { quote: '', before: '', after: '' }) {
  const { quote, before, after } = place ? passageAt(text, place) : gone
  return {
    ...{ fromAt: place?.from ?? null, toAt: place?.to ?? null },
    ...{ quote, quoteBefore: before, quoteAfter: after },
  }
}
