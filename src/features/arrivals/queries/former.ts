import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { postPath } from '../../posts/index.ts'
import { type OldAddress, oldAddress } from '../arrival.ts'
import { isPictureAt, withoutSize } from '../reading/around.ts'

/** A feed of something, or a later page of a list: what stands behind its own address. */
const behind = /\/(?:(feed|rss|index\.xml)(?:\/(?:rss2?|atom|rdf))?|page\/\d{1,4}|comment-page-\d{1,4})$/

/** Ghost has a folder for each size of a picture. */
const ghostSize = /(\/content\/images)\/size\/w\d{1,5}(?:h\d{1,5})?(?=\/)/

/**
 * Where an address leads that a blog had before it was brought in: a path of ours, null for one that it never had. A post
 * that is not public leads nowhere.
 *
 * @param url absolute
 */
export async function leadsTo(db: Db, now: Date, url: string): Promise<string | null> {
  const asked = oldAddress(url)
  if (asked === null) return null
  const [rest, feed] = behind.exec(asked.path) ?? []
  const plain = rest === undefined ? null : { ...asked, path: asked.path.slice(0, -rest.length) || '/' }
  const bare = { ...asked, key: '', value: '' }
  const sizes = otherSizes(asked.path).map((path) => ({ ...bare, path }))
  const tried = [asked, bare, ...(plain ? [plain] : []), ...sizes].filter(
    ({ path, key }) => path !== '/' || key !== '',
  )
  for (const address of tried) {
    const found = await leadOf(db, now, address)
    // What has an address there as it has here leads nowhere: it would lead to itself.
    if (found !== null && oldAddress(found)?.path === asked.path) return null
    if (found !== null) return address === plain && feed !== undefined ? feedOf(found) : found
  }
  return null
}

/** The same picture as WordPress keeps it: as it was sent, or made smaller once. */
function otherSizes(path: string): string[] {
  if (!isPictureAt(path)) return []
  const sent = withoutSize(path.replace(ghostSize, '$1'))
  return [sent, sent.replace(/(\.\w+)$/, '-scaled$1')].filter((one) => one !== path)
}

async function leadOf(db: Db, now: Date, { path, key, value }: OldAddress): Promise<string | null> {
  const row = await db
    .selectFrom('oldAddress')
    .leftJoin('post', 'post.id', 'oldAddress.postId')
    .where('path', '=', path)
    .where('key', '=', key)
    .where('value', '=', value)
    .select(['target', 'oldAddress.mediaId', 'post.slug'])
    .select(sql<boolean>`coalesce(post.publish_at <= ${now}, false)`.as('isPublic'))
    .executeTakeFirst()
  if (!row) return null
  if (row.slug !== null) return row.isPublic ? postPath(row.slug) : null
  return row.mediaId === null ? row.target : `/media/${row.mediaId}`
}

/** The feed beside a list, or that of what is said under a post. */
function feedOf(path: string): string {
  if (path.startsWith('/posts/')) return `${path}/comments.rss`
  return /^\/(tags|rounds|authors|years)\//.test(path) ? `${path}/feed.rss` : '/feed.rss'
}
