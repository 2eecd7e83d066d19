import { addressProblem, isAddress } from './addresses.ts'
import { type Answers, isInterest, mostInterests } from './application.ts'
import { countryOf } from './countries.ts'
import { isLanguage } from './languages.ts'
import { suggestedSector } from './sectors.ts'
import { countryOfZone, defaultZone } from './zones.ts'

/** What the desk has to settle before someone can be accepted, in the order in which it is best done. */
export const problemKinds = [
  'swapped-fields',
  'bad-address',
  'missing-name',
  'unknown-country',
  'unknown-zone',
  'unknown-sector',
  'unknown-stage',
  'unknown-language',
  'no-language',
  'unknown-interest',
  'too-many-interests',
  'missing-consent',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** Some answers and what they should be instead. */
export type Change = Partial<Answers>

export type Problem = {
  kind: ProblemKind
  /** What was written, for whoever decides. */
  written: string
  /** A likely mend; null when only a person can know. */
  suggestion: Change | null
  /** Whether nobody would doubt the suggestion, so that it may be accepted with others in one go. */
  obvious: boolean
}

/** What is known of the round besides the one application. */
export type Surroundings = { /** Domains that several applicants have. */ domains: readonly string[] }

/** Everything about an application that has to be settled; empty when it is clean. */
export function problemsOf(answers: Answers, around: Surroundings = { domains: [] }): Problem[] {
  const swapped = swappedFields(answers)
  const taken = new Set(Object.keys(swapped?.suggestion ?? {}))
  const found = [
    swapped,
    taken.has('email') ? null : badAddress(answers, around),
    missingName(answers),
    taken.has('country') ? null : unknownCountry(answers),
    unknownZone(answers),
    unknownSector(answers),
    unless(answers.stage !== null, 'unknown-stage'),
    unknownLanguage(answers),
    noLanguage(answers),
    unknownInterest(answers),
    tooManyInterests(answers),
    unless(answers.acceptsCode, 'missing-consent'),
  ]
  return found.filter((problem) => problem !== null)
}

const unless = (isFine: boolean, kind: ProblemKind): Problem | null =>
  isFine ? null : { kind, written: '', suggestion: null, obvious: false }

/** A country where the name should be and a name where the country should be, or an address in a field of the name. */
function swappedFields(answers: Answers): Problem | null {
  const { givenName, countryWritten, email } = answers
  const zoneCountry = answers.zone && countryOfZone(answers.zone)
  const countryIsOdd = answers.country === null || (zoneCountry !== null && answers.country !== zoneCountry)
  // To read a name as a country is dear, so only where there is something odd.
  const code = countryWritten !== '' && countryIsOdd ? countryOf(givenName, zoneCountry).code : null
  if (code !== null && (answers.country === null || code === zoneCountry)) {
    const suggestion = { givenName: countryWritten, countryWritten: givenName, country: code }
    return { kind: 'swapped-fields', written: `${givenName} / ${countryWritten}`, suggestion, obvious: true }
  }
  const place = (['givenName', 'familyName'] as const).find((field) => isAddress(answers[field]))
  if (place === undefined || email.includes('@')) return null
  const suggestion = { email: answers[place], [place]: email }
  return { kind: 'swapped-fields', written: `${answers[place]} / ${email}`, suggestion, obvious: true }
}

function badAddress({ email }: Answers, { domains }: Surroundings): Problem | null {
  const problem = addressProblem(email, domains)
  if (!problem) return null
  const suggestion = problem.mend === null ? null : { email: problem.mend }
  return { kind: 'bad-address', written: email, suggestion, obvious: problem.obvious }
}

/** Many people have one name only; it has to stand where they are greeted by it. */
function missingName({ givenName, familyName }: Answers): Problem | null {
  if (givenName !== '') return null
  const suggestion = familyName === '' ? null : { givenName: familyName, familyName: '' }
  return { kind: 'missing-name', written: familyName, suggestion, obvious: false }
}

function unknownCountry({ country, countryWritten, zone }: Answers): Problem | null {
  if (country !== null) return null
  const zoneCountry = zone && countryOfZone(zone)
  const reading = countryOf(countryWritten, zoneCountry)
  const near = reading.code ?? reading.suggestion
  const code = near ?? zoneCountry
  const suggestion = code ? { country: code } : null
  return {
    kind: 'unknown-country',
    written: countryWritten,
    suggestion,
    obvious: near !== null && near === zoneCountry,
  }
}

function unknownZone({ zone, country }: Answers): Problem | null {
  if (zone !== null) return null
  const likely = country === null ? null : defaultZone(country)
  return {
    kind: 'unknown-zone',
    written: '',
    suggestion: likely && { zone: likely.zone },
    obvious: likely?.only ?? false,
  }
}

function unknownSector({ sector, sectorWritten }: Answers): Problem | null {
  if (sector !== null) return null
  const likely = suggestedSector(sectorWritten)
  const suggestion = likely && { sector: likely.sector }
  return { kind: 'unknown-sector', written: sectorWritten, suggestion, obvious: likely?.obvious ?? false }
}

function unknownLanguage({ languages }: Answers): Problem | null {
  const strange = languages.filter((language) => !isLanguage(language))
  if (strange.length === 0) return null
  const known = languages.filter(isLanguage)
  const suggestion = known.length > 0 ? { languages: known } : null
  return { kind: 'unknown-language', written: strange.join(', '), suggestion, obvious: false }
}

/** Who filled in an English form writes some English. */
const noLanguage = ({ languages }: Answers): Problem | null =>
  languages.length > 0
    ? null
    : { kind: 'no-language', written: '', suggestion: { languages: ['en'] }, obvious: false }

function unknownInterest({ interests }: Answers): Problem | null {
  const strange = interests.filter((interest) => !isInterest(interest))
  if (strange.length === 0) return null
  const suggestion = { interests: interests.filter(isInterest) }
  return { kind: 'unknown-interest', written: strange.join(', '), suggestion, obvious: false }
}

/** The form says "up to five"; the first ones named are the ones meant. */
function tooManyInterests({ interests }: Answers): Problem | null {
  const known = interests.filter(isInterest)
  if (known.length <= mostInterests || known.length < interests.length) return null
  const suggestion = { interests: known.slice(0, mostInterests) }
  return { kind: 'too-many-interests', written: String(known.length), suggestion, obvious: true }
}
