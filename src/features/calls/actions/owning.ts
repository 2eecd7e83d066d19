import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { confirmSender, forgetApplication, takeBackApplication } from '../../applications/index.ts'
import { type Actor, isSignedIn, knowPerson, visitor } from '../../people/index.ts'
import { lockedRound, type Round, releaseOf } from '../../rounds/index.ts'
import { resumeEmail } from '../emails.ts'
import { formerRoundsOf } from '../queries/answers.ts'
import { draftByLink } from '../queries/drafts.ts'
import { countEmail } from './floods.ts'
import { type Asker, openDraft, takeOver } from './saving.ts'

/**
 * Emails a link by which the draft goes on, on any device. One that was sent before works no more.
 *
 * @param zone in which the deadline is said
 * @returns the secret for a browser that had none yet
 * @throws TooMany `too-many` when the address gets too many emails
 */
export async function emailLink(
  app: App,
  asker: Asker,
  round: Round,
  { email, zone }: { email: string; zone: string },
): Promise<string | null> {
  return app.db.transaction().execute(async (tx) => {
    const { draft, secret } = await openDraft(app, tx, asker, round)
    await countEmail(app, tx, draft.id, { ...asker, email })
    const resume = newSecret()
    if (asker.personId === null)
      await tx
        .updateTable('applicationDraft')
        .set({ resumeHash: hashOf(resume) })
        .where('id', '=', draft.id)
        .execute()
    const link = asker.personId === null ? resume : null
    const occasion = { round, zone, network: await networkIn(app, tx), resume: link }
    await sendOnce(
      app,
      tx,
      `draft-link:${draft.id}:${app.now().getTime()}`,
      resumeEmail({ ...asker, email }, occasion),
    )
    return secret
  })
}

/** Whose application it was that someone confirmed, and whether we had not known them before. */
export type Confirmed = { personId: string; isNew: boolean; code: string; email: string }

/**
 * Confirms the address of an application by the link that was emailed to it: from then on it is that person's, and
 * nobody else's browser opens it any more.
 *
 * @throws NotFound `no-such-link` when it is not ours, was used, or another was sent since
 * @throws Conflict `account-closed` to somebody who could not sign in, and whose answers may be about to be erased
 */
export async function confirmByLink(app: App, secret: string): Promise<Confirmed> {
  return app.db.transaction().execute(async (tx) => {
    const found = await draftByLink(tx, 'confirm', secret)
    if (!found?.applicationId) throw new NotFound('no-such-link')
    const { email, name, givenName, familyName, zone, locale } = await tx
      .selectFrom('application')
      .select(['email', 'name', 'givenName', 'familyName', 'zone', 'locale'])
      .where('id', '=', found.applicationId)
      .executeTakeFirstOrThrow()
    const before = await personCalled(tx, email)
    if (before?.disabledAt) throw new Conflict('account-closed')
    const wish = { email, name, givenName, familyName, locale, zone: zone ?? 'UTC' }
    const personId = before?.id ?? (await knowPerson(tx, app.now(), wish))
    await makeOwn(app, tx, { draftId: found.id, applicationId: found.applicationId, personId })
    return { personId, isNew: before === undefined, code: found.code, email }
  })
}

const personCalled = (tx: Tx, email: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'disabledAt'])
    .where('emailKey', '=', emailKey(email))
    .executeTakeFirst()

type Own = { draftId: string | null; applicationId: string; personId: string }

async function makeOwn(app: App, tx: Tx, { draftId, applicationId, personId }: Own): Promise<void> {
  const { roundId } = await tx
    .selectFrom('application')
    .select('roundId')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  await confirmSender(app, tx, applicationId, {
    personId,
    formerRounds: await formerRoundsOf(tx, personId, roundId),
  })
  if (draftId === null) return
  // Of two drafts of one person the one that was sent stays.
  await tx
    .deleteFrom('applicationDraft')
    .where('personId', '=', personId)
    .where('roundId', '=', roundId)
    .where('id', '<>', draftId)
    .execute()
  await takeOver(tx, draftId, personId)
  await tx.updateTable('applicationDraft').set({ confirmHash: null }).where('id', '=', draftId).execute()
}

/**
 * Lets go of an application that somebody sent in another's name, by the link that was emailed to its address.
 *
 * @throws NotFound `no-such-link`
 */
export async function denyByLink(app: App, secret: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const found = await draftByLink(tx, 'confirm', secret)
    if (!found?.applicationId) throw new NotFound('no-such-link')
    await letGo(app, tx, found.applicationId)
  })
}

/**
 * Nothing of what was sent is kept, as it may tell of whoever it was sent in the name of. The browser that sent it keeps the
 * way to an empty draft, so that its reader, whose slip it may have been, is told.
 */
async function letGo(app: App, tx: Tx, applicationId: string): Promise<void> {
  const draft = await tx
    .updateTable('applicationDraft')
    .set({
      ...{ applicationId: null, sentAt: null, confirmHash: null, resumeHash: null },
      deniedAt: app.now(),
    })
    .where('applicationId', '=', applicationId)
    .where('secretHash', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  for (const table of ['draftPage', 'draftMail'] as const)
    if (draft) await tx.deleteFrom(table).where('draftId', '=', draft.id).execute()
  await forgetApplication(tx, applicationId)
}

/**
 * Says yes or no to an application that came with one's own address before one had signed in: to be signed in is the
 * proof that the mail of the address is one's own.
 *
 * @throws Forbidden to a visitor
 * @throws NotFound `no-such-application` when there is none that waits for it
 */
export async function claimApplication(
  app: App,
  actor: Actor,
  { id, isMine }: { id: string; isMine: boolean },
): Promise<void> {
  allow(isSignedIn(actor))
  await app.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('application')
      .leftJoin('applicationDraft', 'applicationId', 'application.id')
      .where('application.id', '=', id)
      .where('unconfirmedSince', 'is not', null)
      .select(['email', 'applicationDraft.id as draftId'])
      .executeTakeFirst()
    if (!row || emailKey(row.email) !== emailKey(actor.email)) throw new NotFound('no-such-application')
    if (isMine) return makeOwn(app, tx, { draftId: row.draftId, applicationId: id, personId: actor.id })
    await letGo(app, tx, id)
  })
}

/**
 * Withdraws an application, before partners are introduced: afterwards there is somebody else whom it concerns, and a
 * coordinator looks after both.
 *
 * @param personId null for a browser that sent it and has not confirmed the address
 * @throws Conflict `partners-introduced`; `round-is-busy` while they are being introduced
 */
export async function withdrawApplication(
  app: App,
  round: Round,
  { id, personId }: { id: string; personId: string | null },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await lockedRound(tx, visitor('en'), round.code)
    const { acceptedAt } = await tx
      .selectFrom('application')
      .select('acceptedAt')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (acceptedAt && (await releaseOf(tx, round.id))) throw new Conflict('partners-introduced')
    await takeBackApplication(app, tx, id, personId)
  })
}
