import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { chunks } from '../../../platform/chunks.ts'
import { authorPath, roundPostsPath, tagKey, tagPath } from '../../posts/index.ts'
import { type CameTerm, type CameText, type OldAddress, oldAddress } from '../arrival.ts'
import { ownOf } from '../reading/rows.ts'
import type { Under } from './under.ts'

type Leading = Pick<Under, 'kind' | 'arrivalId' | 'blog' | 'mapping' | 'site' | 'signers'>
type Row = OldAddress & { arrivalId: string; postId?: string; mediaId?: string; target?: string }

/** Keeps where a text was: by its address, and by its number. */
export async function keepAddresses(
  tx: Tx,
  under: Leading,
  { came, postId }: { came: CameText; postId: string },
): Promise<void> {
  const key = came.is === 'page' ? 'page_id' : 'p'
  const byNumber =
    under.kind === 'wordpress' ? [ofSite(under, `?${key}=${encodeURIComponent(came.sourceId)}`)] : []
  const urls = [came.address, ...(came.aliases ?? []), ...byNumber]
  await keep(
    tx,
    under,
    urls.map((url) => ({ url, postId })),
  )
}

/** An address of the site as a whole, with a query or a path behind it. */
const ofSite = ({ blog }: Leading, rest: string) => `${blog.site.address.replace(/\/+$/, '')}/${rest}`

type Led = { url: string; postId?: string; mediaId?: string; target?: string }

async function keep(tx: Tx, { arrivalId }: Pick<Leading, 'arrivalId'>, led: readonly Led[]): Promise<void> {
  if (arrivalId === null) return
  const rows = led.flatMap(({ url, ...to }): Row[] => {
    const address = oldAddress(url)
    // The front page of the blog is that of the network.
    return address === null || (address.path === '/' && address.key === '')
      ? []
      : [{ ...address, ...to, arrivalId }]
  })
  const once = [...new Map(rows.map((row) => [JSON.stringify([row.path, row.key, row.value]), row])).values()]
  for (const some of chunks(once)) await keepSome(tx, some)
}

const keepSome = (tx: Tx, rows: readonly Row[]) =>
  tx
    .insertInto('oldAddress')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['path', 'key', 'value']).doUpdateSet((eb) => ({
        postId: eb.ref('excluded.postId'),
        mediaId: eb.ref('excluded.mediaId'),
        target: eb.ref('excluded.target'),
        arrivalId: eb.ref('excluded.arrivalId'),
      })),
    )
    .execute()

/** Keeps where lists of the blog lead: its categories, tags, authors, months; and the pages of its files. */
export async function leadFromLists(tx: Tx, under: Leading): Promise<void> {
  const months = under.kind === 'wordpress' ? await monthsLed(tx, under) : []
  const lists = [...termsLed(under, await tagsUsed(tx)), ...(await authorsLed(tx, under)), ...months]
  // A blog that stood below a path had a front page of its own there.
  const front = under.blog.site.address === '' ? [] : [{ url: under.blog.site.address, target: '/' }]
  await keep(tx, under, [...front, ...lists, ...feedsLed(under)])
  await keep(tx, under, await filesLed(tx, under))
}

/** Below which path lists of a category or a tag stand; Ghost has tags alone. */
const bases = {
  wordpress: { category: 'category', tag: 'tag' },
  ghost: { category: 'tag', tag: 'tag' },
  markdown: { category: 'categories', tag: 'tags' },
} as const

/** Tags of any post, as their addresses have them: nothing stands at that of another. */
async function tagsUsed(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('post')
    .where('publishAt', 'is not', null)
    .select(sql<string>`unnest(tags)`.as('tag'))
    .distinct()
    .execute()
  return new Set(rows.map(({ tag }) => tagKey(tag)))
}

/** Of a category, below all that stand above it; the file names only the next one. */
function pathOf({ path }: CameTerm, above: ReadonlyMap<string, string>): string {
  const names = path.split('/')
  for (let up = above.get(names[0] ?? ''); up && !names.includes(up); up = above.get(up)) names.unshift(up)
  return names.join('/')
}

function termsLed(under: Leading, used: ReadonlySet<string>): Led[] {
  const above = new Map(
    under.blog.terms.flatMap(({ taxonomy, slug, path }) => {
      const up = taxonomy === 'category' && path !== slug ? path.split('/')[0] : undefined
      return up === undefined ? [] : [[slug, up] as const]
    }),
  )
  return under.blog.terms.flatMap((term) => {
    const { taxonomy, slug, name, number } = term
    const { round, tag } = taxonomy === 'tag' ? { tag: name } : (ownOf(under.mapping.categories, slug) ?? {})
    const target = round ? roundPostsPath(round) : tag && used.has(tagKey(tag)) ? tagPath(tag) : '/archive'
    const base = bases[under.kind][taxonomy]
    const query =
      taxonomy === 'tag' ? `?tag=${encodeURIComponent(slug)}` : `?cat=${encodeURIComponent(number)}`
    const urls = [
      `${base}/${taxonomy === 'category' ? pathOf(term, above) : term.path}`,
      `${base}/${slug}`,
      ...(under.kind !== 'wordpress' || (taxonomy === 'category' && number === '') ? [] : [query]),
    ]
    return urls.map((url) => ({ url: ofSite(under, url), target }))
  })
}

