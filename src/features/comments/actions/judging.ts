import { createHash, createHmac } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { type Sender, type Why, whyItWaits } from '../comment.ts'
import { type Count, type Sign, signsOf, weigh } from '../filter.ts'
import { ruleOf } from '../queries/post.ts'
import type { Reasons } from '../queries/queue.ts'
import { addressesIn, folded } from '../text.ts'

/** Whoever had a comment taken away within so many days is read first again. */
const refusedDays = 180
/** The same text within so many days is the same text. */
const repeatedDays = 30

/** A text and who sends it; `except` is the comment itself where it is there already. */
export type Judged = {
  text: string
  email: string
  isEditor: boolean
  isProven: boolean
  except?: string
}

export type Judgement = { why: Why[]; score: number; reasons: Reasons; textHash: Buffer }

/** What the rules and the filter say of a comment, as things stand. */
export async function judge(app: App, tx: Tx, comment: Judged): Promise<Judgement> {
  const textHash = createHash('sha256').update(folded(comment.text)).digest()
  const [rule, sender, isRepeated, counts] = [
    await ruleOf(tx),
    await senderOf(app, tx, comment),
    await repeated(app, tx, textHash, comment.except),
    await countsOf(tx, signsOf(comment)),
  ]
  const links = addressesIn(comment.text).length
  const why = whyItWaits({ sender, links, repeated: isRepeated }, rule)
  const { score, reasons } = weigh(signsOf(comment), counts)
  return { why, score, reasons: { why, weights: reasons }, textHash }
}

async function senderOf(app: App, tx: Tx, { email, isEditor, isProven, except }: Judged): Promise<Sender> {
  const { shown, refused } = await tx
    .selectFrom('comment')
    .where('emailKey', '=', emailKey(email))
    .$if(except !== undefined, (found) => found.where('id', '<>', except ?? ''))
    .select((eb) => [
      // Only what an editor has read speaks for its sender.
      eb.fn.countAll<number>().filterWhere('learned', '=', 'kept').as('shown'),
      eb.fn
        .countAll<number>()
        .filterWhere('state', 'in', ['spam', 'removed'])
        .filterWhere('stateAt', '>', daysBefore(app.now(), refusedDays))
        .as('refused'),
    ])
    .executeTakeFirstOrThrow()
  return { isEditor, isProven, shown, refused }
}

async function repeated(app: App, tx: Tx, textHash: Buffer, except: string | undefined): Promise<boolean> {
  const row = await tx
    .selectFrom('comment')
    .where('textHash', '=', textHash)
    .where('sentAt', '>', daysBefore(app.now(), repeatedDays))
    .$if(except !== undefined, (found) => found.where('id', '<>', except ?? ''))
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function countsOf(tx: Tx, signs: readonly Sign[]): Promise<Map<Sign, Count>> {
  const rows = await tx
    .selectFrom('commentWord')
    .where('word', 'in', signs)
    .select(['word', 'kept', 'spam'])
    .execute()
  return new Map(rows.map(({ word, kept, spam }) => [word, { kept: Number(kept), spam: Number(spam) }]))
}

/** What is kept of the network a comment came from: enough to count, too little to find it. */
export const networkHash = (app: Pick<App, 'config'>, network: string): Buffer =>
  createHmac('sha256', app.config.secret).update(`comment network ${network}`).digest()
