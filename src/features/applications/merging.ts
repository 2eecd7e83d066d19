import { isAddress } from './addresses.ts'
import type { Answers } from './application.ts'
import { fold } from './fold.ts'

/**
 * The answers of one person who applied twice: the later ones, except where only the earlier ones say something.
 * Consent that was given stands, unless something else was written since.
 */
export function mergedAnswers(earlier: Answers, later: Answers): Answers {
  return {
    ...later,
    email: isAddress(later.email) || !isAddress(earlier.email) ? later.email : earlier.email,
    givenName: betterName(earlier.givenName, later.givenName),
    familyName: betterName(earlier.familyName, later.familyName),
    ...(later.country === null && earlier.country !== null
      ? pick(earlier, ['country', 'countryWritten'])
      : {}),
    ...(later.sector === null && earlier.sector !== null ? pick(earlier, ['sector', 'sectorWritten']) : {}),
    zone: later.zone ?? earlier.zone,
    stage: later.stage ?? earlier.stage,
    workplace: later.workplace || earlier.workplace,
    jobTitle: later.jobTitle || earlier.jobTitle,
    interests: later.interests.length > 0 ? later.interests : earlier.interests,
    languages: later.languages.length > 0 ? later.languages : earlier.languages,
    about: later.about || earlier.about,
    links: later.links || earlier.links,
    wishNote: later.wishNote || earlier.wishNote,
    formerRounds: [...new Set([...earlier.formerRounds, ...later.formerRounds])].sort(),
    heardFrom: later.heardFrom || earlier.heardFrom,
    ...(later.acceptsCodeWritten === '' && earlier.acceptsCode
      ? pick(earlier, ['acceptsCode', 'acceptsCodeWritten'])
      : {}),
  }
}

const pick = <Key extends keyof Answers>(
  answers: Answers,
  keys: readonly Key[],
): Partial<Pick<Answers, Key>> =>
  Object.fromEntries(keys.map((key) => [key, answers[key]])) as Partial<Pick<Answers, Key>>

/** The later spelling, unless it is the same name typed in a hurry: "kavita" after "Kavita". */
function betterName(earlier: string, later: string): string {
  if (later === '') return earlier
  const isHurried =
    fold(earlier) === fold(later) && later === later.toLowerCase() && earlier !== earlier.toLowerCase()
  return isHurried ? earlier : later
}
