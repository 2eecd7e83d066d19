import { type Actor, personIdByEmail } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import { demoPeople } from './people.ts'

/** The account of one of the team, by their name; null for anybody else. */
export async function teamAccount(app: App, name: string): Promise<string | null> {
  const email = demoPeople.find((one) => one.name === name)?.email
  return email === undefined ? null : personIdByEmail(app.db, email)
}

/** Somebody of the content team, as who asks. */
export async function actorFor(app: App, role: 'editor' | 'director'): Promise<Actor> {
  const person = demoPeople.find((one) => one.role === role)
  if (!person) throw new Error(`The demonstration has no ${role}.`)
  const { name, email, locale, zone } = person
  const id = await personIdByEmail(app.db, email)
  return { ...{ id, name, email, locale, zone }, roles: new Set(['editor']), countries: new Set() }
}
