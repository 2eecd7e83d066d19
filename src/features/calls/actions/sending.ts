import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { type Network, networkIn } from '../../../platform/network/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { changeAnswers, type Received, receiveApplication } from '../../applications/index.ts'
import { currentConduct } from '../../pages/index.ts'
import { answersIn, keepQuestions, questionsOf } from '../../questions/index.ts'
import { phaseOf, type Round } from '../../rounds/index.ts'
import { listIn, textIn, type Values } from '../draft.ts'
import { copyEmail } from '../emails.ts'
import { type Answered, begunBy, formerRoundsOf, knownOwn } from '../queries/answers.ts'
import type { Draft } from '../queries/drafts.ts'
import { answersFrom, firstUnfinished, zoneIn } from '../schema.ts'
import { countEmail } from './floods.ts'
import { type Asker, openDraft } from './saving.ts'
import { countArrival } from './short-addresses.ts'

/**
 * Sends an application, or the changes to one that was sent; of one draft twice, it is one application, and at once it
 * is one email. A copy goes to its address. Somebody who is not signed in is asked by that email to confirm the address.
 *
 * @param accepted the version of the code of conduct that was read and accepted
 * @returns the secret for a browser that had none yet
 * @throws Conflict `call-not-open` after the deadline: what was typed is kept; `network-paused`; `form-unfinished`;
 *   `conduct-changed` when
 *   there is a newer code of conduct by now, to be accepted anew; `not-changeable` when it was dropped, or made one with another
 * @throws TooMany `too-many` when the address gets too many emails
 */
export async function sendApplication(
  app: App,
  asker: Asker,
  round: Round,
  accepted: string,
): Promise<string | null> {
  if (phaseOf(round, app.now()) !== 'applying') throw new Conflict('call-not-open', { code: round.code })
  return app.db.transaction().execute(async (tx) => {
    const network = await networkIn(app, tx)
    if (network.pausedAt) throw new Conflict('network-paused')
    const { draft, secret } = await openDraft(app, tx, asker, round)
    if (await isSamePress(tx, draft, app.now())) return null
    await keepQuestions(tx, round.id)
    const questions = await questionsOf(tx, round.id)
    const holder = { ...asker, secret: secret ?? asker.secret }
    const begun = await begunBy(tx, round, holder, { now: app.now(), questions })
    const { values } = begun
    if (firstUnfinished(values, questions)) throw new Conflict('form-unfinished')
    const codeVersion = await currentConduct(tx)
    if (codeVersion !== accepted) throw new Conflict('conduct-changed')
    const answers = answersFrom(values, { ...(await knownOf(tx, asker, round, values)), codeVersion })
    const own = answersIn(questions, values)
    const again = begun.former.map(({ id }) => id).filter((id) => listIn(values, 'again').includes(id))
    const known = draft.applicationId ?? knownOwn(begun.application)
    const id = await received(app, tx, asker, round, { known, answers, own, again })
    await recordSent(app, tx, asker, round, { ...begun, network, draftId: draft.id, id })
    if (draft.via !== null && known === null) await countArrival(tx, app.now(), draft.via)
    return secret
  })
}

/** How soon after it was sent the same is no second sending, but an impatient press, or a page that was loaded anew. */
const samePressMs = 30_000

async function isSamePress(tx: Tx, draft: Omit<Draft, 'pages'>, now: Date): Promise<boolean> {
  const { applicationId, sentAt, savedAt } = draft
  if (!applicationId || !sentAt || savedAt > sentAt || now.getTime() - sentAt.getTime() > samePressMs)
    return false
  const living = tx.selectFrom('application').where('id', '=', applicationId).where('withdrawnAt', 'is', null)
  return (await living.select('id').executeTakeFirst()) !== undefined
}

async function knownOf(tx: Tx, { personId, locale }: Asker, round: Round, values: Values) {
  return {
    countryWritten: formats(locale, 'UTC').country(textIn(values, 'country')),
    formerRounds: personId ? await formerRoundsOf(tx, personId, round.id) : [],
  }
}

async function received(
  app: App,
  tx: Tx,
  { personId, locale }: Asker,
  round: Round,
  { known, ...sent }: { known: string | null } & Omit<Received, 'locale'>,
): Promise<string> {
  if (known === null) return receiveApplication(app, tx, round, { ...sent, locale, personId })
  await changeAnswers(app, tx, known, { ...sent, locale })
  return known
}

async function recordSent(
  app: App,
  tx: Tx,
  asker: Asker,
  round: Round,
  { network, draftId, id, ...answered }: { network: Network; draftId: string; id: string } & Answered,
): Promise<void> {
  const confirm = asker.personId === null ? newSecret() : null
  const email = textIn(answered.values, 'email')
  await countEmail(app, tx, draftId, { ...asker, email })
  await tx
    .updateTable('applicationDraft')
    .set({ applicationId: id, sentAt: app.now(), via: null, confirmHash: confirm ? hashOf(confirm) : null })
    .where('id', '=', draftId)
    .execute()
  const zone = zoneIn(answered.values) ?? round.zone
  const occasion = { round, zone, network, confirm }
  const copy = copyEmail({ ...asker, email }, answered, occasion)
  await sendOnce(app, tx, `application-copy:${id}:${app.now().getTime()}`, copy)
}
