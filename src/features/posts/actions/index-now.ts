import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { networkIn } from '../../../platform/network/index.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import { postPath } from '../paths.ts'
import { type Unindexed, unindexedPosts } from '../queries/index-now.ts'

/** Whoever is told passes it on to all search engines that take part. */
const ENDPOINT = 'https://api.indexnow.org/indexnow'
/** Addresses in one message; the protocol takes twenty times as many. */
const MOST = 500
const FIRST_WAIT_MINUTES = 10
const LONGEST_WAIT_MINUTES = 12 * 60

/**
 * Tells search engines which posts are new, changed or withdrawn, where the network does that. They are told once of each
 * change, or once more where we were cut off before we could keep that they were.
 *
 * @throws Error when they do not take it: then they are told again later, after ten minutes first, and twice as many each time
 * @source https://www.indexnow.org/documentation
 */
export async function tellSearchEngines(app: App, ask: Ask): Promise<void> {
  const { indexNowKey, crawlers } = await networkIn(app)
  if (indexNowKey === null || !crawlers.includes('search')) return
  const posts = await unindexedPosts(app.db, app.now(), MOST)
  if (posts.length === 0) return
  try {
    await tell(app, ask, { key: indexNowKey, posts })
  } catch (error) {
    await putOff(app, posts)
    throw error
  }
  await keep(
    app,
    posts.map(({ id, at }) => ({ postId: id, at, tries: 0, nextAt: null })),
  )
}

async function tell(app: App, ask: Ask, { key, posts }: { key: string; posts: readonly Unindexed[] }) {
  const { status } = await ask({
    method: 'POST',
    address: ENDPOINT,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(app.origin).host,
      key,
      keyLocation: `${app.origin}/${key}.txt`,
      urlList: posts.map(({ slug }) => app.origin + postPath(slug)),
    }),
  })
  if (status !== 200 && status !== 202) throw new Error(`IndexNow answered ${status}`)
}

async function putOff(app: App, posts: readonly Unindexed[]): Promise<void> {
  const rows = posts.map(({ id, tries }) => {
    const minutes = Math.min(FIRST_WAIT_MINUTES * 2 ** tries, LONGEST_WAIT_MINUTES)
    return {
      postId: id,
      at: null,
      tries: tries + 1,
      nextAt: new Date(app.now().getTime() + minutes * 60_000),
    }
  })
  await keep(app, rows)
}

type Row = { postId: string; at: Date | null; tries: number; nextAt: Date | null }

async function keep(app: App, rows: readonly Row[]): Promise<void> {
  await app.db
    .insertInto('searchPing')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('postId').doUpdateSet((eb) => ({
        at: sql`coalesce(${eb.ref('excluded.at')}, ${eb.ref('searchPing.at')})`,
        tries: eb.ref('excluded.tries'),
        nextAt: eb.ref('excluded.nextAt'),
      })),
    )
    .execute()
}
