import { randomInt } from 'node:crypto'
import type { App } from '../../../platform/app.ts'
import { isUuid } from '../../../platform/ids.ts'
import { joining } from '../../../platform/joining.ts'
import { note } from '../../../platform/journal.ts'
import { pausedSince } from '../../../platform/network/index.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { creditText, pictureFile } from '../../media/index.ts'
import type { Actor } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import { keyOf, nextTry } from '../outlet.ts'
import { mayTellAgain } from '../policy.ts'
import { type Due, lease, untoldPosts } from '../queries/due.ts'
import { type Picture, type Problem, ServiceRefuses } from './service.ts'
import { openedKey, serviceOf } from './services.ts'

/** So many at a time: a worker that is killed leaves these to others a few minutes later. */
const AT_ONCE = 10
const LEASE_MINUTES = 5

/**
 * Tells of each post that came out, once on each account, and takes away what was said of one that was withdrawn. What fails
 * is tried again with growing pauses; then it waits for an editor. A network that is paused tells of nothing, and takes away.
 */
export async function tellOutlets(app: App, ask: Ask): Promise<void> {
  const isPaused = (await pausedSince(app.db)) !== null
  if (!isPaused) await makeMessages(app)
  for (const due of await lease(app.db, app.now(), { most: AT_ONCE, minutes: LEASE_MINUTES, isPaused }))
    await settle(app, due, ask)
}

async function makeMessages(app: App): Promise<void> {
  const now = app.now()
  const untold = await untoldPosts(app.db, now)
  if (untold.length === 0) return
  // Of one instant no two have the same number: a service would take the second message for the first.
  const first = randomInt(1024)
  const rows = untold.map((one, at) => ({
    ...one,
    ...{ key: keyOf(now, (first + at) % 1024), madeAt: now, nextAt: now },
  }))
  await app.db
    .insertInto('outletMessage')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What became of one, as its row keeps it. */
type Outcome = {
  sentAt?: Date
  remote?: string
  url?: string | null
  removedAt?: Date
  tries: number
  nextAt: Date | null
  problem: Problem | null
  said: string
}

const done = { tries: 0, nextAt: null, problem: null, said: '' }

async function settle(app: App, due: Due, ask: Ask): Promise<void> {
  const outcome = await tried(app, due, ask).catch((error: unknown): Outcome => failed(app, due, error))
  await app.db
    .updateTable('outletMessage')
    .set({ ...outcome, leasedUntil: null })
    .where('outletId', '=', due.outletId)
    .where('postId', '=', due.postId)
    .execute()
}

async function tried(app: App, due: Due, ask: Ask): Promise<Outcome> {
  const service = serviceOf(ask, due, openedKey(app, due.token))
  if (due.remote !== null) {
    await service.remove(due.remote)
    return { ...done, removedAt: app.now() }
  }
  const { title, tags, locale, key, slug, madeAt } = due
  const picture = await pictureOf(app, due)
  const url = app.origin + postPath(slug)
  const sent = await service.send({ title, tags, locale, key, url, picture, at: madeAt })
  return { ...done, ...sent, sentAt: app.now() }
}

/** What a service never takes is not sent again by itself. */
function failed(app: App, { tries, key }: Due, error: unknown): Outcome {
  const isKnown = error instanceof ServiceRefuses
  const problem = isKnown ? error.problem : 'busy'
  const said = isKnown ? error.said : String(error instanceof Error ? error.message : error).slice(0, 300)
  app.log.warn({ key, problem, said }, 'outlet_failed')
  const nextAt = problem === 'busy' ? nextTry(tries + 1, app.now()) : null
  return { tries: tries + 1, nextAt, problem, said }
}

/** The largest picture that a service takes. */
const WIDEST = 1600
const MOST_BYTES = 950_000

/** Whoever sees it elsewhere reads who made it, where its words for those who cannot see it are read. */
async function pictureOf(app: App, { picture, locale }: Due): Promise<Picture | null> {
  if (!picture) return null
  for (const width of picture.widths.filter((one) => one <= WIDEST).reverse()) {
    const bytes = await pictureFile(app, { id: picture.id, width, format: 'jpeg' })
    if (bytes.length > MOST_BYTES) continue
    const height = Math.max(1, Math.round((picture.height * width) / picture.width))
    const credit = creditText(picture, locale)
    return { bytes, width, height, alt: credit ? joining(locale).aside(picture.alt, credit) : picture.alt }
  }
  return null
}

/**
 * Has what failed sent once more, or taken away once more.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-outlet` where nothing has failed
 */
export async function tellAgain(
  app: App,
  actor: Actor,
  { outletId, postId }: { outletId: string; postId: string },
): Promise<void> {
  allow(mayTellAgain(actor))
  if (!isUuid(outletId) || !isUuid(postId)) throw new NotFound('no-such-outlet')
  await app.db.transaction().execute(async (tx) => {
    const now = app.now()
    const again = await tx
      .updateTable('outletMessage')
      .set({ tries: 0, nextAt: now })
      .where('outletId', '=', outletId)
      .where('postId', '=', postId)
      .where('nextAt', 'is', null)
      .where('problem', 'is not', null)
      .returning('key')
      .executeTakeFirst()
    if (!again) throw new NotFound('no-such-outlet')
    await note(tx, now, actor.id, 'outlet.told-again', postId)
  })
}
