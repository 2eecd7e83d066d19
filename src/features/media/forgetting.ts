import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'

// Parts of the actions of others, in their transaction, when whoever sent a picture goes for good.

/** Takes a name out of the credit of a picture. @param instead what stands where the name was */
export async function forgetCredit(
  tx: Tx,
  id: string,
  { name, instead }: { name: string; instead: string },
): Promise<void> {
  const without = (column: 'author' | 'source') =>
    sql<string>`replace(${sql.ref(column)}, ${name}, ${instead})`
  await tx
    .updateTable('media')
    .set({ author: without('author'), source: without('source') })
    .where('id', '=', id)
    .execute()
}

/** Lets go of a picture; the caller has looked that nothing shows it. One that took the place of another, or gave way to one, stays. */
export async function dropPicture(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('media')
    .where('id', '=', id)
    .where('replacedBy', 'is', null)
    .where(sql<boolean>`not exists (select from media other where other.replaced_by = ${id})`)
    .execute()
}
