import { createHmac, randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { areEqual } from '../../../platform/equal.ts'
import { addressWorks, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { forgetLinks } from '../../../platform/sign-in/index.ts'
import type { Actor } from '../actor.ts'
import { confirmEmailEmail, wantedEmailEmail } from '../emails.ts'
import { linkLimits } from '../limits.ts'
import { isSignedIn } from '../policy.ts'
import { lastChangeOf } from '../queries/address-changes.ts'
import { ownerOf, replaceAddress } from './change-address.ts'
import { countRequest, type LinkRequest, refuseFlood } from './requests.ts'
import { lockPerson } from './standing.ts'

/** Long enough to look into another mailbox tomorrow morning. */
const validMs = 24 * 60 * 60_000

/**
 * Asks for another address. A mail with a link goes to it; nothing changes until that is confirmed. When the address is
 * someone else's already, its owner gets an email that says so instead, and the one who asks sees no difference.
 *
 * The link is its own proof: it holds who, what and until when, signed together with the present address and the change
 * that made it so. It works once, and not again when that change was taken back.
 *
 * @throws Forbidden to a visitor
 * @throws Conflict `same-address`
 * @throws TooMany `too-many`: nobody writes to strangers through us
 */
export async function askForNewEmail(
  app: App,
  actor: Actor,
  asked: Omit<LinkRequest, 'next'>,
): Promise<void> {
  allow(isSignedIn(actor))
  const { email } = asked
  await app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, actor.id)
    if (person.email === email) throw new Conflict('same-address')
    await refuseFlood(tx, app.now(), { personId: person.id }, linkLimits.address)
    await countRequest(app, tx, person.id, { ...asked, next: '' })
    const owner = await ownerOf(tx, email, person.id)
    const until = app.now().getTime() + validMs
    const token = await tokenFor(app, tx, { personId: person.id, until, email }, person.email)
    const to = { ...person, personId: person.id, email, locale: actor.locale }
    const network = await networkIn(app, tx)
    const letter = owner ? wantedEmailEmail(owner, network) : confirmEmailEmail(to, token, network)
    await sendOnce(app, tx, `confirm-email:${randomUUID()}`, letter)
  })
}

/**
 * Makes the new address the person's own, and tells the old one, which can take it back. What waits to be sent goes to the
 * new one; a link that was sent to the old one signs nobody in any more, and every other session ends.
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
    if (asked?.personId !== person.id || asked.until < app.now().getTime())
      throw new NotFound('no-such-change')
    if (!areEqual(token, await tokenFor(app, tx, asked, person.email))) throw new NotFound('no-such-change')
    await replaceAddress(app, tx, actor, { person, email: asked.email })
    await addressWorks(app, tx, asked.email)
    await endOtherSessions(tx, person.id, tokenHash)
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

type Asked = { personId: string; until: number; email: string }

async function tokenFor(app: App, tx: Tx, asked: Asked, present: string): Promise<string> {
  const said = Buffer.from(JSON.stringify([asked.personId, asked.until, asked.email])).toString('base64url')
  const since = await lastChangeOf(tx, asked.personId)
  const proof = createHmac('sha256', app.config.secret)
    .update(`new-email ${said} ${since ?? ''} ${present}`)
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
