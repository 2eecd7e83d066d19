import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { knowPersons } from '../../people/index.ts'
import { addressKey } from '../addresses.ts'
import { type Application, fullName } from '../application.ts'
import { keepAddressesOf } from './addresses.ts'

type Person = { id: string; emailKey: string; name: string; givenName: string; locale: string; zone: string }

/**
 * The people behind applications, by the applications' ids: anyone who is known by the address already, else new ones.
 * What a known person says of themself in their account stays as it is.
 */
export async function peopleOf(
  app: App,
  tx: Tx,
  applications: readonly Application[],
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const some of chunks(applications)) {
    await addMissing(app, tx, some)
    const byKey = await peopleByKey(
      tx,
      some.map(({ email }) => addressKey(email)),
    )
    for (const { id, email } of some) {
      const person = byKey.get(addressKey(email))
      if (person) people.set(id, person)
    }
  }
  await keepAddressesOf(tx, new Map([...people].map(([id, person]) => [id, person.id])))
  return people
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
