import type { Crowd } from './crowd.ts'
import { forgetAll, noneSoFar, type Pairs, type Worst, worstOf } from './few-worst.ts'
import { type Kinds, kindsOf } from './kinds.ts'
import { lineUp } from './line-up.ts'
import type { Look, Question } from './looking.ts'
import { FIRST_WANTED, lookFrom, lookOf } from './scan.ts'

/** People of a kind whose pairs are looked for at one go. */
const SLICE = 256

export type Answer = {
  /** The few for each person that are paid for least. */
  pairs: Pairs
  /** People of whom some were left out. */
  full: Int32Array
  /** People with a pair that odd sets pay for: with prices alone it would be wanted. */
  leaning: Int32Array
  /** Pairs that could not be ruled out together with others, and scores that were asked for. */
  pairsSeen: number
  scores: number
}

/** Goes through a part of all pairs of a crowd. */
export type Looker = (question: Question) => Answer

/**
 * What goes through the pairs of a crowd: here, or in another thread that has the same crowd. Keeps what
 * has been prepared for a look until the next.
 */
export function lookerOf(crowd: Crowd): Looker {
  const kinds = kindsOf(crowd)
  let worst = noneSoFar(crowd.n, 0)
  let look: Look | undefined
  let number = -1
  return (question) => {
    if (worst.keep !== question.keep) worst = noneSoFar(crowd.n, question.keep)
    if (look === undefined || number !== question.look) look = prepared(crowd, kinds, worst, question)
    number = question.look
    return answerTo(look, question)
  }
}

function prepared(crowd: Crowd, kinds: Kinds, worst: Worst, question: Question): Look {
  return lookOf(question, { crowd, kinds, worst, line: lineUp(crowd, kinds, question.y) })
}

function answerTo(look: Look, { part, parts }: Question): Answer {
  const { worst, kinds } = look
  look.pairsSeen = 0
  look.scores = 0
  // An answer does not depend on what was asked before.
  look.wanted = FIRST_WANTED
  forgetAll(worst)
  // Every so many slices of a kind, so that parts are about equal.
  let slice = 0
  for (let kind = 0; kind < kinds.count; kind++) {
    const end = kinds.start[kind + 1]!
    for (let from = kinds.start[kind]!; from < end; from += SLICE, slice++) {
      if (slice % parts === part) lookFrom(look, kind, from, Math.min(end, from + SLICE))
    }
  }
  const { pairsSeen, scores } = look
  return {
    pairs: worstOf(worst),
    full: marked(worst.isFull),
    leaning: marked(worst.isLeaning),
    pairsSeen,
    scores,
  }
}

function marked(marks: Uint8Array): Int32Array {
  const people: number[] = []
  for (let person = 0; person < marks.length; person++) if (marks[person] === 1) people.push(person)
  return Int32Array.from(people)
}
