import type { Db, Tx } from '../../../db/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Signed } from '../author.ts'
import { authorsIn } from '../author.ts'
import { type Piece, together, togetherWhole } from '../merge.ts'
import { type FactName, type Facts, factNames, type Revision } from '../revision.ts'
import { linesOf, tagsOf } from '../schema.ts'
import type { Typed } from '../typed.ts'
import { textAt, writingOf } from './texts.ts'

/** What an editor typed beside what others have saved since they began. */
export type Merge = {
  /** The text that others saved last. */
  head: Revision
  pieces: Piece[]
  /** Each fact both ways; the same where there is nothing to choose. */
  facts: { [Name in FactName]: { theirs: FactValue<Name>; mine: FactValue<Name> } }
  /** The facts that both changed, each in their own way. */
  asked: FactName[]
}
type FactValue<Name extends FactName> = Name extends 'authors' ? Signed[] : Facts[Name]

/** Null when there is nothing to bring together: nothing typed, or nothing saved since. */
export async function mergeOf(db: Db | Tx, actor: Actor, postId: string): Promise<Merge | null> {
  const writing = await writingOf(db, actor, postId)
  const post = await db.selectFrom('post').select('revision').where('id', '=', postId).executeTakeFirst()
  if (!writing || !post || writing.basedOn === post.revision) return null
  const [base, head] = [await textAt(db, postId, writing.basedOn), await textAt(db, postId, post.revision)]
  return mergeFrom(base, head, { ...factsTyped(writing.typed), body: writing.typed.body ?? '' })
}

function mergeFrom(base: Revision, head: Revision, mine: Facts & { body: string }): Merge {
  const whole = factNames.map((name) => {
    const value = togetherWhole<unknown>(base[name], head[name], mine[name])
    return { name, value, theirs: value ? value.value : head[name], mine: value ? value.value : mine[name] }
  })
  const facts = Object.fromEntries(
    whole.map(({ name, theirs, mine: own }) => [
      name,
      { theirs: signed(name, theirs), mine: signed(name, own) },
    ]),
  )
  return {
    head,
    pieces: together(base.body, head.body, mine.body),
    facts: facts as Merge['facts'],
    asked: whole.flatMap(({ name, value }) => (value ? [] : name)),
  }
}

const signed = (name: FactName, value: unknown) =>
  name === 'authors' ? (value as string[]).map((one) => ({ name: one })) : value

/** What was typed, as it would be saved. */
const factsTyped = (typed: Typed): Facts => ({
  title: oneLine(typed.title),
  summary: oneLine(typed.summary),
  hashtag: oneLine(typed.hashtag),
  locale: typed.locale ?? 'en',
  questions: linesOf(typed.questions ?? ''),
  tags: tagsOf(typed.tags ?? ''),
  authors: authorsIn(typed.authors ?? '').map(({ name }) => name),
})

const oneLine = (typed = '') => typed.replace(/\s+/g, ' ').trim()
