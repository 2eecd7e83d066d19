import type { Selectable } from 'kysely'
import type { Tables, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import type { Actor } from '../actor.ts'
import { roleEndedEmail, roleGivenEmail } from '../emails.ts'
import type { Grant } from '../grant.ts'

type Person = Pick<
  Selectable<Tables['person']>,
  'id' | 'name' | 'givenName' | 'email' | 'locale' | 'disabledAt'
>

/** Not of what one does oneself, nor of what is set up from the terminal, by whoever runs the machine. */
const isTold = (actor: Actor, person: Person) =>
  actor.id !== null && actor.id !== person.id && person.disabledAt === null

/** Tells somebody once that they were given a role; not of one that is over, and is entered for the record. */
export async function tellGiven(app: App, tx: Tx, actor: Actor, person: Person, grant: Grant): Promise<void> {
  const today = dayIn(app.now())
  if (!isTold(actor, person) || (grant.endsOn !== null && grant.endsOn < today)) return
  const said = { ...grant, by: actor.name, today }
  const email = roleGivenEmail({ ...person, personId: person.id }, said, await networkIn(app, tx))
  await sendOnce(app, tx, `role-given:${grant.id}`, email)
}

/** Tells somebody once of each last day that their role gets; not whom the email of thanks tells, after it. */
export async function tellEnded(
  app: App,
  tx: Tx,
  actor: Actor,
  grant: Grant & { personId: string },
  endsOn: string,
): Promise<void> {
  const isThanked = grant.role === 'ambassador' && endsOn >= grant.startsOn
  if (isThanked || grant.endsOn === endsOn) return
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name', 'givenName', 'email', 'locale', 'disabledAt'])
    .where('id', '=', grant.personId)
    .executeTakeFirstOrThrow()
  if (!isTold(actor, person)) return
  const said = { ...grant, endsOn, by: actor.name, today: dayIn(app.now()) }
  const email = roleEndedEmail({ ...person, personId: person.id }, said, await networkIn(app, tx))
  await sendOnce(app, tx, `role-ended:${grant.id}:${endsOn}`, email)
}
