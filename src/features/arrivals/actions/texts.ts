import type { Tx } from '../../../db/index.ts'
import { firstWords } from '../../../platform/markdown.ts'
import { bringAgain, bringPost, lockPost, MOST_AUTHORS, type PostText } from '../../posts/index.ts'
import type { CameText } from '../arrival.ts'
import { placeOf } from '../mapping.ts'
import { type Before, before } from '../queries/known.ts'
import type { Around, Shown } from '../reading/around.ts'
import { markdownOf, markdownOfHtml, mostHtml } from '../reading/markdown-of.ts'
import { markdownOfMarkdown } from '../reading/markdown-text.ts'
import { plainText } from '../reading/plain-text.ts'
import { keepAddresses } from './addresses.ts'
import { aroundText } from './around-text.ts'
import { bringCommentsOf, saidLeftOut } from './comments.ts'
import { digest } from './digest.ts'
import type { Fate } from './keeping.ts'
import type { Under } from './under.ts'

/** Tags of one post, as the form has it. */
const mostTags = 12
/** Letters of a summary, and of a title that is made of the first words. */
const [mostSummary, mostOfTitle] = [300, 60]

/** Never in the middle of a letter, of which some are two. */
const cut = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** A text as it would stand here. */
type Drawn = {
  text: PostText
  roundId: string | null
  fortnight: number | null
  part: ReturnType<typeof placeOf>['part']
  publishAt: Date | null
  remarks: string[]
}

/** Makes a post of a text, with its comments and its addresses; of one that came before, what has changed since. */
export async function bringText(under: Under, tx: Tx, came: CameText): Promise<Fate[]> {
  const fate = { kind: came.is, sourceId: came.sourceId, title: came.title }
  const out = whyLeftOut(under, came)
  if (out)
    return [
      { ...fate, outcome: 'left-out', reason: out },
      ...saidLeftOut(came.comments.map(({ sourceId }) => sourceId)),
    ]
  const drawn = draw(under, came)
  const fingerprint = digest(JSON.stringify([drawn.text, drawn.roundId, drawn.part, drawn.publishAt]))
  const known = (await before(tx, { site: under.site, kind: came.is, ids: [came.sourceId] })).get(
    came.sourceId,
  )
  const done = await keepText(under, tx, { came, drawn, fingerprint, known })
  const own: Fate = { ...fate, title: drawn.text.title, fingerprint, remarks: drawn.remarks, ...done }
  if (under.arrivalId !== null && own.postId && done.outcome !== 'unchanged')
    await keepAddresses(tx, under, { came, postId: own.postId })
  return [
    own,
    ...(await bringCommentsOf(under, tx, { came, postId: own.postId ?? null, at: drawn.publishAt })),
  ]
}

function whyLeftOut({ mapping }: Under, came: CameText): string | null {
  if (came.state === 'other') return 'thrown-away'
  if (came.is === 'page' && mapping.pages === 'left-out') return 'pages'
  if (came.body.length > mostHtml) return 'too-long'
  return came.title === '' && came.body.trim() === '' ? 'empty' : null
}

const ways = { typed: markdownOf, html: markdownOfHtml, markdown: markdownOfMarkdown }

function draw(under: Under, came: CameText): Drawn {
  const { mapping, app } = under
  const around: Around = aroundText(under, came)
  const { markdown, remarks } = ways[came.form](came, around)
  const slugs = (taxonomy: string) => came.terms.filter((term) => term.taxonomy === taxonomy)
  const place = placeOf(
    mapping,
    slugs('category').map(({ slug }) => slug),
  )
  const tags = [...new Set([...place.tags, ...slugs('tag').map(({ name }) => name)])]
  const words = firstWords(markdown, mostSummary)
  const isPublic = came.state === 'public' && (came.is === 'post' || mapping.pages === 'posts')
  const picture =
    came.picture === null ? undefined : (around.fileOf(came.picture) ?? around.fileAt(came.picture))
  return {
    text: {
      title: came.title || cut(words, mostOfTitle) || `#${came.sourceId}`,
      summary: cut(plainText(came.excerpt) || words, mostSummary),
      ...{
        body: markdown,
        questions: came.questions ?? [],
        hashtag: came.hashtag ?? '',
        tags: tags.slice(0, mostTags),
        locale: came.language ?? mapping.locale,
      },
      mediaId: picture?.id ?? null,
      authors: signed(under, came),
    },
    roundId: place.round === null ? null : (under.rounds.get(place.round) ?? null),
    fortnight: place.fortnight,
    part: place.part,
    publishAt: isPublic && came.at !== null && came.at <= app.now() ? came.at : null,
    remarks: [
      ...[...(came.remarks ?? []), ...remarks, ...withoutLeading(came, picture)].map(({ code, what }) =>
        what === '' ? code : `${code}:${what}`,
      ),
      ...(tags.length > mostTags ? [`tags:${tags.slice(mostTags).join(', ')}`] : []),
      ...(came.isSticky ? ['sticky'] : []),
      ...hidden(came, app.now()),
    ],
  }
}

