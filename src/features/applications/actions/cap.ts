import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { note } from '../../../platform/journal.ts'
import { openCampaign, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { keepCap, lockRound, openCalls, type Round, releaseOf, roundByCode } from '../../rounds/index.ts'
import type { Application } from '../application.ts'
import { applyCap, type CountryShare } from '../cap.ts'
import { type Answered, acceptedEmail, waitingListEmail } from '../emails.ts'
import { mayCleanApplications } from '../policy.ts'
import { candidatesOn } from '../queries/cap.ts'
import { deskFor } from '../queries/desk.ts'
import { peopleOf } from './people.ts'

export type CapApplied = {
  percent: number
  /** Everyone who has a place now, and everyone who waits. */
  accepted: number
  waiting: number
  newlyAccepted: number
  newlyWaiting: number
  countries: CountryShare[]
}

/**
 * Gives places to all who are ready, up to the country cap, and puts the others on the waiting list; writes to each of
 * them once. Doing it again gives places to who has become ready since, and changes nothing else.
 *
 * @param percent most that one country may have of all accepted; kept for the round. As it is by default.
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `cap-out-of-range`, `round-is-released` once pairings went out, `nobody-ready`
 * @source programme handbook, "Country cap"
 */
export async function applyCountryCap(
  app: App,
  actor: Actor,
  roundCode: string,
  percent?: number,
): Promise<CapApplied> {
  allow(mayCleanApplications(actor))
  if (percent !== undefined && !(Number.isInteger(percent) && percent >= 1 && percent <= 100))
    throw new Conflict('cap-out-of-range')
  const { id } = await roundByCode(app.db, actor, roundCode)
  return app.db.transaction().execute(async (tx) => {
    const round = await lockRound(tx, id)
    if (await releaseOf(tx, round.id)) throw new Conflict('round-is-released')
    const capPercent = percent ?? round.capPercent
    const desk = await deskFor(tx, actor, round.id)
    const candidates = candidatesOn(desk)
    if (candidates.length === 0) throw new Conflict('nobody-ready')
    const outcome = applyCap(candidates, capPercent)
    const inState = (ids: readonly string[], state: string) =>
      ids.filter((one) => desk.states.get(one) !== state).flatMap((one) => desk.byId.get(one) ?? [])
    const toAccept = inState(outcome.accepted, 'accepted')
    const toWait = inState(outcome.waiting, 'waiting')
    await keepCap(tx, round.id, { capPercent, capAppliedAt: app.now() })
    await answer(app, tx, actor, { ...round, capPercent }, { toAccept, toWait })
    const done = {
      accepted: outcome.accepted.length,
      waiting: outcome.waiting.length,
      newlyAccepted: toAccept.length,
      newlyWaiting: toWait.length,
    }
    await note(tx, app.now(), actor.id, 'cap.applied', round.id, { percent: capPercent, ...done })
    return { percent: capPercent, ...done, countries: outcome.countries }
  })
}

type Answers = { toAccept: readonly Application[]; toWait: readonly Application[]; isReleased?: boolean }

/** Writes the answers down and queues a mail to each person. */
export async function answer(
  app: App,
  tx: Tx,
  actor: Actor,
  round: Round,
  { toAccept, toWait, isReleased = false }: Answers,
): Promise<void> {
  const people = await peopleOf(app, tx, [...toAccept, ...toWait])
  const now = app.now()
  await setAnswer(tx, people, toAccept, { acceptedAt: now, waitlistedAt: null })
  await setAnswer(tx, people, toWait, { acceptedAt: null, waitlistedAt: now })
  const campaignId = await campaignOf(app, tx, actor, round)
  const call = (await openCalls(tx, now)).find(({ startsOn }) => startsOn > round.startsOn)
  const occasion = { round, network: await networkIn(app, tx), campaignId, isReleased, call }
  // Who withdrew and applied anew is answered anew.
  const sentAt = new Map([...toAccept, ...toWait].map(({ id, submittedAt }) => [id, submittedAt.getTime()]))
  const keyOf = (kind: string, { applicationId: id }: Answered) => `${kind}:${id}:${sentAt.get(id)}`
  // Some at a time: a round of thousands is not held in memory as finished mails.
  for (const some of chunks(answeredOf(toAccept, people))) {
    await sendAllOnce(
      app,
      tx,
      some.map((to) => ({ key: keyOf('accepted', to), email: acceptedEmail(to, occasion) })),
    )
  }
  for (const some of chunks(answeredOf(toWait, people))) {
    await sendAllOnce(
      app,
      tx,
      some.map((to) => ({ key: keyOf('waiting-list', to), email: waitingListEmail(to, occasion) })),
    )
  }
}

async function setAnswer(
  tx: Tx,
  people: ReadonlyMap<string, { id: string }>,
  applications: readonly Application[],
  answer: { acceptedAt: Date | null; waitlistedAt: Date | null },
): Promise<void> {
  for (const some of chunks(applications)) {
    const ids = some.map(({ id }) => id)
    const personIds = ids.map((id) => people.get(id)?.id ?? null)
    await sql`
      update application set
        accepted_at = ${answer.acceptedAt}, waitlisted_at = ${answer.waitlistedAt}, person_id = of.person_id
      from unnest(${ids}::uuid[], ${personIds}::uuid[]) as of (id, person_id)
      where application.id = of.id`.execute(tx)
  }
}

const answeredOf = (applications: readonly Application[], people: ReadonlyMap<string, Person>): Answered[] =>
  applications.flatMap((application) => {
    const person = people.get(application.id)
    return person
      ? [{ applicationId: application.id, email: application.email, ...person, personId: person.id }]
      : []
  })
type Person = { id: string; givenName: string; name: string; locale: string; zone: string }

/** Answers of a round belong together, however often the cap is applied. */
async function campaignOf(app: App, tx: Tx, actor: Actor, round: Round): Promise<string> {
  const key = `answers:${round.id}`
  const open = await tx.selectFrom('mailCampaign').where('key', '=', key).select('id').executeTakeFirst()
  return open?.id ?? openCampaign(app, tx, { key, kind: 'answers', roundId: round.id, createdBy: actor.id })
}
