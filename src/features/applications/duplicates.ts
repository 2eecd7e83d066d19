import { broadKey } from '../../platform/email-key.ts'
import { oncePer } from '../../platform/once.ts'
import { addressKey, isAddress } from './addresses.ts'
import { type Application, fullName } from './application.ts'
import { fold, isOneSlipAway } from './fold.ts'

export const certainties = ['certain', 'mailbox', 'likely', 'possible', 'namesake'] as const
/** How surely two applications are of one person; a namesake most likely is another, and who shares a mailbox may be. */
export type Certainty = (typeof certainties)[number]

const sameThings = [
  'address',
  'similarAddress',
  'name',
  'similarName',
  'workplace',
  'jobTitle',
  'stage',
  'sector',
  'interests',
  'links',
  'about',
] as const
type SameThing = (typeof sameThings)[number]

export type Duplicate = {
  /** The one that was sent first. */
  earlier: string
  later: string
  certainty: Certainty
  /** What the two have in common, besides the country when the address differs. */
  same: SameThing[]
  suggestion: 'merge' | 'keep-both'
  /** Whether nobody would doubt the suggestion. */
  obvious: boolean
}

/** Two ids in their one order, as verdicts are kept. */
export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/**
 * Applications that may be of one person: the same address written differently, or the same but for what follows a
 * plus; the same name in the same country; a similar name at the same workplace of the same country.
 *
 * @param applications that still ask for a place
 * @param settled pairs that were decided, by `pairKey`
 * @returns surest first, then by time
 */
export function duplicatesAmong(
  applications: readonly Application[],
  settled: ReadonlySet<string> = new Set(),
): Duplicate[] {
  const people = applications.map(personOf).sort((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1))
  const found = new Map<string, Duplicate>()
  const compare = (a: Person, b: Person) => {
    const key = pairKey(a.id, b.id)
    if (found.has(key) || settled.has(key)) return
    const duplicate = judge(a, b)
    if (duplicate) found.set(key, duplicate)
  }
  for (const bucket of bucketsOf(people)) eachPair(bucket, compare)
  return [...found.values()].sort(
    (a, b) => certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty),
  )
}

type Person = {
  id: string
  sentAt: number
  address: string | null
  /** Without what follows a plus. */
  broadAddress: string | null
  /** Parts of the whole name, sorted: "Tran Wei" is "Wei Tran". */
  name: string[]
  nameKey: string
  country: string
  workplace: string
  answers: Record<AnswerKey, string>
}

const answerKeys = ['jobTitle', 'stage', 'sector', 'interests', 'links', 'about'] as const
type AnswerKey = (typeof answerKeys)[number]

const personOf = oncePer((application: Application): Person => {
  const name = fold(fullName(application))
    .split(' ')
    .filter((part) => part !== '')
    .sort()
  const address = addressKey(application.email)
  return {
    id: application.id,
    sentAt: application.submittedAt.getTime(),
    address: isAddress(address) ? address : null,
    broadAddress: isAddress(address) ? broadKey(address) : null,
    name,
    nameKey: name.join(' '),
    country: application.country ?? fold(application.countryWritten),
    workplace: fold(application.workplace),
    answers: {
      jobTitle: fold(application.jobTitle),
      stage: application.stage ?? '',
      sector: application.sector ?? fold(application.sectorWritten),
      interests: [...application.interests].sort().join(' '),
      links: application.links,
      about: application.about,
    },
  }
})

/** A name shared by more people than this says nothing any more; they are compared by workplace only. */
const crowd = 40

function bucketsOf(people: readonly Person[]): Person[][] {
  const by = (key: (person: Person) => string | null) =>
    [...Map.groupBy(people, key)]
      .filter(([value, bucket]) => value !== null && bucket.length > 1)
      .map(([, bucket]) => bucket)
  const named = (person: Person) => (person.nameKey === '' ? null : `${person.country} ${person.nameKey}`)
  const colleagues = (person: Person) =>
    person.workplace === '' ? null : `${person.country} ${person.workplace}`
  // Among many colleagues only those are compared who share a part of the name.
  const nearColleagues = by(colleagues).flatMap((bucket) =>
    bucket.length <= crowd ? [bucket] : byNamePart(bucket),
  )
  return [
    ...by((person) => person.broadAddress),
    ...by(named).filter((bucket) => bucket.length <= crowd),
    ...nearColleagues,
  ]
}

