import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import { TooMany } from '../../../platform/refusals.ts'
import { isFresh, type Plain, plainIn, type Refused, sealOf, signedAt } from '../gate.ts'
import { accountLimit, serverLimit } from '../limits.ts'
import { addressIn, type Message, messageIn } from '../schema/messages.ts'
import { isSignedWith } from '../signing.ts'
import { type Account, isServerBlocked, knownAccount } from './accounts.ts'
import { follow, unfollow } from './following.ts'
import { react, takeReactionBack } from './reacting.ts'
import { changeTheirReply, forgetAccount, takeTheirReply, takeTheirReplyBack } from './replying.ts'
import { takeReport } from './reporting.ts'

/** A message as it came. @param url where it was sent, under our own name */
export type Knock = { url: string; headers: Headers; body: string }

/** What became of a message: it is taken, or it is turned away for a reason. */
export type Reception = { taken: string } | { refused: Refused | 'blocked' | 'unknown' | 'forged' }

/**
 * Takes a message from another server, in the order of what each step costs: how it is signed, how it is built, who is kept
 * away, whose key it is, whether the signature holds. Only then is it read. Sent again, it changes nothing.
 *
 * @throws TooMany `too-many` from a server, or an account, that sends more than people do
 * @throws Unavailable `too-busy`
 * @source docs/decisions/0088-the-fediverse.md
 */
export async function receive(app: App, ask: Ask, knock: Knock): Promise<Reception> {
  const seal = sealOf(knock.headers)
  if (typeof seal === 'string') return { refused: seal }
  if (!isFresh(knock.headers, app.now())) return { refused: 'stale' }
  const plain = plainIn(knock.body)
  if (typeof plain === 'string') return { refused: plain }
  const { host } = new URL(plain.actor)
  if (new URL(seal.keyId).host !== host) return { refused: 'forged' }
  if (await isServerBlocked(app.db, host)) return { refused: 'blocked' }
  await refuseFlood(app, host)
  const message = messageIn(plain)
  if (isFarewell(message) && !(await isKnown(app, plain.actor))) return { taken: 'not-known' }
  const account = await signerOf(app, ask, { knock, plain, keyId: seal.keyId })
  if (typeof account === 'string') return { refused: account }
  const taken = await take(app, {
    ...{ account, plain, message, isNew: seal.isNew },
    signed: new Date(signedAt(knock.headers)),
  })
  return { taken }
}

/** Accounts that go are told of everywhere, and most of them nobody here has heard of. */
const isFarewell = (message: Message | null) => message?.type === 'Delete' && message.object === message.actor

const isKnown = async (app: App, address: string): Promise<boolean> =>
  (await app.db
    .selectFrom('fediverseAccount')
    .where('address', '=', address)
    .select('id')
    .executeTakeFirst()) !== undefined

/** @throws TooMany `too-many` */
async function refuseFlood(app: App, host: string): Promise<void> {
  const { count } = await app.db
    .selectFrom('fediverseMessage')
    .innerJoin('fediverseAccount', 'fediverseAccount.id', 'fediverseMessage.accountId')
    .where('host', '=', host)
    .where('cameAt', '>', minutesBefore(app.now(), serverLimit.minutes))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= serverLimit.count) throw new TooMany('too-many', serverLimit.minutes * 60)
}

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

type Signed = { knock: Knock; plain: Plain; keyId: string }

/** Whose message it is; keys are changed now and then, so that one that does not hold is asked for once more. */
async function signerOf(
  app: App,
  ask: Ask,
  { knock, plain, keyId }: Signed,
): Promise<Account | 'unknown' | 'forged' | 'blocked'> {
  const holds = async (account: Account) =>
    account.key.address === keyId && (await isSignedWith(requestOf(knock), account.key))
  const known = await knownAccount(app, ask, plain.actor)
  if (!known) return 'unknown'
  if (known.isBlocked) return 'blocked'
  if (await holds(known)) return known
  if (app.now().getTime() - known.fetchedAt.getTime() < 5 * 60_000) return 'forged'
  const again = await knownAccount(app, ask, plain.actor, { isDoubtful: true })
  return again && (await holds(again)) ? again : 'forged'
}

