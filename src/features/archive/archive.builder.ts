import type { Insertable } from 'kysely'
import type { TestApp } from '../../../test/harness.ts'
import type { Tables } from '../../db/index.ts'

/** A post that came out, signed with the names of its byline. */
export async function aPublishedPost(
  app: TestApp,
  wish: Partial<Insertable<Tables['post']>> & { slug: string },
): Promise<string> {
  const { id, byline } = await app.db
    .insertInto('post')
    .values({
      ...{ title: `Post ${wish.slug}`, summary: 'About it.', body: 'A text.', byline: 'Amara Okafor' },
      ...{ publishAt: app.now(), createdAt: app.now(), updatedAt: app.now(), ...wish },
    })
    .returning(['id', 'byline'])
    .executeTakeFirstOrThrow()
  const known = await app.db.selectFrom('author').select('id').where('name', '=', byline).executeTakeFirst()
  const author =
    known ??
    (await app.db
      .insertInto('author')
      .values({ name: byline, slug: byline.toLowerCase().replaceAll(' ', '-'), createdAt: app.now() })
      .returning('id')
      .executeTakeFirstOrThrow())
  await app.db.insertInto('postAuthor').values({ postId: id, place: 1, authorId: author.id }).execute()
  return id
}