function byNamePart(people: readonly Person[]): Person[][] {
  const buckets = new Map<string, Person[]>()
  for (const person of people)
    for (const part of new Set(person.name)) {
      const bucket = buckets.get(part) ?? []
      bucket.push(person)
      buckets.set(part, bucket)
    }
  return [...buckets.values()].filter((bucket) => bucket.length > 1 && bucket.length <= crowd)
}

function eachPair<Item>(items: readonly Item[], visit: (a: Item, b: Item) => void): void {
  for (const [i, a] of items.entries()) for (const b of items.slice(i + 1)) visit(a, b)
}

/** How many of the six further answers have to agree before chance is ruled out. */
const tellingAgreement = 4

/** @param a sent before b */
function judge(a: Person, b: Person): Duplicate | null {
  const isColleague = a.workplace !== '' && a.workplace === b.workplace
  const named = sharedName(a, b, isColleague)
  const address = sharedAddress(a, b)
  if (address === null && named === null) return null
  const agreeing = answerKeys.filter((key) => a.answers[key] !== '' && a.answers[key] === b.answers[key])
  const same: SameThing[] = [
    ...(address ? [address] : []),
    ...(named ? [named] : []),
    ...(isColleague ? (['workplace'] as const) : []),
    ...agreeing,
  ]
  return {
    earlier: a.id,
    later: b.id,
    same,
    ...verdictOn({
      ...{ address, named, isColleague, agreeing: agreeing.length },
      isElsewhere: a.country !== b.country || (!isColleague && a.workplace !== '' && b.workplace !== ''),
    }),
  }
}

type Evidence = {
  address: 'address' | 'similarAddress' | null
  named: 'name' | 'similarName' | null
  isColleague: boolean
  /** In another country, or at another workplace. */
  isElsewhere: boolean
  agreeing: number
}

function verdictOn({
  address,
  named,
  isColleague,
  isElsewhere,
  agreeing,
}: Evidence): Pick<Duplicate, 'certainty' | 'suggestion' | 'obvious'> {
  if (address === 'address' && named === 'name' && !isElsewhere)
    return { certainty: 'certain', suggestion: 'merge', obvious: true }
  // One person who moved or married, or two who share a mailbox.
  if (address !== null) return { certainty: 'mailbox', suggestion: 'merge', obvious: false }
  const isTelling = agreeing >= tellingAgreement
  if (isColleague && isTelling) return { certainty: 'likely', suggestion: 'merge', obvious: named === 'name' }
  // Two partners for one person can be mended; a person who was merged away by mistake is forgotten.
  if (isColleague || isTelling) return { certainty: 'possible', suggestion: 'keep-both', obvious: false }
  return { certainty: 'namesake', suggestion: 'keep-both', obvious: true }
}

function sharedAddress(a: Person, b: Person): Evidence['address'] {
  if (a.broadAddress === null || a.broadAddress !== b.broadAddress) return null
  return a.address === b.address ? 'address' : 'similarAddress'
}

/** A similar name says something among colleagues only. */
function sharedName(a: Person, b: Person, isColleague: boolean): Evidence['named'] {
  if (a.nameKey !== '' && a.nameKey === b.nameKey) return 'name'
  return isColleague && areSimilar(a, b) ? 'similarName' : null
}

/** An initial for a name, a second family name left out, one slip of the hand. */
function areSimilar(a: Person, b: Person): boolean {
  const [short, long] = a.name.length <= b.name.length ? [a.name, b.name] : [b.name, a.name]
  const isPart = short.every((part) =>
    long.some((other) => part === other || (part.length === 1 && other.startsWith(part))),
  )
  const sharesName = short.some((part) => part.length > 2 && long.includes(part))
  const isInitial = (part: string, other: string) => other.length === 1 && part.startsWith(other)
  const isPartOfInitials = short.every((part) =>
    long.some((other) => part === other || isInitial(part, other)),
  )
  if (short.length >= 2 && sharesName && (isPart || isPartOfInitials)) return true
  return a.nameKey.length > 6 && isOneSlipAway(a.nameKey, b.nameKey)
}
