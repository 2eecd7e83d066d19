import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockedRound, mayRunRounds, type Round, roundByCode } from '../../rounds/index.ts'
import { isAnswered, questionNamed, questionsOf } from '../queries.ts'
import { type InEach, type Option, type Place, type Question, saidIn } from '../question.ts'
import { insertQuestion, nextPosition, writeCondition, writeOptions } from './rows.ts'

/** A question as the office wants it; its options by what they say. */
export type Wish = Omit<Question, 'id' | 'lineageId' | 'options'> & { options: InEach<string>[] }

/** As many as anyone fills in; three are better. */
const mostQuestions = 20

/**
 * Adds a question to those on a sheet of a round, as the last.
 *
 * @returns its id
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-option`
 * @throws Conflict `questions-answered` once somebody has answered, `many-questions`
 */
export const addQuestion = (app: App, actor: Actor, place: Place, wish: Wish): Promise<string> =>
  inQuestions(app, actor, place, async (tx, { round, questions }) => {
    await refuseOnceAnswered(tx, round, place)
    if (questions.length >= mostQuestions) throw new Conflict('many-questions', { most: mostQuestions })
    refuseUnlessOption(questions, wish)
    const id = randomUUID()
    const options = wish.options.map((words) => withIds(words))
    const { sheet } = place
    await insertQuestion(
      tx,
      round,
      { ...wish, id, lineageId: id, options, sheet },
      await nextPosition(tx, round),
    )
    await note(tx, app.now(), actor.id, 'question.added', round.id, { label: labelOf(wish) })
    return id
  })

/**
 * Changes a question: all of it while nobody has answered, from then on what it and its options say, and how it counts.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-question`, `no-such-option`
 * @throws Conflict `questions-answered` when more than the wording would change; `option-shows-others` when an option
 *   would go that another question hangs on
 */
export const changeQuestion = (
  app: App,
  actor: Actor,
  place: Place,
  { id, wish }: { id: string; wish: Wish },
): Promise<void> =>
  inQuestions(app, actor, place, async (tx, { round, questions }) => {
    const before = questionNamed(questions, id)
    if (!isSameButWords(before, wish)) await refuseOnceAnswered(tx, round, place)
    refuseUnlessOption(questions, wish, before)
    const options = optionsAfter(before, wish.options)
    const goes = before.options.filter((one) => !options.some(({ id }) => id === one.id))
    refuseIfShowing(questions, goes)
    const { isRequired, isShown, prefers, weight } = wish
    const words = JSON.stringify({ ...before.words, ...wish.words })
    await tx
      .updateTable('ownQuestion')
      .set({ isRequired, isShown, prefers, weight, words })
      .where('id', '=', id)
      .execute()
    await writeOptions(tx, id, options, goes)
    await writeCondition(tx, id, wish.shownIf)
    await note(tx, app.now(), actor.id, 'question.changed', round.id, { label: labelOf(wish) })
  })

/** @throws as `changeQuestion` does; nothing happens to the first that goes up, or the last that goes down */
export const moveQuestion = (
  app: App,
  actor: Actor,
  place: Place,
  { id, to }: { id: string; to: 'up' | 'down' },
): Promise<void> =>
  inQuestions(app, actor, place, async (tx, { round, questions }) => {
    await refuseOnceAnswered(tx, round, place)
    const { shownIf } = questionNamed(questions, id)
    const beside = questions.filter((one) => one.shownIf === shownIf)
    const other = beside[beside.findIndex((one) => one.id === id) + (to === 'up' ? -1 : 1)]
    if (!other) return
    const order = questions.map((one) => (one.id === id ? other.id : one.id === other.id ? id : one.id))
    for (const [position, one] of order.entries())
      await tx.updateTable('ownQuestion').set({ position }).where('id', '=', one).execute()
    await note(tx, app.now(), actor.id, 'question.moved', round.id, {
      label: labelOf(questionNamed(questions, id)),
    })
  })

/** @throws as `changeQuestion` does */
export const removeQuestion = (app: App, actor: Actor, place: Place, id: string): Promise<void> =>
  inQuestions(app, actor, place, async (tx, { round, questions }) => {
    await refuseOnceAnswered(tx, round, place)
    const question = questionNamed(questions, id)
    refuseIfShowing(questions, question.options)
    await tx.deleteFrom('ownQuestion').where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'question.removed', round.id, { label: labelOf(question) })
  })

/**
 * Asks on a sheet what an earlier round asked on it: on the form, whoever answered there finds the answer filled in. What
 * is asked already is not asked twice.
 *
 * @returns how many were copied
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `questions-answered`, `many-questions`
 */
export const copyQuestions = (app: App, actor: Actor, place: Place, from: string): Promise<number> =>
  inQuestions(app, actor, place, async (tx, { round, questions }) => {
    const source = await roundByCode(tx, actor, from)
    const asked = await questionsOf(tx, source.id, place.sheet)
    const count = await askThese(tx, { round, questions }, place, asked)
    const detail = { from: source.code, count }
    if (count > 0) await note(tx, app.now(), actor.id, 'questions.copied', round.id, detail)
    return count
  })

