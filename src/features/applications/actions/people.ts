import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { broadKey } from '../../../platform/email-key.ts'
import { knowPersons } from '../../people/index.ts'
import { addressKey } from '../addresses.ts'
import { type Application, fullName } from '../application.ts'
import { keepAddressesOf } from './addresses.ts'

type Person = { id: string; emailKey: string; name: string; givenName: string; locale: string; zone: string }

/**
 * The people behind applications, by the applications' ids: those who have shown that it is theirs, or who are known by
 * the address already, else new ones.
 * What a known person says of themself in their account stays as it is.
 */
export async function peopleOf(
  app: App,
  tx: Tx,
  applications: readonly Application[],
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const some of chunks(applications)) {
    for (const [id, person] of await sendersOf(tx, some)) people.set(id, person)
    const others = some.filter(({ id }) => !people.has(id))
    if (others.length === 0) continue
    await addMissing(app, tx, others)
    const byKey = await peopleByKey(
      tx,
      others.map(({ email }) => addressKey(email)),
    )
    for (const { id, email } of others) {
      const person = byKey.get(addressKey(email))
      if (person) people.set(id, person)
    }
  }
  await keepAddressesOf(tx, new Map([...people].map(([id, person]) => [id, person.id])))
  return people
}

/**
 * Those who have shown that an application is theirs, though their account may have another address by now; as long as
 * the application names an address that they have been known by.
 */
async function sendersOf(tx: Tx, applications: readonly Application[]): Promise<[string, Person][]> {
  const keys = new Map(applications.map(({ id, email }) => [id, broadKey(addressKey(email))]))
  const rows = await tx
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.personId')
    .innerJoin('personAddress', 'personAddress.personId', 'person.id')
    .where('application.id', 'in', [...keys.keys()])
    .select(['application.id as applicationId', 'personAddress.broadKey', 'person.id', 'person.emailKey'])
    .select(['person.name', 'person.givenName', 'person.locale', 'person.zone'])
    .execute()
  return rows
    .filter((row) => row.broadKey === keys.get(row.applicationId))
    .map(({ applicationId, broadKey: _, ...person }) => [applicationId, person])
}

async function addMissing(app: App, tx: Tx, applications: readonly Application[]): Promise<void> {
  const wishes = applications.map((application) => ({
    email: application.email,
    name: fullName(application),
    givenName: application.givenName,
    familyName: application.familyName,
    zone: application.zone ?? 'UTC',
  }))
  await knowPersons(tx, app.now(), wishes)
}

async function peopleByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, Person>> {
  const rows = await tx
    .selectFrom('person')
    .where('emailKey', 'in', keys)
    .select(['id', 'emailKey', 'name', 'givenName', 'locale', 'zone'])
    .execute()
  return new Map(rows.map((person) => [person.emailKey, person]))
}
