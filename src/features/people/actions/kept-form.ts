import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Typed } from '../../../platform/forms.ts'
import { sessionKey } from '../../../platform/sign-in/index.ts'
import { type KeptForm, keptForMs, textsToKeep } from '../kept-form.ts'
import { personOfSession } from '../queries/asking.ts'

/**
 * Keeps a form for someone who was signed in here until just now, in place of an earlier one. Nothing is kept of strangers,
 * nor after signing out, which leaves no session behind.
 *
 * @param read reads what was typed; not called for strangers
 * @returns whether it is kept
 */
export async function keepForm(
  app: App,
  headers: Headers,
  { page, action }: Pick<KeptForm, 'page' | 'action'>,
  read: () => Promise<Typed>,
): Promise<boolean> {
  const now = app.now()
  const key = sessionKey(app, headers)
  const person = key ? await personOfSession(app.db, key, dayIn(now)) : undefined
  if (!person || now.getTime() - person.lastSeenAt.getTime() > keptForMs) return false
  const texts = textsToKeep(await read())
  if (!texts) return false
  const form = { page, action, typed: JSON.stringify(texts), keptAt: now }
  await app.db
    .insertInto('keptForm')
    .values({ personId: person.id, ...form })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(form))
    .execute()
  return true
}