/** That the picture which leads it did not come along. */
const withoutLeading = ({ picture: named }: CameText, shown: Shown | undefined) =>
  named === null || shown?.id ? [] : [{ code: 'picture-missing', what: shown?.url ?? `#${named}` }]

/** Why a text comes in as a draft that was none there. */
function hidden({ state, at, is }: CameText, now: Date): string[] {
  if (state === 'draft') return []
  if (state === 'public' && at === null) return is === 'post' ? ['undated'] : []
  if (state === 'public') return at !== null && at > now ? [`scheduled:${at.toISOString()}`] : []
  return [`${state}${at ? `:${at.toISOString()}` : ''}`]
}

/** Names, each once, as the mapping has them. */
const signed = ({ signers }: Under, { authors }: CameText): PostText['authors'] => {
  const named = authors.map((login) => signers.get(login) ?? { name: login, personId: null })
  return [...new Map(named.map((one) => [one.name, one])).values()].slice(0, MOST_AUTHORS)
}

type Keeping = { came: CameText; drawn: Drawn; fingerprint: Buffer; known: Before | undefined }

async function keepText(
  under: Under,
  tx: Tx,
  keeping: Keeping,
): Promise<Pick<Fate, 'outcome' | 'reason' | 'postId' | 'revision'>> {
  const { known, fingerprint, drawn } = keeping
  if (known?.postId && known.fingerprint.equals(fingerprint))
    return { outcome: 'unchanged', postId: known.postId, revision: known.revision }
  if (known?.postId) return again(under, tx, keeping, { ...known, postId: known.postId })
  if (known && ['imported', 'unchanged', 'merged'].includes(known.outcome))
    return { outcome: 'left-out', reason: 'removed-here' }
  const same = drawn.publishAt === null ? undefined : await samePost(tx, under, drawn)
  if (same) return { outcome: 'merged', postId: same.id, revision: null }
  if (under.arrivalId === null) return { outcome: 'imported', postId: null }
  const { text, roundId, fortnight, part, publishAt } = drawn
  const { changedAt, slug } = keeping.came
  const origin = {
    byId: under.actor.id,
    wished: wishedOf(slug, text.title),
    roundId,
    fortnight: roundId === null ? null : fortnight,
    part,
    publishAt,
    changedAt,
    translationGroup: await groupOf(under, tx, keeping.came, text.locale),
  }
  return { outcome: 'imported', postId: await bringPost(under.app, tx, text, origin), revision: 1 }
}

/** An address that was written in other letters, or cut in the middle of one, is made anew of the title. */
const wishedOf = (slug: string, title: string) => (/^[a-z0-9-]{3,}$/.test(slug) ? slug : title)

/** What was changed here since it came in stays as it is here. */
async function again(
  { app, actor, arrivalId }: Under,
  tx: Tx,
  { drawn, came }: Keeping,
  { postId, revision }: { postId: string; revision: number | null },
): Promise<Pick<Fate, 'outcome' | 'reason' | 'postId' | 'revision'>> {
  const post = await lockPost(tx, postId)
  if (revision === null || post.revision !== revision)
    return { outcome: 'left-out', reason: 'edited-here', postId, revision }
  if (arrivalId === null) return { outcome: 'imported', postId, revision }
  const how = { text: drawn.text, byId: actor.id, wished: wishedOf(came.slug, drawn.text.title) }
  return { outcome: 'imported', postId, revision: await bringAgain(app, tx, postId, how) }
}

/**
 * The same text under another name of its site: it came out at that second, and is called so. Two of one site are two, whatever
 * they are called.
 */
const samePost = (tx: Tx, { site }: Under, { text, publishAt }: Drawn) =>
  tx
    .selectFrom('post')
    .where('publishAt', '=', publishAt)
    .where('title', '=', text.title)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('arrivalItem')
            .whereRef('arrivalItem.postId', '=', 'post.id')
            .where('arrivalItem.site', '=', site)
            .select('sourceId'),
        ),
      ),
    )
    .select('id')
    .executeTakeFirst()

/** The same for the texts of a site that say the same in several languages, in each of which there is one; null for none. */
async function groupOf(
  { site }: Under,
  tx: Tx,
  { translationKey }: CameText,
  locale: string,
): Promise<string | null> {
  if (!translationKey) return null
  const group = asUuid(digest(`translations ${site} ${translationKey}`))
  const other = await tx
    .selectFrom('post')
    .where('translationGroup', '=', group)
    .where('locale', '=', locale)
    .select('id')
    .executeTakeFirst()
  return other ? null : group
}

/** Sixteen of its bytes, as RFC 9562 has an id that follows from a name. */
const asUuid = (bytes: Buffer): string =>
  bytes
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