/**
 * Asks on a sheet what comes with Twinleaf for it; what is asked already is not asked twice.
 *
 * @returns how many were added
 * @throws as `copyQuestions` does
 */
export const supplyQuestions = (
  app: App,
  actor: Actor,
  place: Place,
  supplied: readonly Question[],
): Promise<number> =>
  inQuestions(app, actor, place, async (tx, standing) => {
    const count = await askThese(tx, standing, place, supplied)
    if (count > 0) await note(tx, app.now(), actor.id, 'questions.supplied', standing.round.id, { count })
    return count
  })

/** Adds copies of questions, with their lineages. @returns how many there were not yet */
async function askThese(
  tx: Tx,
  { round, questions }: Standing,
  place: Place,
  asked: readonly Question[],
): Promise<number> {
  await refuseOnceAnswered(tx, round, place)
  const known = new Set(questions.map(({ lineageId }) => lineageId))
  const copied = anew(asked).filter(({ lineageId }) => !known.has(lineageId))
  if (questions.length + copied.length > mostQuestions)
    throw new Conflict('many-questions', { most: mostQuestions })
  const first = await nextPosition(tx, round)
  const { sheet } = place
  // Those that everyone is asked come first: the others hang on their options.
  const inOrder = copied.toSorted((a, b) => Number(a.shownIf !== null) - Number(b.shownIf !== null))
  for (const [at, question] of inOrder.entries())
    await insertQuestion(tx, round, { ...question, sheet }, first + at)
  return copied.length
}

type Standing = { round: Round; questions: Question[] }

/** One change at a time, and none while an answer to them is being written. */
async function inQuestions<Done>(
  app: App,
  actor: Actor,
  { code, sheet }: Place,
  change: (tx: Tx, standing: Standing) => Promise<Done>,
): Promise<Done> {
  allow(mayRunRounds(actor))
  return app.db.transaction().execute(async (tx) => {
    const round = await lockedRound(tx, actor, code)
    await tx.selectFrom('ownQuestion').where('roundId', '=', round.id).select('id').forUpdate().execute()
    return change(tx, { round, questions: await questionsOf(tx, round.id, sheet) })
  })
}

const labelOf = ({ words }: Pick<Question, 'words'>) => saidIn(words, 'en')?.label ?? ''

async function refuseOnceAnswered(tx: Tx, { id, code }: Round, { sheet }: Place): Promise<void> {
  if (await isAnswered(tx, id, sheet)) throw new Conflict('questions-answered', { code })
}

/** One level: what an option shows shows nothing itself. */
function refuseUnlessOption(questions: readonly Question[], { shownIf }: Wish, own?: Question): void {
  if (shownIf === null) return
  const by = questions.find(({ options }) => options.some(({ id }) => id === shownIf))
  if (by?.kind !== 'one' || by.shownIf !== null || by.id === own?.id) throw new NotFound('no-such-option')
  if (own) refuseIfShowing(questions, own.options)
}

function refuseIfShowing(questions: readonly Question[], options: readonly Option[]): void {
  const shown = questions.find(({ shownIf }) => options.some(({ id }) => id === shownIf))
  if (shown) throw new Conflict('option-shows-others', { label: labelOf(shown) })
}

/** How it counts is told to nobody who answers. */
const isSameButWords = (before: Question, wish: Wish): boolean =>
  (['kind', 'isRequired', 'isShown', 'shownIf'] as const).every((part) => before[part] === wish[part]) &&
  before.options.length === wish.options.length

const withIds = (words: InEach<string>): Option => {
  const id = randomUUID()
  return { id, lineageId: id, words }
}

/**
 * Options by what they say now. One that says the same as before stays the same; of an unchanged number, each stays
 * what it was and says something else; any other is new.
 */
function optionsAfter({ options }: Question, wished: readonly InEach<string>[]): Option[] {
  if (options.length === wished.length)
    return options.map((one, at) => ({ ...one, words: { ...one.words, ...wished[at] } }))
  const left = [...options]
  return wished.map((words) => {
    const at = left.findIndex((one) => saidIn(one.words, 'en') === saidIn(words, 'en'))
    const [kept] = at < 0 ? [] : left.splice(at, 1)
    return kept ? { ...kept, words } : withIds(words)
  })
}

/** Copies with ids of their own, whose conditions name the copies of the options. */
function anew(questions: readonly Question[]): Question[] {
  const idOf = new Map(
    questions.flatMap(({ options }) => options.map(({ id }): [string, string] => [id, randomUUID()])),
  )
  return questions.map((one) => ({
    ...one,
    id: randomUUID(),
    shownIf: one.shownIf === null ? null : (idOf.get(one.shownIf) ?? null),
    options: one.options.map((option) => ({ ...option, id: idOf.get(option.id) ?? option.id })),
  }))
}
