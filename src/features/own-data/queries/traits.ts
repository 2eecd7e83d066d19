import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { settingsIn } from '../../../platform/network/index.ts'
import { ownApplicationIds } from '../../applications/index.ts'

/** By what somebody is known in what was written to others. */
export type Traits = {
  /** Every address they had or applied with. */
  addresses: string[]
  /** Whole names and addresses, as they may stand in a text; not those that the network has under every email. */
  written: string[]
  /** Beginnings of the keys of emails that present them to their partners. */
  keys: string[]
}

export async function traitsOf(db: Db | Tx, personId: string): Promise<Traits> {
  const { name, email } = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['name', 'email'])
    .executeTakeFirstOrThrow()
  const applications = await db
    .selectFrom('application')
    .where(sql<boolean>`id in ${ownApplicationIds(personId)}`)
    .select(['name', 'email'])
    .execute()
  const pairings = await db
    .selectFrom('pairingMember')
    .where('personId', '=', personId)
    .select('pairingId')
    .execute()
  const kept = await db
    .selectFrom('personAddress')
    .where('personId', '=', personId)
    .select('broadKey')
    .execute()
  const network = await saidByNetwork(db)
  const said = [email, name, ...applications.flatMap((one) => [one.email, one.name])]
  const addresses = [email, ...applications.map((one) => one.email), ...kept.map(({ broadKey }) => broadKey)]
  return {
    addresses: [...new Set(addresses.filter((address) => address.includes('@')))],
    written: [...new Set(said.map((text) => text.trim()).filter(isTelling))].filter(
      (text) => !network.includes(text.toLowerCase()),
    ),
    keys: pairings.flatMap(({ pairingId }) => [`introduction:${pairingId}:`, `note:${pairingId}:`]),
  }
}

/** What stands in every email. A volunteer who signs them all may go; the emails on their way to others stay. */
async function saidByNetwork(db: Db | Tx): Promise<string> {
  const { senderName, replyTo, postal, texts } = await settingsIn(db)
  const signatures = Object.values(texts).map(({ signature }) => signature)
  return [senderName, replyTo, postal, ...signatures].join('\n').toLowerCase()
}

/** A short name is a word in many texts; an address, or a name of several parts, is not. */
const isTelling = (text: string) => text.includes('@') || (text.length > 4 && text.includes(' '))
