import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { signsOf } from '../filter.ts'

/** What the filter learns of a comment; nothing of one that is merely out of place. */
type Lesson = 'kept' | 'spam' | null

type Learned = { id: string; text: string; email: string | null; learned: string | null }

/** Teaches the filter what was decided of some comments, and unlearns what was decided before. */
export async function learn(tx: Tx, comments: readonly Learned[], lesson: Lesson): Promise<void> {
  const changed = comments.filter(({ learned }) => learned !== lesson)
  if (changed.length === 0) return
  const sums = new Map<string, { kept: number; spam: number }>()
  for (const { text, email, learned } of changed)
    for (const sign of signsOf({ text, email: email ?? '' })) {
      const sum = sums.get(sign) ?? { kept: 0, spam: 0 }
      if (learned === 'kept' || learned === 'spam') sum[learned] -= 1
      if (lesson !== null) sum[lesson] += 1
      sums.set(sign, sum)
    }
  await add(tx, sums)
  await tx
    .updateTable('comment')
    .set({ learned: lesson })
    .where(
      'id',
      'in',
      changed.map(({ id }) => id),
    )
    .execute()
}

/** Any number will do, as long as it stays the same: two editors who teach it at once wait for each other. */
const wordsLock = 20_160_301

async function add(tx: Tx, sums: ReadonlyMap<string, { kept: number; spam: number }>): Promise<void> {
  const words = [...sums.keys()]
  const [kept, spam] = (['kept', 'spam'] as const).map((part) =>
    words.map((word) => sums.get(word)?.[part] ?? 0),
  )
  await sql`select pg_advisory_xact_lock(${wordsLock})`.execute(tx)
  await sql`insert into comment_word (word) select unnest(${words}::text[]) on conflict do nothing`.execute(
    tx,
  )
  // Never below nothing: what an address taught is not found any more once it is forgotten.
  await sql`
    update comment_word set kept = greatest(comment_word.kept + sum.kept, 0), spam = greatest(comment_word.spam + sum.spam, 0)
    from unnest(${words}::text[], ${kept}::bigint[], ${spam}::bigint[]) as sum (word, kept, spam)
    where comment_word.word = sum.word`.execute(tx)
}
