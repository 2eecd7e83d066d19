import type { Sentence } from '../scenarios/index.ts'

/** How two partners can reach each other first, by what each agreed to share. */
export type Contact =
  /** Each has the other's address. */
  | 'both-write'
  /** Only the partner's address may be given, so the partner cannot write first. */
  | 'you-write-first'
  /** The partner keeps their address; they have this person's and write first. */
  | 'they-write-first'
  /** Neither gives an address: the programme passes a first note on. */
  | 'pass-on'

/**
 * @source docs/decisions/0009-first-contact.md
 */
export function contactOf(own: { sharesEmail: boolean }, partner: { sharesEmail: boolean }): Contact {
  if (partner.sharesEmail) return own.sharesEmail ? 'both-write' : 'you-write-first'
  return own.sharesEmail ? 'they-write-first' : 'pass-on'
}

/** The day of whose hours partners are told: today, or the first of the round while that is to come. */
export const dayOfHours = ({ startsOn }: { startsOn: string }, today: string): string =>
  today < startsOn ? startsOn : today

/** As much of a person as decides what their partner is told of them. */
type Partner = { name: string; givenName: string; email: string; sharesEmail: boolean }

/** What one partner is told about the other, beside the card that each sees of both. */
export type Told = {
  contact: Contact
  /** The partner's address; null unless they agreed that it is given. */
  email: string | null
  /** What they are called: by given name, where that tells them apart. */
  names: { own: string; partner: string }
  /** Why the two were paired, the strongest reason first. */
  why: Sentence[]
  /** Wishes of their own that their partner does not meet. The partner's are nobody else's business. */
  unmet: Missed[]
}
type Missed = Extract<Sentence, { say: 'unmet' | 'impossible' }>

const isMissed = (sentence: Sentence): sentence is Missed =>
  sentence.say === 'unmet' || sentence.say === 'impossible'

/** An answer that the question said only coordinators would read. */
const isForTheOffice = (sentence: Sentence): boolean => 'answers' in sentence && !sentence.answers.isShown

/**
 * What a partner may be told, and how: in an email, on a page and in every language the same.
 *
 * @param said all that there is to say about the two, from this person's side
 * @source docs/decisions/0009-first-contact.md
 */
export function toldTo(own: Partner, partner: Partner, said: readonly Sentence[]): Told {
  const isOneName = own.givenName === partner.givenName
  return {
    contact: contactOf(own, partner),
    email: partner.sharesEmail ? partner.email : null,
    names: isOneName
      ? { own: own.name, partner: partner.name }
      : { own: own.givenName, partner: partner.givenName },
    why: said
      .filter((one) => !isMissed(one) && !isForTheOffice(one))
      .sort((a, b) => weakness(a) - weakness(b)),
    unmet: said.filter(isMissed).filter(({ whose }) => whose === 'own'),
  }
}

/** How much a reason says for a pair: what both asked for comes before what just so happens. */
function weakness(sentence: Sentence): number {
  const asked = 'asked' in sentence ? ['both', 'own', 'partner', 'nobody'].indexOf(sentence.asked) : 0
  const kind = weakest.indexOf(sentence.say)
  return (kind >= firstOfTalking ? 100 : asked * 10) + kind
}

/** From what people have in common, over how they differ, to how they can talk. */
const weakest: readonly Sentence['say'][] = [
  'again',
  'interests-shared',
  'sector-alike',
  'stage-alike',
  'stage-later',
  'stage-earlier',
  'sector-different',
  'interests-different',
  'answers-alike',
  'answers-different',
  'languages',
  'hours',
  'no-hours',
]
const firstOfTalking = weakest.indexOf('languages')