/** The page of whoever signs so, as it is by now. */
async function authorsLed(tx: Tx, under: Leading): Promise<Led[]> {
  const names = [...under.signers.values()].map(({ name }) => name)
  if (names.length === 0) return []
  const rows = await tx
    .selectFrom('author')
    .where('name', 'in', names)
    .where('mergedInto', 'is', null)
    .select((eb) => ['name', eb.ref('slug').$notNull().as('slug')])
    .execute()
  const slugs = new Map(rows.map(({ name, slug }) => [name, slug]))
  return under.blog.authors.flatMap(({ login, number }) => {
    const slug = slugs.get(under.signers.get(login)?.name ?? '')
    if (slug === undefined) return []
    const names = new Set([login, niceName(login)])
    const urls = [
      ...[...names].map((one) => `author/${encodeURIComponent(one)}`),
      ...(number === '' ? [] : [`?author=${number}`]),
    ]
    return urls.map((url) => ({ url: ofSite(under, url), target: authorPath(slug) }))
  })
}

/** A login as WordPress makes an address of it, which its file does not say. */
const niceName = (login: string) =>
  login
    .toLowerCase()
    .replaceAll('.', '-')
    .replace(/[^a-z0-9 _-]/g, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)

/** Years and months in which something of it came out. */
async function monthsLed(tx: Tx, under: Leading): Promise<Led[]> {
  const { rows } = await sql<{ year: number; month: number }>`
    select distinct extract(year from post.publish_at at time zone ${under.mapping.zone})::int as year,
      extract(month from post.publish_at at time zone ${under.mapping.zone})::int as month
    from arrival_item join post on post.id = arrival_item.post_id
    where arrival_item.site = ${under.site} and arrival_item.kind = 'post' and post.publish_at is not null`.execute(
    tx,
  )
  return rows.flatMap(({ year, month }) => {
    const two = String(month).padStart(2, '0')
    return [
      { url: ofSite(under, `${year}`), target: `/years/${year}` },
      { url: ofSite(under, `${year}/${two}`), target: `/years/${year}/${month}` },
      { url: ofSite(under, `?m=${year}${two}`), target: `/years/${year}/${month}` },
    ]
  })
}

const feedsLed = (under: Leading): Led[] =>
  feeds[under.kind].map(([path, target]) => ({ url: ofSite(under, path), target }))

const feeds: Record<Under['kind'], readonly (readonly [path: string, target: string])[]> = {
  ghost: [['rss', '/feed.rss']],
  markdown: [
    ['index.xml', '/feed.rss'],
    ['feed.xml', '/feed.atom'],
    ['atom.xml', '/feed.atom'],
  ],
  wordpress: [
    ['feed', '/feed.rss'],
    ['feed/rss2', '/feed.rss'],
    ['feed/rss', '/feed.rss'],
    ['feed/rdf', '/feed.rss'],
    ['feed/atom', '/feed.atom'],
    ['comments/feed', '/comments.rss'],
    ['comments/feed/atom', '/comments.atom'],
    ['?feed=rss2', '/feed.rss'],
    ['?feed=rss', '/feed.rss'],
    ['?feed=atom', '/feed.atom'],
    ['?feed=comments-rss2', '/comments.rss'],
  ],
}

/** The page of a file leads to the text under which it was put, else to the picture; its own address, to the picture. */
async function filesLed(tx: Tx, under: Leading): Promise<Led[]> {
  const rows = await tx
    .selectFrom('arrivalItem')
    .where('site', '=', under.site)
    .where('kind', '<>', 'comment')
    .select(['kind', 'sourceId', 'postId', 'mediaId'])
    .execute()
  const posts = new Map(
    rows.flatMap(({ kind, sourceId, postId }) => (kind !== 'file' && postId ? [[sourceId, postId]] : [])),
  )
  const pictures = new Map(
    rows.flatMap(({ kind, sourceId, mediaId }) => (kind === 'file' && mediaId ? [[sourceId, mediaId]] : [])),
  )
  return under.blog.files.flatMap(({ sourceId, parentId, url, address }): Led[] => {
    const [postId, mediaId] = [posts.get(parentId), pictures.get(sourceId)]
    const page = postId !== undefined ? { postId } : mediaId !== undefined ? { mediaId } : null
    const byNumber =
      under.kind === 'wordpress' ? ofSite(under, `?attachment_id=${encodeURIComponent(sourceId)}`) : ''
    const pages = page ? [address, byNumber] : []
    return [
      ...pages.filter(Boolean).map((one) => ({ url: one, ...(page ?? {}) })),
      ...(mediaId === undefined ? [] : [{ url, mediaId }]),
    ]
  })
}
