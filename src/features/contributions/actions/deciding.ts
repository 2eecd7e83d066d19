import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { firstWords } from '../../../platform/markdown.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { keepImage } from '../../media/index.ts'
import { type Actor, inCharge } from '../../people/index.ts'
import { setLicence, startPost } from '../../posts/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { bodyOf, questionNumbers } from '../contribution.ts'
import { mayEditContributions } from '../policy.ts'
import { type Contribution, contributionOnDesk } from '../queries/contributions.ts'
import { heldImage } from '../queries/pictures.ts'
import { words } from '../words.ts'
import { isSaidAlready, keepWord } from './keeping.ts'
import { tellAuthor, tellEditors } from './telling.ts'

/** Takes a contribution that nobody looks after, or from whoever does. @throws as `onDesk` does */
export const claimContribution = (app: App, actor: Actor, id: string): Promise<void> =>
  onDesk(app, actor, id, async (tx) => {
    await setOwner(tx, id, actor.id)
    await note(tx, app.now(), actor.id, 'contribution.claimed', id)
  })

/**
 * Says which editor looks after a contribution; they are told.
 *
 * @param ownerId null for nobody
 * @throws as `onDesk` does, and NotFound `no-such-editor`
 */
export const handContribution = (app: App, actor: Actor, id: string, ownerId: string | null): Promise<void> =>
  onDesk(app, actor, id, async (tx, contribution) => {
    const { people } = await inCharge(tx, 'editor', app.now())
    const owner = people.find((one) => one.id === ownerId)
    if (ownerId !== null && !owner) throw new NotFound('no-such-editor')
    await setOwner(tx, id, ownerId)
    await note(tx, app.now(), actor.id, 'contribution.handed', id)
    if (owner) {
      const handed = { ...contribution, owner: { id: owner.id, name: owner.name } }
      await tellEditors(app, tx, actor, { told: 'handed', contribution: handed, by: actor.name })
    }
  })

const setOwner = (tx: Tx, id: string, ownerId: string | null) =>
  tx.updateTable('contribution').set({ ownerId }).where('id', '=', id).execute()

/** Says something about a contribution to the other editors; its author never sees it. @throws as `onDesk` does */
export const noteOnContribution = (app: App, actor: Actor, id: string, text: string): Promise<void> =>
  onDesk(app, actor, id, async (tx) => {
    if (await isSaidAlready(tx, actor.id, { id, kind: 'note', text })) return
    await keepWord(app, tx, actor.id, { id, kind: 'note', text })
    await note(tx, app.now(), actor.id, 'contribution.noted', id)
  })

/** What an editor decides, of the revision that they read, and what they say to its author. */
type Decision = { revision: number; word: string }
type DecidedStage = 'asked' | 'declined' | 'accepted'

/**
 * Asks its author to change something. It leaves the desk until they have.
 *
 * @throws as `deciding` does
 */
export const askForChanges = (app: App, actor: Actor, id: string, decision: Decision): Promise<void> =>
  deciding(app, actor, id, { ...decision, stage: 'asked' }, async (tx) => {
    await note(tx, app.now(), actor.id, 'contribution.asked', id)
  })

/** Declines a contribution with thanks. @throws as `deciding` does */
export const declineContribution = (app: App, actor: Actor, id: string, decision: Decision): Promise<void> =>
  deciding(app, actor, id, { ...decision, stage: 'declined' }, async (tx) => {
    await note(tx, app.now(), actor.id, 'contribution.declined', id)
  })

/** Its place in the plan: a round, or none, and one of its fortnights, or none. */
type Place = { code: string; fortnight: number | null }

/**
 * Accepts a contribution: it becomes the draft of a post, with its byline and its picture, which nobody lets come out before
 * its author has agreed to the text.
 *
 * @returns the id of the post
 * @throws as `deciding` does, and NotFound `no-such-round`
 */
export async function acceptContribution(
  app: App,
  actor: Actor,
  id: string,
  { place, ...decision }: Decision & { place: Place },
): Promise<string> {
  await deciding(app, actor, id, { ...decision, stage: 'accepted' }, async (tx, contribution) => {
    const postId = await draftFrom(app, tx, actor, contribution, place)
    await tx
      .updateTable('contribution')
      .set({ postId, ownerId: contribution.owner?.id ?? actor.id })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'contribution.accepted', id)
  })
  const { post } = await contributionOnDesk(app.db, actor, id)
  if (post === null) throw new NotFound('no-such-contribution')
  return post.id
}

