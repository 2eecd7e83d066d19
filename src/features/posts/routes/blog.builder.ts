import type { Insertable } from 'kysely'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import type { Tables } from '../../../db/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { setAuthors } from '../actions/authors.ts'

/** For tests: a site with a round and an author of posts, and what is read on its pages. */
export async function aBlog() {
  const app = await testApp('2016-02-29T12:00:00Z')
  const site = createSite(app, await buildAssets())
  const round = await aRound(app)
  const author = await aPerson(app, { role: 'editor' })

  /** A post, public since its time. */
  async function aPost(
    slug: string,
    publishAt: string | null,
    change: Partial<Insertable<Tables['post']>> = {},
  ) {
    const said = {
      title: `Post ${slug}`,
      summary: `About ${slug}.`,
      body: 'A text.',
      byline: author.name,
      ...change,
    }
    const { id } = await app.db
      .insertInto('post')
      .values({
        ...{ slug, authorId: author.id, roundId: round.id, ...said },
        publishAt: publishAt === null ? null : new Date(publishAt),
        ...{ createdAt: app.now(), updatedAt: app.now() },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await app.db
      .transaction()
      .execute((tx) => setAuthors(app, tx, id, [{ name: said.byline, personId: author.id }]))
  }

  const page = async (path: string, headers: Record<string, string> = {}) =>
    (await site.request(path, { headers })).text()

  const titlesOn = async (path: string) =>
    [...(await page(path)).matchAll(/href="\/posts\/([a-z0-9-]+)"[^>]*><span class="own-words"/g)].map(
      ([, slug]) => slug,
    )

  return { app, site, author, aPost, page, titlesOn }
}
