import { type AnswersTold, answersTold, type Criterion } from './answers.ts'
import {
  type Applicant,
  type Sector,
  type Stage,
  stages,
  type Wish,
  type Wishable,
  wishable,
} from './applicant.ts'
import { type SharedHours, sharedHours } from './hours.ts'
import type { Scoring } from './score.ts'
import type { Fits } from './scorers/scorer.ts'

/** A wish that was stated, and what became of it. */
type WishOutcome = {
  what: Wishable
  wish: Exclude<Wish, 'any'>
  /** `impossible`: nobody could have met it, as "earlier" for a student. */
  outcome: 'met' | 'unmet' | 'impossible'
}

/** Why two people were paired, as data, seen from one of them. */
export type Reasons = {
  own: WishOutcome[]
  partner: WishOutcome[]
  sharedInterests: string[]
  sharedLanguages: string[]
  hours: SharedHours
  /** Of the questions of the round that count, those that the two meet. */
  answers?: AnswersTold[]
  /** Former partners who both asked for each other. */
  again?: true
  /** How content each is with the other, 0 to 10,000. */
  points: { own: number; partner: number }
}

/** Whose wish something fulfils. */
type Asked = 'both' | 'own' | 'partner' | 'nobody'

/** As much of a person as the telling needs. */
export type Placed = Pick<Applicant, 'sector' | 'stage'>

/** The same reasons, seen from the partner. */
export function mirrored(reasons: Reasons): Reasons {
  const { own, partner, hours, points } = reasons
  return {
    ...reasons,
    own: partner,
    partner: own,
    hours: {
      minutes: hours.minutes,
      ranges: hours.ranges.map((range) => ({ utc: range.utc, own: range.partner, partner: range.own })),
    },
    points: { own: points.partner, partner: points.own },
  }
}

/** One thing to say; the words for it are chosen later, in the reader's language. */
export type Sentence =
  | { say: 'sector-alike'; asked: Asked; sector: Sector }
  | { say: 'sector-different'; asked: Asked; own: Sector; partner: Sector }
  | { say: 'stage-alike'; asked: Asked; stage: Stage }
  | { say: 'stage-later' | 'stage-earlier'; asked: Asked; own: Stage; partner: Stage }
  | { say: 'interests-shared'; asked: Asked; interests: string[] }
  | { say: 'interests-different'; asked: Asked }
  | { say: 'again'; asked: 'both' }
  | { say: 'answers-alike' | 'answers-different'; asked: 'nobody'; answers: AnswersTold }
  | { say: 'languages'; languages: string[] }
  | { say: 'hours'; hours: SharedHours }
  | { say: 'no-hours' }
  | { say: 'unmet' | 'impossible'; whose: 'own' | 'partner'; what: Wishable; wish: WishOutcome['wish'] }

/**
 * @param a index of the person whose reasons these are
 * @param day `YYYY-MM-DD`, for the hours
 */
export function reasonsFor(a: number, b: number, from: ReasonSources): Reasons {
  const [own, partner] = [one(from.applicants, a), one(from.applicants, b)]
  const answers = answersTold(own, partner, from.criteria ?? [])
  return {
    own: outcomes(own, from.scoring.fits(a, b)),
    partner: outcomes(partner, from.scoring.fits(b, a)),
    sharedInterests: own.interests.filter((interest) => partner.interests.includes(interest)),
    sharedLanguages: own.languages.filter((language) => partner.languages.includes(language)),
    hours: sharedHours(own, partner, from.day),
    points: { own: from.scoring.directed(a, b), partner: from.scoring.directed(b, a) },
    ...(answers.length > 0 ? { answers } : {}),
    ...(from.scoring.isAgain(a, b) ? { again: true } : {}),
  }
}

export type ReasonSources = {
  applicants: readonly Applicant[]
  scoring: Scoring
  day: string
  criteria?: readonly Criterion[]
}

const one = (applicants: readonly Applicant[], index: number): Applicant => {
  const found = applicants[index]
  if (!found) throw new RangeError(`no applicant ${index} of ${applicants.length}`)
  return found
}

/** A wish met by half or more counts as met when told; the score keeps the finer grain. */
const metFrom = 50

function outcomes(person: Applicant, { wishes }: Fits): WishOutcome[] {
  return wishable.flatMap((what) => {
    const wish = person.wishes[what]
    const fit = wishes[what]
    if (wish === 'any') return []
    return [{ what, wish, outcome: fit === null ? 'impossible' : fit >= metFrom ? 'met' : 'unmet' }]
  })
}

