import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { isUuid } from '../../../platform/ids.ts'
import { note } from '../../../platform/journal.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { giveShortAddress } from '../../calls/index.ts'
import { type Actor, appointAmbassador, endAmbassador } from '../../people/index.ts'
import { invitationEmail } from '../emails.ts'
import type { Invitation } from '../invitation.ts'
import { mayInviteAmbassadors } from '../policy.ts'
import { invitationByLink } from '../queries/invitations.ts'

/**
 * Asks somebody by email to speak for a country. Asked again, they get a new link, and the one before works no more; the same
 * twice within a minute is a button that was pressed twice.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws Conflict `term-is-over` for one whose last day is past
 */
export async function inviteAmbassador(app: App, actor: Actor, wish: Invitation): Promise<void> {
  allow(mayInviteAmbassadors(actor))
  if (wish.endsOn !== null && wish.endsOn < dayIn(app.now())) throw new Conflict('term-is-over')
  await app.db.transaction().execute(async (tx) => {
    const secret = newSecret()
    const row = {
      ...{ ...wish, emailKey: emailKey(wish.email), secretHash: hashOf(secret) },
      ...{ invitedBy: actor.id, invitedAt: app.now() },
    }
    const minuteAgo = new Date(app.now().getTime() - 60_000)
    const { name, locale, endsOn } = wish
    const invitation = await tx
      .insertInto('ambassadorInvitation')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['country', 'emailKey'])
          .doUpdateSet(row)
          .where(
            sql<boolean>`ambassador_invitation.invited_at <= ${minuteAgo}
              or (ambassador_invitation.name, ambassador_invitation.locale) <> (${name}, ${locale})
              or ambassador_invitation.ends_on is distinct from ${endsOn}::date`,
          ),
      )
      .returning('id')
      .executeTakeFirst()
    if (!invitation) return
    const { id } = invitation
    const email = invitationEmail(wish, { network: await networkIn(app, tx), secret })
    await sendOnce(app, tx, `ambassador-invitation:${id}:${app.now().getTime()}`, email)
    await note(tx, app.now(), actor.id, 'ambassador.invited', id, { country: wish.country })
  })
}

/**
 * Takes an invitation back: its link works no more.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-open-invitation` when it was accepted or withdrawn meanwhile, or is of another country
 */
export async function withdrawInvitation(app: App, actor: Actor, country: string, id: string): Promise<void> {
  allow(mayInviteAmbassadors(actor))
  if (!isUuid(id)) throw new NotFound('no-open-invitation')
  await app.db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('ambassadorInvitation')
      .where('country', '=', country)
      .where('id', '=', id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new NotFound('no-open-invitation')
    await note(tx, app.now(), actor.id, 'ambassador.uninvited', id, { country })
  })
}

/**
 * Says yes to an invitation by the link that was emailed, once: from then on they speak for the country, which has a
 * short address. Who does so already goes on to the last day that the invitation says.
 *
 * @throws NotFound `no-such-invitation` when it was accepted or withdrawn, is too old, or of a term that is over
 * @throws Conflict `person-disabled`
 */
export async function acceptInvitation(app: App, secret: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const invitation = await invitationByLink(tx, secret, app.now())
    if (!invitation) throw new NotFound('no-such-invitation')
    const { id, country, name, email, locale, endsOn, invitedBy } = invitation
    const { numDeletedRows } = await tx
      .deleteFrom('ambassadorInvitation')
      .where('id', '=', id)
      .where('secretHash', '=', hashOf(secret))
      .executeTakeFirst()
    // Pressed twice at once: the other press was first.
    if (numDeletedRows === 0n) throw new NotFound('no-such-invitation')
    await appointAmbassador(app, tx, invitedBy, { person: { name, email, locale }, country, endsOn })
    await giveShortAddress(app, tx, country)
  })
}

/**
 * Ends the term of an ambassador: today is not theirs any more, and wherever they are signed in, that ends now.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-grant`
 */
export async function endTerm(app: App, actor: Actor, country: string, grantId: string): Promise<void> {
  allow(mayInviteAmbassadors(actor))
  const endsOn = addDays(dayIn(app.now()), -1)
  await app.db.transaction().execute((tx) => endAmbassador(app, tx, actor, { grantId, country, endsOn }))
}
