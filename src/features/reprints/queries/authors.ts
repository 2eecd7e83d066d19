import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'

/** Somebody who signs a post, and where they are written to: at their account, or as they offered the text; or nowhere. */
export type Signing = { name: string; email: string | null; personId: string | null; locale: string | null }

/** Who signs a post, in its order. */
export async function signingOf(tx: Tx, postId: string): Promise<Signing[]> {
  const { rows } = await sql<Signing>`
    select author.name, person.id as "personId",
      coalesce(person.email, case when lower(contribution.name) = lower(author.name) then contribution.email end) as email,
      coalesce(person.locale, case when lower(contribution.name) = lower(author.name) then contribution.locale end) as locale
    from post_author
    join author on author.id = post_author.author_id
    left join person on person.id = author.person_id and person.disabled_at is null
    left join contribution on contribution.post_id = post_author.post_id
    where post_author.post_id = ${postId}
    order by post_author.place`.execute(tx)
  return rows
}