const requestOf = ({ url, headers, body }: Knock) => new Request(url, { method: 'POST', headers, body })

/**
 * What may be said again under one address: Misskey gives each follow of an account the same one. Signed after it came, it is no
 * request that somebody sends again.
 */
const saidAgain = ['Follow', 'Undo']

type Taking = { account: Account; plain: Plain; message: Message | null; isNew: boolean; signed: Date }

/** @returns what became of it */
async function take(app: App, { account, plain, message, isNew, signed }: Taking): Promise<string> {
  const address = addressIn(plain)
  if (!message || !address || new URL(address).host !== account.host) return 'ignored'
  return app.db.transaction().execute(async (tx) => {
    await refuseChatter(app, tx, account)
    const row = await tx
      .insertInto('fediverseMessage')
      .values({
        // What it says is kept where it becomes something, and nowhere else: not what was written to us alone.
        ...{ address, accountId: account.id, kind: message.type, outcome: 'taken', cameAt: app.now() },
      })
      .onConflict((conflict) =>
        conflict
          .column('address')
          .doUpdateSet({ cameAt: app.now() })
          .where('fediverseMessage.accountId', '=', account.id)
          .where('fediverseMessage.kind', '=', message.type)
          .where('fediverseMessage.kind', 'in', saidAgain)
          .where('fediverseMessage.cameAt', '<', signed),
      )
      .returning('address')
      .executeTakeFirst()
    if (!row) return 'known'
    if (isNew) await noteNewWay(app, tx, account.host)
    const outcome = await act(app, tx, account, message)
    if (outcome !== 'forgotten')
      await tx.updateTable('fediverseMessage').set({ outcome }).where('address', '=', address).execute()
    return outcome
  })
}

/** @throws TooMany `too-many` */
async function refuseChatter(app: App, tx: Tx, { id }: Account): Promise<void> {
  const { count } = await tx
    .selectFrom('fediverseMessage')
    .where('accountId', '=', id)
    .where('cameAt', '>', minutesBefore(app.now(), accountLimit.minutes))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= accountLimit.count) throw new TooMany('too-many', accountLimit.minutes * 60)
}

const noteNewWay = (app: App, tx: Tx, host: string) =>
  tx
    .updateTable('fediverseServer')
    .set({ signedAnewAt: app.now() })
    .where('host', '=', host)
    .where('signedAnewAt', 'is', null)
    .execute()

function act(app: App, tx: Tx, account: Account, message: Message): Promise<string> {
  switch (message.type) {
    case 'Follow':
      return follow(app, tx, account, message)
    case 'Undo':
      return undo(tx, account, message.object)
    case 'Like':
    case 'Announce':
      return react(app, tx, account, message)
    case 'Create':
      return takeTheirReply(app, tx, account, message.object)
    case 'Update':
      return typeof message.object === 'string'
        ? refresh(tx, account)
        : changeTheirReply(app, tx, account, message.object)
    case 'Delete':
      return message.object === account.address
        ? forgetAccount(app, tx, account)
        : takeTheirReplyBack(app, tx, account, message.object)
    case 'Block':
      return unfollow(tx, account, null)
    case 'Move':
      return Promise.resolve('noted')
    case 'Flag':
      return takeReport(app, tx, account, message)
  }
}

/** Follows and reactions are taken back by the address of the message that gave them. */
async function undo(tx: Tx, account: Account, address: string): Promise<string> {
  const ended = await unfollow(tx, account, address)
  return ended === 'ignored' ? takeReactionBack(tx, account, address) : ended
}

/** They say something else of themselves: it is asked for the next time they write. */
async function refresh(tx: Tx, { id }: Account): Promise<string> {
  await tx
    .updateTable('fediverseAccount')
    .set({ fetchedAt: new Date(0) })
    .where('id', '=', id)
    .execute()
  return 'noted'
}