async function draftFrom(
  app: App,
  tx: Tx,
  actor: Actor,
  contribution: Contribution,
  { code, fortnight }: Place,
): Promise<string> {
  const { title, language, name, coauthors, personId, country, about } = contribution
  const t = words(language)
  const body = bodyOf(
    contribution,
    questionNumbers.map((number) => t(`question.${number}`)),
  )
  const roundId = code === '' ? null : (await roundByCode(tx, actor, code)).id
  const account = personId !== null && (await nameOf(tx, personId)) === name ? personId : null
  const text = {
    ...{ title, body, locale: language, summary: firstWords(body).slice(0, 300) },
    ...{ questions: [], hashtag: '', tags: [], mediaId: await pictureFrom(app, tx, actor, contribution) },
    authors: [{ name, personId: account, country, about }, ...coauthors.map((one) => ({ name: one }))],
  }
  const { id } = await startPost(app, tx, text, {
    ...{ roundId, fortnight: roundId === null ? null : fortnight, part: 'guest', stage: 'assigned' },
    ...{ assigneeId: contribution.owner?.id ?? actor.id, byId: null, wished: title, agreedRevision: 0 },
  })
  await setLicence(tx, id, contribution.licence)
  return id
}

const nameOf = async (tx: Tx, id: string) =>
  (await tx.selectFrom('person').where('id', '=', id).select('name').executeTakeFirst())?.name

/** Its picture enters the library, with what its author said of it. */
async function pictureFrom(app: App, tx: Tx, actor: Actor, contribution: Contribution) {
  const { pictureId, pictureAlt, pictureCaption, pictureAuthor, licence, name, language } = contribution
  const held = pictureId === null ? null : await heldImage(tx, pictureId)
  if (!held) return null
  const author = pictureAuthor || name
  const source = words(language)('picture.source', { name })
  const said = { alt: pictureAlt, caption: pictureCaption, author, source, licence }
  return keepImage(app, tx, actor, { ...held, said })
}

/** What an editor decided is kept, and its author is told. */
async function decided(
  app: App,
  tx: Tx,
  actor: Actor,
  { id, stage, word }: { id: string; stage: DecidedStage; word: string },
): Promise<void> {
  await tx
    .updateTable('contribution')
    .set({ stage, stageAt: app.now(), stageBy: actor.id })
    .where('id', '=', id)
    .execute()
  await keepWord(app, tx, actor.id, { id, kind: stage, text: word })
  await tellAuthor(app, tx, id, { told: stage, word })
}

/**
 * A decision about one that waits, of the text that was read; once, where the same is decided twice.
 *
 * @throws as `onDesk` does
 * @throws Conflict `contribution-decided` when somebody has decided meanwhile; `contribution-changed` when its author has
 *   changed it since it was opened
 */
const deciding = (
  app: App,
  actor: Actor,
  id: string,
  { revision, word, stage }: Decision & { stage: DecidedStage },
  decide: (tx: Tx, contribution: Contribution) => Promise<void>,
): Promise<void> =>
  onDesk(app, actor, id, async (tx, contribution) => {
    if (await isSaidAlready(tx, actor.id, { id, kind: stage, text: word })) return
    if (!['waiting', 'asked'].includes(contribution.stage)) throw new Conflict('contribution-decided')
    if (contribution.revision !== revision) throw new Conflict('contribution-changed')
    await decided(app, tx, actor, { id, stage, word })
    await decide(tx, contribution)
  })

/** @throws Forbidden unless an editor asks @throws NotFound `no-such-contribution` */
export async function onDesk<Done>(
  app: App,
  actor: Actor,
  id: string,
  step: (tx: Tx, contribution: Contribution) => Promise<Done>,
): Promise<Done> {
  allow(mayEditContributions(actor))
  return app.db.transaction().execute(async (tx) => {
    const { id: known } = await contributionOnDesk(tx, actor, id)
    await tx.selectFrom('contribution').where('id', '=', known).select('id').forUpdate().execute()
    return step(tx, await contributionOnDesk(tx, actor, known))
  })
}
