import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Actor, isSignedIn } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { reflectionEmail } from '../emails.ts'
import { occasionsOf, ownReflection, type Partner } from '../queries/reflections.ts'
import { type Author, isSame, isShared, type Reflection, type Written } from '../reflection.ts'
import { releasePost, withholdPost } from './withholding.ts'

/** For how long after a round one can begin to write about it. */
export const beginsWithinDays = 120

/**
 * Begins a reflection on a round that somebody had a partner in; one that they have begun alone is gone on with.
 *
 * @returns its id
 * @throws Forbidden for a visitor
 * @throws NotFound `no-such-round` for one they took no part in, or that is long over
 */
export async function beginReflection(app: App, actor: Actor, applicationId: string): Promise<string> {
  allow(isSignedIn(actor))
  return app.db.transaction().execute(async (tx) => {
    const occasion = await occasionOf(app, tx, actor.id, applicationId)
    const begun = await tx
      .selectFrom('reflectionAuthor')
      .innerJoin('reflection', 'reflection.id', 'reflectionId')
      .where('applicationId', '=', applicationId)
      .where('title', '=', '')
      .where('body', '=', '')
      .select('reflection.id')
      .executeTakeFirst()
    if (begun) return begun.id
    const now = app.now()
    const { id } = await tx
      .insertInto('reflection')
      .values({ roundId: occasion.roundId, locale: actor.locale, begunAt: now, changedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('reflectionAuthor')
      .values({ reflectionId: id, applicationId, personId: actor.id, joinedAt: now })
      .execute()
    return id
  })
}

async function occasionOf(app: App, tx: Tx, personId: string, applicationId: string) {
  const since = addDays(dayIn(app.now()), -beginsWithinDays)
  const found = (await occasionsOf(tx, personId, since)).find((one) => one.applicationId === applicationId)
  if (!found) throw new NotFound('no-such-round', { code: '' })
  return found
}

/**
 * Invites one's partners to write along, by one email each. What was agreed to is so no longer.
 *
 * @throws NotFound `no-such-reflection`
 * @throws Conflict `nobody-to-write-with` without a partner in that round
 */
export const inviteAuthors = (app: App, actor: Actor, id: string): Promise<void> =>
  inReflection(app, actor, id, async (tx, { reflection, own }) => {
    const occasion = await occasionOf(app, tx, own.personId, own.applicationId)
    const known = new Set(reflection.authors.map(({ applicationId }) => applicationId))
    const invited = occasion.partners.filter(({ applicationId }) => !known.has(applicationId))
    if (occasion.partners.length === 0) throw new Conflict('nobody-to-write-with')
    // Pressed twice: they write along already.
    if (invited.length === 0) return
    const joinedAt = app.now()
    const rows = invited.map(({ applicationId, personId }) => ({
      reflectionId: id,
      applicationId,
      personId,
      joinedAt,
    }))
    await tx.insertInto('reflectionAuthor').values(rows).execute()
    await changed(app, tx, actor, reflection, {})
    await tell(app, tx, 'invitation', { reflection, own, partners: invited })
  })

/**
 * Saves what was written. Any change takes back what authors agreed to; the same again changes nothing.
 *
 * @param base the revision that was changed
 * @throws NotFound `no-such-reflection`
 * @throws Conflict `reflection-changed` when somebody else has changed it since: nothing is saved then
 */
export const saveReflection = (
  app: App,
  actor: Actor,
  id: string,
  edit: Written & { base: number },
): Promise<void> =>
  inReflection(app, actor, id, async (tx, { reflection, own }) => {
    const { base, shownAs, ...text } = edit
    if (isSame(reflection, own, edit)) return
    if (base !== reflection.rev) throw new Conflict('reflection-changed')
    await tx
      .updateTable('reflectionAuthor')
      .set({ shownAs })
      .where('reflectionId', '=', id)
      .where('applicationId', '=', own.applicationId)
      .execute()
    await changed(app, tx, actor, reflection, text)
  })

/**
 * Agrees to a reflection as it stands, to whom it is for and to how its authors are named. Whoever has not yet agreed is
 * told once that it waits for them.
 *
 * @param rev the revision that was read
 * @throws NotFound `no-such-reflection`
 * @throws Conflict `reflection-changed` when it has changed since; `reflection-empty`
 */
export const agreeToReflection = (app: App, actor: Actor, id: string, rev: number): Promise<void> =>
  inReflection(app, actor, id, async (tx, { reflection, own }) => {
    if (rev !== reflection.rev) throw new Conflict('reflection-changed')
    if (reflection.title === '' || reflection.body === '') throw new Conflict('reflection-empty')
    await setAgreed(app, tx, reflection, own, rev)
    await releasePost(tx, (await ownReflection(tx, actor.id, id)).reflection)
    const waiting = reflection.authors.filter((one) => one !== own && one.agreedRev !== rev)
    if (waiting.length === 0 || reflection.audience === 'private') return
    const occasion = await occasionOf(app, tx, own.personId, own.applicationId)
    const partners = occasion.partners.filter((to) =>
      waiting.some(({ personId }) => personId === to.personId),
    )
    await tell(app, tx, 'waits', { reflection, own, partners })
  })

type Telling = { reflection: Reflection; own: Author; partners: readonly Partner[] }

/** Writes to partners what an author did: that it waits for them once, and each invitation. */
async function tell(app: App, tx: Tx, kind: 'invitation' | 'waits', telling: Telling): Promise<void> {
  const { reflection, own, partners } = telling
  const { id, roundId } = reflection
  const [round, network] = [await roundById(tx, roundId), await networkIn(app, tx)]
  // Who left it can be invited again, and reads of it again.
  const time = kind === 'invitation' ? `:${app.now().toISOString()}` : ''
  const mails = partners.map((to) => ({
    key: `reflection-${kind}:${id}:${to.personId}${time}`,
    email: reflectionEmail(kind, to, { id, by: own.name, round, network }),
  }))
  await sendAllOnce(app, tx, mails)
}

/**
 * Takes an agreement back: others than its authors read it no longer, and a post that was begun from it does not come out.
 *
 * @throws NotFound `no-such-reflection`
 */
export const takeBackAgreement = (app: App, actor: Actor, id: string): Promise<void> =>
  inReflection(app, actor, id, async (tx, { reflection, own }) => {
    await setAgreed(app, tx, reflection, own, null)
    await withholdPost(app, tx, actor, reflection)
  })

/**
 * Leaves a reflection to its other authors; the last one takes it along. A post that was begun from it, and is signed by who leaves,
 * does not come out: an editor begins another one.
 *
 * @throws NotFound `no-such-reflection`
 */
export const leaveReflection = (app: App, actor: Actor, id: string): Promise<void> =>
  inReflection(app, actor, id, async (tx, { reflection, own }) => {
    const isWithheld = await withholdPost(app, tx, actor, reflection)
    if (reflection.authors.length === 1) {
      await tx.deleteFrom('reflection').where('id', '=', id).execute()
      return
    }
    await changed(app, tx, actor, reflection, {})
    await tx
      .deleteFrom('reflectionAuthor')
      .where('reflectionId', '=', id)
      .where('applicationId', '=', own.applicationId)
      .execute()
    if (isWithheld) await tx.updateTable('reflection').set({ postId: null }).where('id', '=', id).execute()
  })

type Own = { reflection: Reflection; own: Author }

/** One change at a time by one of its authors. */
async function inReflection(
  app: App,
  actor: Actor,
  id: string,
  change: (tx: Tx, found: Own) => Promise<void>,
): Promise<void> {
  allow(isSignedIn(actor))
  await app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('reflection').where('id', '=', id).select('id').forUpdate().execute()
    await change(tx, await ownReflection(tx, actor.id, id))
  })
}

/** It is another revision now, and nobody has agreed to that. An editor looks at it anew once it is shared again. */
async function changed(
  app: App,
  tx: Tx,
  actor: Actor,
  reflection: Reflection,
  text: Partial<Omit<Written, 'shownAs'>>,
) {
  const wasShared = isShared(reflection)
  await tx
    .updateTable('reflection')
    .set({ ...text, rev: reflection.rev + 1, changedAt: app.now() })
    .set(wasShared ? { readAt: null, readBy: null } : {})
    .where('id', '=', reflection.id)
    .execute()
  await tx
    .updateTable('reflectionAuthor')
    .set({ agreedRev: null, agreedAt: null })
    .where('reflectionId', '=', reflection.id)
    .where('agreedRev', 'is not', null)
    .execute()
  await withholdPost(app, tx, actor, reflection)
}

async function setAgreed(
  app: App,
  tx: Tx,
  { id }: Reflection,
  own: Author,
  rev: number | null,
): Promise<void> {
  await tx
    .updateTable('reflectionAuthor')
    .set({ agreedRev: rev, agreedAt: rev === null ? null : app.now() })
    .where('reflectionId', '=', id)
    .where('applicationId', '=', own.applicationId)
    .execute()
}