/**
 * What there is to say about a pair, in the order in which to say it: what they have in common, where
 * they differ, how and when they can talk, and last, honestly, what could not be had.
 *
 * @param own,partner whose `Reasons` these are, and the other
 */
export function sentences(own: Placed, partner: Placed, reasons: Reasons): Sentence[] {
  const told = [
    interestsSentence(reasons),
    sectorSentence(own, partner, reasons),
    stageSentence(own, partner, reasons),
  ]
  const alike = told.filter((sentence) => sentence?.say.match(/alike|shared/))
  const different = told.filter((sentence) => sentence && !alike.includes(sentence))
  return [
    reasons.again ? ({ say: 'again', asked: 'both' } as const) : null,
    ...alike,
    ...different,
    ...(reasons.answers ?? []).map(answersSentence),
    { say: 'languages', languages: reasons.sharedLanguages },
    reasons.hours.minutes > 0 ? { say: 'hours', hours: reasons.hours } : { say: 'no-hours' },
    ...missed(reasons.own, 'own'),
    ...missed(reasons.partner, 'partner'),
  ].filter((sentence): sentence is Sentence => sentence !== null)
}

const answersSentence = (answers: AnswersTold): Sentence => ({
  say: answers.prefers === 'alike' ? 'answers-alike' : 'answers-different',
  asked: 'nobody',
  answers,
})

function interestsSentence(reasons: Reasons): Sentence | null {
  const interests = reasons.sharedInterests
  if (interests.length > 0) {
    return { say: 'interests-shared', asked: askedFor(reasons, 'interests', ['like'], ['like']), interests }
  }
  const asked = askedFor(reasons, 'interests', ['different'], ['different'])
  return asked === 'nobody' ? null : { say: 'interests-different', asked }
}

function sectorSentence(own: Placed, partner: Placed, reasons: Reasons): Sentence | null {
  if (own.sector !== partner.sector) {
    const asked = askedFor(reasons, 'sector', ['different'], ['different'])
    return { say: 'sector-different', asked, own: own.sector, partner: partner.sector }
  }
  // "You both work in other libraries" tells nobody anything.
  if (own.sector === 'other') return null
  return { say: 'sector-alike', asked: askedFor(reasons, 'sector', ['like'], ['like']), sector: own.sector }
}

function stageSentence(own: Placed, partner: Placed, reasons: Reasons): Sentence {
  const ahead = stages.indexOf(partner.stage) - stages.indexOf(own.stage)
  if (ahead === 0) {
    return { say: 'stage-alike', asked: askedFor(reasons, 'stage', ['like'], ['like']), stage: own.stage }
  }
  const [ownWish, partnerWish] = ahead > 0 ? (['later', 'earlier'] as const) : (['earlier', 'later'] as const)
  return {
    say: ahead > 0 ? 'stage-later' : 'stage-earlier',
    asked: askedFor(reasons, 'stage', [ownWish, 'different'], [partnerWish, 'different']),
    own: own.stage,
    partner: partner.stage,
  }
}

function askedFor(reasons: Reasons, what: Wishable, ownWishes: Wish[], partnerWishes: Wish[]): Asked {
  const met = (outcomes: WishOutcome[], wishes: Wish[]) =>
    outcomes.some((one) => one.what === what && one.outcome === 'met' && wishes.includes(one.wish))
  const own = met(reasons.own, ownWishes)
  const partner = met(reasons.partner, partnerWishes)
  return own && partner ? 'both' : own ? 'own' : partner ? 'partner' : 'nobody'
}

const missed = (outcomes: WishOutcome[], whose: 'own' | 'partner'): Sentence[] =>
  outcomes.flatMap(({ what, wish, outcome }) =>
    outcome === 'met' ? [] : [{ say: outcome, whose, what, wish }],
  )

/** Why two members of a group were paired, seen from the first. */
export type TwoReasons = { a: string; b: string; reasons: Reasons }

/** Why someone was paired with a partner, from their side; reasons are kept once for each two. */
export function reasonsBetween(kept: readonly TwoReasons[], own: string, partner: string): Reasons | null {
  for (const { a, b, reasons } of kept) {
    if (a === own && b === partner) return reasons
    if (b === own && a === partner) return mirrored(reasons)
  }
  return null
}
