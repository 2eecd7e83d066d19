/** Kinds of libraries and organisations, in the order of the form. */
export const sectors = [
  'academic',
  'public',
  'special',
  'school',
  'lis',
  'national',
  'archive',
  'other',
] as const
export type Sector = (typeof sectors)[number]

/** In the order of a working life: "earlier" and "later" are read from it. */
export const stages = ['student', 'early', 'mid', 'late', 'retired'] as const
export type Stage = (typeof stages)[number]

/** Areas of interest, in the alphabetical order of their English names. */
export const interests = [
  'cataloguing-metadata',
  'children-young-people',
  'collection-development',
  'community-engagement',
  'copyright-licensing',
  'digital-libraries',
  'health-information',
  'law-government',
  'spaces-buildings',
  'management-leadership',
  'marketing',
  'preservation-heritage',
  'professional-development',
  'reading-literature',
  'research-support',
  'scholarly-communication',
  'diverse-communities',
  'information-literacy',
  'technology-makerspaces',
  'user-experience',
] as const
export type Interest = (typeof interests)[number]
export const isInterest = (text: string): text is Interest => interests.some((known) => known === text)

/** How many areas of interest one may name. */
export const mostInterests = 5

export const wishes = ['like', 'different', 'earlier', 'later', 'any'] as const
export type Wish = (typeof wishes)[number]
export type PlainWish = Exclude<Wish, 'earlier' | 'later'>

/** What someone answered, as far as it was understood; what was not stands beside it as they wrote it. */
export type Answers = {
  email: string
  givenName: string
  familyName: string
  /** Where they are based, ISO 3166 alpha-2; null while what they wrote is not understood. */
  country: string | null
  countryWritten: string
  /** IANA name. */
  zone: string | null
  workplace: string
  jobTitle: string
  sector: Sector | null
  sectorWritten: string
  stage: Stage | null
  /** Codes; words that are no code of ours stay as they were written, to be mended in the desk. */
  interests: string[]
  /** ISO 639-1; words that were not understood stay as they were written. */
  languages: string[]
  about: string
  links: string
  wishSector: PlainWish
  wishStage: Wish
  wishInterests: PlainWish
  wishNote: string
  /** Codes of the rounds they took part in before. */
  formerRounds: string[]
  heardFrom: string
  acceptsCode: boolean
  acceptsCodeWritten: string
  /** Null while what they wrote is not understood, which means no. */
  sharesEmail: boolean | null
  sharesEmailWritten: string
  takesTwo: boolean
  /** Sent by form since then, by somebody who has not shown yet that the address is theirs. */
  unconfirmedSince?: Date | null
}

/** When someone usually writes, by their own clock. */
export const usualTimes = ['mornings', 'middays', 'evenings', 'weekends', 'any'] as const
export type UsualTime = (typeof usualTimes)[number]

/** About what someone may wish, in the order of the form. */
export const wishables = ['sector', 'stage', 'interests'] as const

/** The answers of the form: all of them understood, and some that no file holds. */
export type FormAnswers = Answers & {
  usualTimes: UsualTime[]
  /** Those of the languages in which they write, but would rather not talk. */
  languagesToWrite: string[]
  /** The wishes that matter a lot to them. */
  dearWishes: (typeof wishables)[number][]
  /** Of the code of conduct that they accepted. */
  codeVersion: string
}

/** What was decided about an application, and by whom it is replaced. */
export type Decisions = {
  acceptedAt: Date | null
  waitlistedAt: Date | null
  droppedAt: Date | null
  withdrawnAt: Date | null
  mergedInto: string | null
}

/** A request to take part in one round. */
export type Application = Answers & Decisions & { id: string; submittedAt: Date }

export const states = ['problem', 'ready', 'accepted', 'waiting', 'dropped', 'merged', 'withdrawn'] as const
export type State = (typeof states)[number]

/**
 * Where an application stands. Derived, never stored, so that it cannot go stale.
 *
 * @param needsCleaning whether the desk still has something to settle about it; a decision that was made stands
 */
export function stateOf(application: Decisions, needsCleaning: boolean): State {
  if (application.mergedInto !== null) return 'merged'
  if (application.withdrawnAt !== null) return 'withdrawn'
  if (application.droppedAt !== null) return 'dropped'
  if (application.acceptedAt !== null) return 'accepted'
  if (application.waitlistedAt !== null) return 'waiting'
  return needsCleaning ? 'problem' : 'ready'
}

/** Whether it still asks for a place: neither merged, nor withdrawn, nor dropped. */
export const isLiving = (application: Decisions) =>
  application.mergedInto === null && application.withdrawnAt === null && application.droppedAt === null

/** Whether it may be anyone's but the one whose address it names: then nobody else's answers are touched for its sake. */
export const isUnconfirmed = ({ unconfirmedSince }: Pick<Answers, 'unconfirmedSince'>) =>
  Boolean(unconfirmedSince)

export const fullName = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`.trim()

/** Whether an answer is missing without which nobody has a place; the database holds this as well. */
export const lacksAnswer = ({ country, zone, sector, stage, languages, acceptsCode, sharesEmail }: Answers) =>
  [country, zone, sector, stage, sharesEmail].includes(null) || languages.length === 0 || !acceptsCode
