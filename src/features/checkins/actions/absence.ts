import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Actor, isSignedIn } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { absenceFault } from '../absence.ts'
import { type AbsenceNews, absenceEmail } from '../emails.ts'
import { type Absence, absencesOf, livingPartnersOf } from '../queries/absences.ts'

/** Days away, both included, `YYYY-MM-DD`; and whether partners are told of them. */
export type AbsenceWish = { from: string; until: string; tells: boolean }

/**
 * Notes that someone will be away: their check-ins and those of their partners wait. Partners are told only where they
 * may know.
 *
 * @throws Forbidden for a visitor
 * @throws Conflict `absence-overlaps`, `absence-impossible`
 */
export async function announceAbsence(app: App, actor: Actor, { from, until, tells }: AbsenceWish) {
  allow(isSignedIn(actor))
  const now = app.now()
  if (absenceFault({ from, until }, dayIn(now, actor.zone))) throw new Conflict('absence-impossible')
  return app.db.transaction().execute(async (tx) => {
    // Two windows: the second waits, and sees what the first has noted.
    await tx.selectFrom('person').where('id', '=', actor.id).select('id').forUpdate().execute()
    const others = await absencesOf(tx, actor.id, from)
    if (others.some(({ fromOn }) => fromOn <= until)) throw new Conflict('absence-overlaps')
    const { id } = await tx
      .insertInto('absence')
      .values({ personId: actor.id, fromOn: from, untilOn: until, madeAt: now, toldAt: tells ? now : null })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (tells) await tell(app, tx, actor, { kind: 'away', id, from, until })
    return id
  })
}

/**
 * Ends an absence: one that has begun, yesterday; one that has not, never comes. Partners who were told of it are told.
 *
 * @throws Forbidden for a visitor
 * @throws NotFound `no-such-absence`, also for one that is over
 */
export async function endAbsence(app: App, actor: Actor, id: string): Promise<Absence> {
  allow(isSignedIn(actor))
  const today = dayIn(app.now(), actor.zone)
  return app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('person').where('id', '=', actor.id).select('id').forUpdate().execute()
    const absence = (await absencesOf(tx, actor.id, today)).find((one) => one.id === id)
    if (!absence) throw new NotFound('no-such-absence')
    const hasBegun = absence.fromOn < today
    await tx
      .updateTable('absence')
      .set(hasBegun ? { untilOn: addDays(today, -1) } : { cancelledAt: app.now() })
      .where('id', '=', id)
      .execute()
    const news = { id, from: absence.fromOn, until: absence.untilOn }
    if (absence.toldAt) await tell(app, tx, actor, { kind: hasBegun ? 'back' : 'stays', ...news })
    return absence
  })
}

async function tell(app: App, tx: Tx, actor: Actor & { id: string }, news: AbsenceNews): Promise<void> {
  const partners = await livingPartnersOf(tx, actor.id, app.now())
  const network = await networkIn(app, tx)
  const rounds = new Map(
    await Promise.all(
      [...new Set(partners.map(({ roundId }) => roundId))].map(
        async (id) => [id, await roundById(tx, id)] as const,
      ),
    ),
  )
  const mails = partners.flatMap((to) => {
    const round = rounds.get(to.roundId)
    const email = round && absenceEmail(to, news, { name: actor.name, round, network })
    return email ? [{ key: `absence-${news.kind}:${news.id}:${to.personId}`, email }] : []
  })
  await sendAllOnce(app, tx, mails)
}
