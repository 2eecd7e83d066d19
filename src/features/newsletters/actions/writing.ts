import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { madeOnce } from '../../../platform/made-once.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Audience, type Issue, type IssueText, mostPosts, moved } from '../issue.ts'
import { mayWorkOnIssues } from '../policy.ts'
import { lockIssue, placesOf, textsOf } from '../queries/issues.ts'

/**
 * Begins an issue, empty.
 *
 * @param once the number of the form, which makes one of an issue that is begun twice
 * @returns its id
 * @throws Forbidden unless an editor asks
 */
export async function beginIssue(app: App, actor: Actor, once?: string): Promise<string> {
  allow(mayWorkOnIssues(actor))
  return app.db.transaction().execute((tx) =>
    madeOnce(tx, app.now(), { once, of: [actor.id] }, async () => {
      const { id } = await tx
        .insertInto('issue')
        .values({ audience: 'all', createdAt: app.now(), createdBy: actor.id })
        .returning('id')
        .executeTakeFirstOrThrow()
      await note(tx, app.now(), actor.id, 'issue.begun', id)
      return id
    }),
  )
}

/**
 * Says what an issue says in one language; a new language comes last.
 *
 * @param revision of the issue as it was read
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-issue`
 * @throws Conflict `issue-decided`; `issue-changed` when somebody changed it meanwhile
 */
export const saveIssueText = (
  app: App,
  actor: Actor,
  id: string,
  { revision, ...text }: Omit<IssueText, 'place'> & { revision: number },
) =>
  change(app, actor, id, async (tx, issue) => {
    if (issue.revision !== revision) throw new Conflict('issue-changed')
    const texts = await textsOf(tx, id)
    const place = Math.max(0, ...texts.map((one) => one.place)) + 1
    await tx
      .insertInto('issueText')
      .values({ issueId: id, place, ...text })
      .onConflict((conflict) => conflict.columns(['issueId', 'locale']).doUpdateSet(text))
      .execute()
  })

/** Takes a language out of an issue. @throws as `saveIssueText` */
export const dropIssueText = (app: App, actor: Actor, id: string, locale: string) =>
  change(app, actor, id, async (tx) => {
    await tx.deleteFrom('issueText').where('issueId', '=', id).where('locale', '=', locale).execute()
  })

/** For whom it is. @throws as `saveIssueText` */
export const setAudience = (app: App, actor: Actor, id: string, audience: Audience) =>
  change(app, actor, id, async (tx) => {
    await tx.updateTable('issue').set({ audience }).where('id', '=', id).execute()
  })

/**
 * Puts posts into an issue, after those that are in it.
 *
 * @throws as `saveIssueText`
 * @throws Conflict `too-many-posts`
 */
export const addPosts = (app: App, actor: Actor, id: string, postIds: readonly string[]) =>
  change(app, actor, id, async (tx) => {
    const places = await placesOf(tx, id)
    const known = await tx
      .selectFrom('post')
      .select('id')
      .where('id', 'in', [...postIds])
      .execute()
    const added = postIds.filter((one) => known.some((post) => post.id === one) && !places.includes(one))
    await place(tx, id, [...places, ...added])
  })

/** Moves a post of an issue by one place, or takes it out. @throws as `saveIssueText` */
export const movePost = (
  app: App,
  actor: Actor,
  id: string,
  { postId, to }: { postId: string; to: 'up' | 'down' | 'out' },
) =>
  change(app, actor, id, async (tx) => {
    const places = await placesOf(tx, id)
    await place(
      tx,
      id,
      to === 'out' ? places.filter((one) => one !== postId) : moved(places, postId, to === 'up' ? -1 : 1),
    )
  })

async function place(tx: Tx, issueId: string, postIds: readonly string[]): Promise<void> {
  if (postIds.length > mostPosts) throw new Conflict('too-many-posts', { most: mostPosts })
  await tx.deleteFrom('issuePost').where('issueId', '=', issueId).execute()
  if (postIds.length === 0) return
  await tx
    .insertInto('issuePost')
    .values(postIds.map((postId, index) => ({ issueId, postId, place: index + 1 })))
    .execute()
}

/** Lets an issue go that was not decided on. @throws as `saveIssueText` */
export async function dropIssue(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayWorkOnIssues(actor))
  await app.db.transaction().execute(async (tx) => {
    refuseDecided(await lockIssue(tx, id))
    await tx.deleteFrom('issue').where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'issue.dropped', null)
  })
}

async function change(
  app: App,
  actor: Actor,
  id: string,
  act: (tx: Tx, issue: Issue) => Promise<void>,
): Promise<void> {
  allow(mayWorkOnIssues(actor))
  await app.db.transaction().execute(async (tx) => {
    const issue = await lockIssue(tx, id)
    refuseDecided(issue)
    await act(tx, issue)
    await tx
      .updateTable('issue')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'issue.changed', id)
  })
}

/** What was decided is sent as it was when it was decided. */
function refuseDecided({ decidedAt }: Issue): void {
  if (decidedAt !== null) throw new Conflict('issue-decided')
}
