import { addressProblem, domainsOf, isAddress } from './addresses.ts'
import { type Answers, isInterest, isUnconfirmed, mostInterests } from './application.ts'
import { countryOf, englishCountry } from './countries.ts'
import { fold } from './fold.ts'
import { isGarbled, ungarbled } from './garbled.ts'
import { isLanguage } from './languages.ts'
import { isBorne, isFirstName, looksLikeName, namesIn } from './names.ts'
import { suggestedSector } from './sectors.ts'
import { countryOfZone, defaultZone } from './zones.ts'

/** What the desk has to settle before someone can be accepted, in the order in which it is best done. */
export const problemKinds = [
  'corrected-row',
  'unconfirmed-address',
  'garbled-text',
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
  'unread-sharing',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** Some answers and what they should be instead. */
export type Change = Partial<Answers>

export type Problem = {
  kind: ProblemKind
  /** What was written, for those who decide. */
  written: string
  /** A likely mend; null when only a person can know. */
  suggestion: Change | null
  /** Whether nobody would doubt the suggestion, so that it may be accepted with others in one go. */
  obvious: boolean
}

/** What is known of the round besides the one application. */
export type Surroundings = {
  /** Domains that several applicants have. */
  domains: readonly string[]
  /** First names that applicants have, folded. */
  names: ReadonlySet<string>
}

export const surroundingsOf = (applications: readonly Answers[]): Surroundings => ({
  domains: domainsOf(applications.map(({ email }) => email)),
  names: new Set(applications.map(({ givenName }) => fold(givenName)).filter((name) => name !== '')),
})

/** Everything about an application that has to be settled; empty when it is clean. */
export function problemsOf(
  answers: Answers,
  around: Surroundings = { domains: [], names: new Set() },
): Problem[] {
  const swapped = swappedFields(answers, around)
  const taken = new Set(Object.keys(swapped?.suggestion ?? {}))
  const found = [
    unconfirmedAddress(answers),
    garbledText(answers),
    swapped,
    taken.has('email') ? null : badAddress(answers, around),
    missingName(answers),
    taken.has('country') ? null : unknownCountry(answers),
    unknownZone(answers),
    unknownSector(answers),
    unknownStage(answers),
    unknownLanguage(answers),
    noLanguage(answers),
    unknownInterest(answers),
    tooManyInterests(answers),
    missingConsent(answers),
    unreadSharing(answers),
  ]
  return found.filter((problem) => problem !== null)
}

/** Sent by form, and nobody has shown that they read the mail of the address: they may not know of it. */
const unconfirmedAddress = (answers: Answers): Problem | null =>
  isUnconfirmed(answers)
    ? { kind: 'unconfirmed-address', written: answers.email, suggestion: null, obvious: false }
    : null

/**
 * A country where the name should be and a name where the country should be, or an address in a field of the name.
 *
 * Nobody would doubt that they are swapped when both fit after it: a country that the time zone confirms, and a name
 * that others have. That someone is called like a country proves nothing.
 */
function swappedFields(answers: Answers, around: Surroundings): Problem | null {
  return swappedCountry(answers, around) ?? addressForName(answers, around)
}

function swappedCountry(answers: Answers, around: Surroundings): Problem | null {
  const { givenName, country, countryWritten, zone } = answers
  const zoneCountry = zone && countryOfZone(zone)
  // To read a name in every language is dear, so only where there is no country.
  const read = country === null ? countryOf(givenName, zoneCountry) : englishCountry(givenName)
  if (!read?.code) return null
  const found = { kind: 'swapped-fields' as const, written: `${givenName} / ${countryWritten}` }
  const mayBeName = isFirstName(givenName)
  if (read.code === country && !mayBeName) return { ...found, suggestion: null, obvious: false }
  const isConfirmed = read.code === zoneCountry && country !== zoneCountry
  const isOnlyOne = country === null && zoneCountry === null && !mayBeName
  const fits = mayBeName ? isBorne(countryWritten, around) : looksLikeName(countryWritten)
  if (!(isConfirmed || isOnlyOne) || !fits) return null
  const suggestion = { givenName: countryWritten, countryWritten: givenName, country: read.code }
  const isSure = isConfirmed && read.how === 'name' && !mayBeName && isBorne(countryWritten, around)
  return { ...found, suggestion, obvious: isSure }
}

function addressForName(answers: Answers, around: Surroundings): Problem | null {
  const place = (['givenName', 'familyName'] as const).find((field) => isAddress(answers[field]))
  if (place === undefined) return null
  const { email } = answers
  const written = `${answers[place]} / ${email}`
  if (email.includes('@')) return { kind: 'swapped-fields', written, suggestion: null, obvious: false }
  const suggestion = { email: answers[place], [place]: looksLikeName(email) ? email : '' }
  return { kind: 'swapped-fields', written, suggestion, obvious: isBorne(email, around) }
}

const readableFields = ['givenName', 'familyName', 'email', 'workplace', 'jobTitle'] as const

/** Letters were lost or changed on the way, in what others see of a person. */
function garbledText(answers: Answers): Problem | null {
  const garbled = readableFields.filter((field) => isGarbled(answers[field]))
  if (garbled.length === 0) return null
  const mended = garbled.flatMap((field) => {
    const meant = ungarbled(answers[field])
    return meant === null ? [] : [[field, meant] as const]
  })
  return {
    kind: 'garbled-text',
    written: garbled.map((field) => answers[field]).join(', '),
    suggestion: mended.length === garbled.length ? Object.fromEntries(mended) : null,
    obvious: false,
  }
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
  const suggestion = familyName === '' ? null : namesIn(familyName)
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

const unknownStage = ({ stage }: Answers): Problem | null =>
  stage !== null ? null : { kind: 'unknown-stage', written: '', suggestion: null, obvious: false }

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

/** Nobody can accept it for another. */
const missingConsent = ({ acceptsCode, acceptsCodeWritten }: Answers): Problem | null =>
  acceptsCode
    ? null
    : { kind: 'missing-consent', written: acceptsCodeWritten, suggestion: null, obvious: false }

/** Until someone knows what was meant, the address is given to nobody. */
const unreadSharing = ({ sharesEmail, sharesEmailWritten }: Answers): Problem | null =>
  sharesEmail !== null
    ? null
    : {
        kind: 'unread-sharing',
        written: sharesEmailWritten,
        suggestion: null,
        obvious: false,
      }
