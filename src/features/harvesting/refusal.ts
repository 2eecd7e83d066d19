import type { words } from './words.ts'

type Words = ReturnType<typeof words>

/** As the protocol names what cannot be answered. */
export type RefusedAs =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'

/** A question that the protocol answers with an error. */
export class Refused extends Error {
  readonly as: RefusedAs
  readonly say: (t: Words) => string

  /** @param say why, in a sentence */
  constructor(as: RefusedAs, say: (t: Words) => string) {
    super(as)
    this.as = as
    this.say = say
  }
}
