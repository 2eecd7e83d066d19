import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { note } from '../../../platform/journal.ts'
import { readdressMails, sendOnce, whenQueued } from '../../../platform/mail/index.ts'
import { allow, Conflict, NotFound, TooMany } from '../../../platform/refusals.ts'
import { forgetLinks } from '../../../platform/sign-in/index.ts'
import type { Actor } from '../actor.ts'
import { changedEmailEmail, confirmEmailEmail } from '../emails.ts'
import { linkLimits, secondsToWait } from '../limits.ts'
import { isSignedIn } from '../policy.ts'
import { lockPerson } from './standing.ts'

/** Long enough to look into another mailbox tomorrow morning. */
const validMs = 24 * 60 * 60_000

/**
 * Asks for another address. A mail with a link goes to it; nothing changes until that is confirmed.
 *
 * The link is its own proof: it holds who, what and until when, signed together with the present address, so
 * that it works once. That someone else has the new address is told on confirming only.
 *
 * @throws Forbidden to a visitor
 * @throws TooMany `too-many`: nobody writes to strangers through us
 */
export async function askForNewEmail(app: App, actor: Actor, email: string): Promise<void> {
  allow(isSignedIn(actor))
  await app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.id)
    await refuseFlood(tx, person.id, app.now())
    const until = app.now().getTime() + validMs
    const token = tokenFor(app, { personId: person.id, until, email }, person.email)
    const to = { ...person, personId: person.id, email, locale: actor.locale }
    await sendOnce(app, tx, `confirm-email:${randomUUID()}`, confirmEmailEmail(to, token, app.origin))
  })
}

/**
 * Makes the new address the person's own, and tells the old one. What waits to be sent goes to the new one; a link that
 * was sent to the old one signs nobody in any more, and every other session ends.
 *
 * @param tokenHash of the session that goes on
 * @returns the new address
 * @throws Forbidden unless the person who asked is signed in
 * @throws NotFound `no-such-change` when the link is not ours, too old, or was used
 * @throws Conflict `email-taken` when it is someone else's by now
 */
export async function confirmNewEmail(
  app: App,
  actor: Actor,
  { token, tokenHash }: { token: string; tokenHash: string },
): Promise<string> {
  allow(isSignedIn(actor))
  return app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.id)
    const asked = readToken(token)
    const isOurs = asked !== null && matches(token, tokenFor(app, asked, person.email))
    if (!isOurs || asked.personId !== person.id || asked.until < app.now().getTime())
      throw new NotFound('no-such-change')
    const key = emailKey(asked.email)
    const taken = await tx
      .selectFrom('person')
      .select('id')
      .where('emailKey', '=', key)
      .where('id', '<>', person.id)
      .executeTakeFirst()
    if (taken) throw new Conflict('email-taken')

    await tx
      .updateTable('person')
      .set({ email: asked.email, emailKey: key })
      .where('id', '=', person.id)
      .execute()
    await endOtherSessions(tx, person.id, tokenHash)
    await readdressMails(tx, person.id, { from: person.email, to: asked.email })
    await note(tx, app.now(), actor.id, 'person.email-changed', person.id)
    const to = { ...person, personId: person.id, locale: actor.locale }
    await sendOnce(app, tx, `email-changed:${randomUUID()}`, changedEmailEmail(to, asked.email, app.origin))
    return asked.email
  })
}

/** Whoever is signed in elsewhere, or holds a link that was sent to the old address, starts with the new one. */
async function endOtherSessions(tx: Tx, personId: string, tokenHash: string): Promise<void> {
  await forgetLinks(tx, personId)
  await tx
    .deleteFrom('session')
    .where('personId', '=', personId)
    .where('tokenHash', '<>', tokenHash)
    .execute()
}

async function refuseFlood(tx: Tx, personId: string, now: Date): Promise<void> {
  const times = await whenQueued(tx, personId, 'confirm-email', linkLimits.address.count)
  const seconds = secondsToWait(times, linkLimits.address, now)
  if (seconds > 0) throw new TooMany('too-many', seconds)
}

type Asked = { personId: string; until: number; email: string }

function tokenFor(app: App, asked: Asked, present: string): string {
  const said = Buffer.from(JSON.stringify([asked.personId, asked.until, asked.email])).toString('base64url')
  const proof = createHmac('sha256', app.config.secret)
    .update(`new-email ${said} ${present}`)
    .digest('base64url')
  return `${said}.${proof}`
}

function readToken(token: string): Asked | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())
    if (!Array.isArray(said)) return null
    const [personId, until, email] = said
    return { personId: String(personId), until: Number(until), email: String(email) }
  } catch {
    return null
  }
}

function matches(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
