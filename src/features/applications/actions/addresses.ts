import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { keepAddresses } from '../../people/index.ts'
import { addressKey, isAddress } from '../addresses.ts'
import { sameApplications } from '../own-data.ts'

/**
 * Keeps with each person every address they have applied with: that of their application, those it had before it was
 * corrected, and those of the applications that were merged into it or dropped as its duplicates. They stay when that
 * is taken back: better a partner too few than the same partner again.
 *
 * @param people the persons behind applications, by the applications' ids
 */
export async function keepAddressesOf(tx: Tx, people: ReadonlyMap<string, string>): Promise<void> {
  const roots = JSON.stringify([...people].map(([id, person]) => ({ id, person })))
  const { rows } = await sql<{ personId: string; email: string }>`
    with recursive ${sameApplications},
    family (person_id, application_id) as (
      select person, id from jsonb_to_recordset(${roots}::jsonb) as root (id uuid, person uuid)
      union
      select family.person_id, other from family join same on one = application_id)
    select family.person_id, email from family join application on id = application_id
    union
    select family.person_id, unnest(array[before ->> 'email', after ->> 'email']) from family
    join application_fix using (application_id) where before ? 'email'`.execute(tx)
  const known = rows.map(({ personId, email }) => ({ personId, key: addressKey(email) }))
  await keepAddresses(
    tx,
    known.filter(({ key }) => isAddress(key)),
  )
}
