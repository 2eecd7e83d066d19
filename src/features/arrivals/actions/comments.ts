import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import { type BroughtComment, bringComments, mostLetters, tidy, tidyName } from '../../comments/index.ts'
import type { CameComment, CameText } from '../arrival.ts'
import { before } from '../queries/known.ts'
import { commentText, inParts } from '../reading/comment-text.ts'
import { words } from '../words.ts'
import { digest } from './digest.ts'
import type { Fate } from './keeping.ts'
import type { Under } from './under.ts'

type Of = { came: CameText; postId: string | null; at: Date | null }

/** Puts the comments of a text that are new under its post, each below what it answers; those that were there stay. */
export async function bringCommentsOf(under: Under, tx: Tx, { came, postId, at }: Of): Promise<Fate[]> {
  if (came.comments.length === 0) return []
  const ids = came.comments.map(({ sourceId }) => sourceId)
  const known = await before(tx, { site: under.site, kind: 'comment', ids })
  const places = new Map(
    [...known].flatMap(([id, { commentId }]) => (commentId ? [[id, commentId] as const] : [])),
  )
  const fates: Fate[] = []
  const rows: BroughtComment[] = []
  for (const comment of parentsFirst(came.comments)) {
    const { sourceId } = comment
    const was = known.get(sourceId)
    if (was && ['imported', 'unchanged'].includes(was.outcome)) {
      const outcome = was.commentId
        ? ({ outcome: 'unchanged' } as const)
        : ({ outcome: 'left-out', reason: 'removed-here' } as const)
      fates.push({
        kind: 'comment',
        sourceId,
        title: '',
        fingerprint: was.fingerprint,
        commentId: was.commentId,
        postId,
        ...outcome,
      })
      continue
    }
    const made = drawn(under, comment, { places, at: comment.at ?? at ?? under.app.now() })
    if (typeof made === 'string')
      fates.push({ kind: 'comment', sourceId, title: '', outcome: 'left-out', reason: made })
    else {
      rows.push(...made)
      places.set(sourceId, made[0]?.id ?? '')
      fates.push({
        ...{
          kind: 'comment',
          sourceId,
          title: '',
          outcome: 'imported',
          commentId: made[0]?.id ?? null,
          postId,
        },
        fingerprint: digest(`${comment.text}\n${comment.state}`),
      })
    }
  }
  if (under.arrivalId !== null && postId !== null) await bringComments(under.app, tx, postId, rows)
  return fates
}

/** Comments, by their numbers, below what has no place here itself. */
export const saidLeftOut = (comments: readonly string[] = []): Fate[] =>
  comments.map((sourceId) => ({
    ...{ kind: 'comment', sourceId, title: '', outcome: 'left-out', reason: 'text-left-out' },
  }))

/** Each after what it answers, otherwise in the order of time; what answers itself in a circle answers the post. */
function parentsFirst(comments: readonly CameComment[]): CameComment[] {
  const byId = new Map(comments.map((one) => [one.sourceId, one]))
  const done = new Set<string>()
  const out: CameComment[] = []
  for (const comment of comments.toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))) {
    const above: CameComment[] = []
    for (let one: CameComment | undefined = comment; one && !done.has(one.sourceId); ) {
      done.add(one.sourceId)
      above.push(one)
      one = one.parentId === null ? undefined : byId.get(one.parentId)
    }
    out.push(...above.reverse())
  }
  return out
}

type Placing = { places: ReadonlyMap<string, string>; at: Date }

/** @returns one, or several where it is too long for one; or why it is left out */
function drawn(under: Under, came: CameComment, { places, at }: Placing): BroughtComment[] | string {
  if (came.state === 'spam') return 'spam'
  if (came.state === 'trash') return 'thrown-away'
  if (came.email !== '' && under.erased.has(addressHash(under.app, came.email).toString('hex')))
    return 'erased'
  const said = tidy(commentText(came.text))
  const text = came.isPing && came.url !== '' ? `${said}\n\n${came.url}`.trim() : said
  if (text === '') return 'empty'
  const { locale } = under.mapping
  const name = tidyName(came.name).slice(0, mostLetters.name).trim() || words(locale)('comment.nobody')
  const id = randomUUID()
  return inParts(text, mostLetters.text).map((part, number) => ({
    ...{ id: number === 0 ? id : randomUUID(), name, email: came.email, text: part, locale, at },
    parentId: number === 0 ? (came.parentId === null ? null : (places.get(came.parentId) ?? null)) : id,
    ...{
      personId: personOf(under, came),
      state: came.state === 'shown' ? ('shown' as const) : ('waiting' as const),
    },
    formerly: under.kind === 'wordpress' && number === 0 ? came.sourceId : null,
    once: `arrival ${under.site} ${came.sourceId} ${number}`,
  }))
}

/**
 * The account of an author who was signed in when they commented, where an editor said whose it is. The address alone proves
 * nothing: anyone could type it there.
 */
function personOf({ blog, signers }: Under, { authorNumber }: CameComment): string | null {
  const author = authorNumber === '' ? undefined : blog.authors.find(({ number }) => number === authorNumber)
  return author ? (signers.get(author.login)?.personId ?? null) : null
}
