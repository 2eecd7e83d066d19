import { type PersonPrices, type Price, priceOf, pricesFor, type Refused } from '../scenario/prices.ts'
import { proofFile } from '../scenario/proof-files.ts'
import { type OnProgress, type Outcome, type Proof, propose, type RunProblem } from '../scenario/propose.ts'
import type { Inputs, Two } from '../scenario/scenario.ts'

/** What the matching thread can be asked, by the name of the question: plain data that can cross. */
type Questions = {
  propose: { inputs: Inputs }
  person: { inputs: Inputs; person: string; without: readonly string[]; most: number }
  pin: { inputs: Inputs; two: Two }
  proof: { inputs: Inputs; certificate: Proof; file: 'graph' | 'proof' }
}

export type Answers = {
  propose: Outcome | { problem: RunProblem }
  person: PersonPrices | Refused
  pin: Price | Refused
  /** Text of the file; null where the stored plan cannot be proven any more. */
  proof: string | null
}

export type Ask = keyof Questions

export type Question<Kind extends Ask = Ask> = { [One in Kind]: { ask: One } & Questions[One] }[Kind]

/** Answers a question; this is where the time goes. */
export function answerTo(question: Question, onProgress: OnProgress): Answers[Ask] {
  switch (question.ask) {
    case 'propose':
      return propose(question.inputs, onProgress)
    case 'person':
      return pricesFor(question.inputs, question, onProgress)
    case 'pin':
      return priceOf(question.inputs, question.two, onProgress)
    case 'proof':
      return proofFile(question.file, question)
  }
}
