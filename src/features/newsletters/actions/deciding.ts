import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { isPressedTwice, note } from '../../../platform/journal.ts'
import { joinCampaign, resumeCampaign, sendOnce, stopCampaign } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { issueEmail } from '../emails/issue.ts'
import { lacksOf } from '../issue.ts'
import { mayWorkOnIssues } from '../policy.ts'
import { issueById, lockIssue, placesOf, textsOf } from '../queries/issues.ts'
import { readersOf } from '../queries/readers.ts'

/** Rows in one statement. */
const batchSize = 5_000

/**
 * Decides that an issue is sent: its readers are fixed at this moment, and nothing in it changes any more. Pressed twice, it is
 * decided once.
 *
 * @param sendAt null for at once
 * @param revision of the issue as it was read
 * @returns how many get it
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-issue`
 * @throws Conflict `issue-decided`; `issue-changed`; `issue-unready`; `nobody-to-send-to`
 */
export async function decideIssue(
  app: App,
  actor: Actor,
  id: string,
  { sendAt, revision }: { sendAt: Date | null; revision: number },
): Promise<number> {
  allow(mayWorkOnIssues(actor))
  return app.db.transaction().execute(async (tx) => {
    const issue = await lockIssue(tx, id)
    const isAgain = { act: 'issue.decided', subject: id } as const
    if (issue.decidedAt !== null && (await isPressedTwice(tx, app.now(), actor.id, isAgain)))
      return issue.recipientCount ?? 0
    if (issue.decidedAt !== null) throw new Conflict('issue-decided')
    if (issue.revision !== revision) throw new Conflict('issue-changed')
    const texts = await textsOf(tx, id)
    if (lacksOf(texts, (await placesOf(tx, id)).length).length > 0) throw new Conflict('issue-unready')
    const readers = await readersOf(app, tx, { audience: issue.audience, texts })
    const getting = readers.filter(({ verdict }) => verdict === 'gets')
    if (getting.length === 0) throw new Conflict('nobody-to-send-to')
    await freeze(tx, id, getting)
    const now = app.now()
    const campaign = { key: `issue:${id}`, kind: 'issue', createdBy: actor.id }
    await tx
      .updateTable('issue')
      .set({
        ...{ decidedAt: now, decidedBy: actor.id, sendAt: sendAt ?? now },
        ...{ recipientCount: getting.length, campaignId: await joinCampaign(app, tx, campaign) },
      })
      .where('id', '=', id)
      .execute()
    await note(tx, now, actor.id, 'issue.decided', id, { readers: getting.length, at: sendAt ?? now })
    return getting.length
  })
}

async function freeze(
  tx: Tx,
  issueId: string,
  readers: readonly { id: string; locale: string }[],
): Promise<void> {
  for (let from = 0; from < readers.length; from += batchSize)
    await tx
      .insertInto('issueRecipient')
      .values(
        readers
          .slice(from, from + batchSize)
          .map(({ id, locale }) => ({ issueId, subscriberId: id, locale })),
      )
      .execute()
}

/**
 * Takes a decision back while nothing has left: the issue is in preparation again.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-issue`
 * @throws Conflict `issue-has-begun`; `issue-not-decided`
 */
export async function callBackIssue(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayWorkOnIssues(actor))
  await app.db.transaction().execute(async (tx) => {
    const issue = await lockIssue(tx, id)
    const isAgain = { act: 'issue.called-back', subject: id } as const
    if (issue.decidedAt === null && (await isPressedTwice(tx, app.now(), actor.id, isAgain))) return
    if (issue.decidedAt === null) throw new Conflict('issue-not-decided')
    if (issue.begunAt !== null) throw new Conflict('issue-has-begun')
    await tx.deleteFrom('issueRecipient').where('issueId', '=', id).execute()
    if (issue.campaignId !== null) await resumeCampaign(tx, issue.campaignId)
    await tx
      .updateTable('issue')
      .set({ decidedAt: null, decidedBy: null, sendAt: null, recipientCount: null })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'issue.called-back', id)
  })
}

/**
 * Stops an issue half-way, or lets it go on. Emails on their way are finished; a second time changes nothing.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-issue`
 * @throws Conflict `issue-not-decided`
 */
export async function turnIssue(
  app: App,
  actor: Actor,
  id: string,
  to: 'stopped' | 'resumed',
): Promise<void> {
  allow(mayWorkOnIssues(actor))
  await app.db.transaction().execute(async (tx) => {
    const { decidedAt, campaignId } = await lockIssue(tx, id)
    if (decidedAt === null || campaignId === null) throw new Conflict('issue-not-decided')
    await (to === 'stopped' ? stopCampaign(tx, campaignId, app.now()) : resumeCampaign(tx, campaignId))
    await note(tx, app.now(), actor.id, `issue.${to}`, id)
  })
}

/**
 * Sends an issue to the one who asks, as it would be sent now but for its last lines: alone, and on no list.
 *
 * @throws Forbidden unless an editor with an address asks
 * @throws NotFound `no-such-issue`
 * @throws Conflict `issue-unready` when it says nothing in this language
 */
export async function testIssue(app: App, actor: Actor, id: string, locale: string): Promise<void> {
  const issue = await issueById(app.db, actor, id, app.now())
  const text = issue.texts.find((one) => one.locale === locale)
  if (!text) throw new Conflict('issue-unready')
  allow(actor.email !== null)
  const network = await networkIn(app)
  const drawn = issueEmail(app, { issue, text, posts: issue.posts, network, isTest: true })
  await app.db.transaction().execute(async (tx) => {
    const { list: _list, subscriberId: _nobody, ...email } = drawn
    const to = { to: actor.email ?? '', personId: actor.id }
    await sendOnce(app, tx, `issue-test:${id}:${locale}:${app.now().getTime()}`, { ...email, ...to })
    await note(tx, app.now(), actor.id, 'issue.tested', id)
  })
}
