import { aBrowser } from '../../src/features/calls/browser.builder.ts'
import { decideComments } from '../../src/features/comments/actions/moderating.ts'
import { claimComment } from '../../src/features/comments/actions/own.ts'
import { type NewComment, sendComment } from '../../src/features/comments/actions/sending.ts'
import { visitor } from '../../src/features/people/index.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aPerson, aRound } from '../builders.ts'
import { type TestApp, testApp } from '../harness.ts'

const reader = visitor('en')

let sent = 0

export const read = ({ number, revision }: { number: number; revision: number }) => [{ number, revision }]

/** For tests: a post, whoever decides about its comments, and ways to send one. */
export async function aCommentedBlog() {
  const app = await testApp('2016-03-01T12:00:00Z')
  const site = createSite(app, await buildAssets())
  const round = await aRound(app)
  const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
  const author = await app.db
    .insertInto('author')
    .values({ name: editor.name, slug: 'vera-lind', personId: editor.id, createdAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()

  const browser = (headers = {}) => aBrowser(site, app.origin, headers)

  const aPost = (slug: string) => aPostOf(app, slug, { editor, roundId: round.id, authorId: author.id })
  await aPost('desk')

  /** Sends a comment past the page on which it is read once more; who has commented before presses the button of the email. */
  async function send(
    { isStranger = false, ...wish }: Partial<NewComment> & { isStranger?: boolean } = {},
    slug = 'desk',
    actor = reader,
  ) {
    sent += 1
    const comment = {
      name: 'Amara',
      email: 'amara@lib.example',
      text: `Words ${sent}.`,
      follows: false,
      to: null,
    }
    const coming = { slug, network: `203.0.113.${sent % 250}`, locale: 'en', once: `once ${sent}` }
    const id = await sendComment(app, actor, { ...comment, ...wish }, coming)
    if (!isStranger) await claimComment(app, id, 1)
    return row(id)
  }

  /** An editor lets a first comment appear: the next ones of its address appear at once. */
  const firstShown = async () => decideComments(app, editor, read(await send()), 'shown')

  const row = (id: string) =>
    app.db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  const minutesLater = (minutes: number) =>
    app.at(new Date(app.now().getTime() + minutes * 60_000).toISOString())

  const mailTo = (address: string) =>
    app.db
      .selectFrom('outbox')
      .selectAll()
      .where('toAddress', '=', address)
      .orderBy('createdAt')
      .orderBy('dueAt')
      .execute()

  return { app, site, editor, browser, aPost, send, row, minutesLater, mailTo, firstShown }
}

async function aPostOf(
  app: TestApp,
  slug: string,
  { editor, roundId, authorId }: { editor: { id: string; name: string }; roundId: string; authorId: string },
) {
  const { id } = await app.db
    .insertInto('post')
    .values({
      ...{ slug, title: `Post ${slug}`, summary: 'About it.', body: 'A text.', byline: editor.name },
      ...{ authorId: editor.id, roundId, publishAt: new Date('2016-02-29T12:00:00Z') },
      ...{ createdAt: app.now(), updatedAt: app.now() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db.insertInto('postAuthor').values({ postId: id, place: 1, authorId }).execute()
}
