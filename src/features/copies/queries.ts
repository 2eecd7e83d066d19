import type { Db } from '../../db/index.ts'
import { postPath } from '../posts/index.ts'

/** A post as the search of a copy tells of it. */
export type ToFind = {
  slug: string
  title: string
  summary: string
  locale: string
  byline: string
  publishAt: Date
}

/** All posts that came out, newest first. */
export const postsToFind = async (db: Db, now: Date): Promise<ToFind[]> => {
  const posts = await db
    .selectFrom('post')
    .select(['slug', 'title', 'summary', 'locale', 'byline', 'publishAt'])
    .where('publishAt', '<=', now)
    .where('withdrawnAt', 'is', null)
    .orderBy('publishAt', 'desc')
    .orderBy('id')
    .execute()
  return posts.flatMap(({ publishAt, ...post }) => (publishAt === null ? [] : [{ ...post, publishAt }]))
}

/** Addresses of posts that were taken back after they had come out. */
export async function withdrawnAddresses(db: Db): Promise<string[]> {
  const posts = await db
    .selectFrom('post')
    .select('slug')
    .where('withdrawnAt', 'is not', null)
    .where('publishAt', 'is not', null)
    .orderBy('slug')
    .execute()
  return posts.map(({ slug }) => postPath(slug))
}

/** Addresses that may lead on: those that posts had here, and those of blogs that came in, each with its query. */
export async function oldAddresses(db: Db): Promise<string[]> {
  const [posts, others] = await Promise.all([
    db.selectFrom('postAddress').select('slug').orderBy('slug').execute(),
    db
      .selectFrom('oldAddress')
      .select(['path', 'key', 'value'])
      .orderBy('path')
      .orderBy('key')
      .orderBy('value')
      .execute(),
  ])
  return [
    ...posts.map(({ slug }) => postPath(slug)),
    ...others.map(({ path, key, value }) => {
      const plain = path.split('/').map(encodeURIComponent).join('/')
      return key === '' ? plain : `${plain}?${new URLSearchParams({ [key]: value })}`
    }),
  ]
}
