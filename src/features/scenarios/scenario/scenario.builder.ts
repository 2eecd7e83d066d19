import { anApplicant } from '../score/applicant.builder.ts'
import type { Applicant } from '../score/applicant.ts'
import { type Group, type Inputs, judged, type Two } from './scenario.ts'
import { defaultSettings } from './settings.ts'

/** What a run is asked, for tests: the usual settings and no rules; say only what the test is about. */
export const inputsWith = (applicants: readonly Applicant[], more: Partial<Inputs> = {}): Inputs => ({
  applicants,
  former: [],
  settings: defaultSettings,
  day: '2016-02-29',
  seed: 201601,
  pins: [],
  bans: [],
  held: [],
  keep: [],
  engine: '1',
  ...more,
})

/** Nobody is particular, but b, who wants someone from another kind of library; a and e may not be partners. */
export const fivePeople = [
  anApplicant('a', { country: 'AU' }),
  anApplicant('b', { country: 'BR', wishes: { sector: 'different', stage: 'any', interests: 'any' } }),
  anApplicant('c', { country: 'CA', sector: 'school' }),
  anApplicant('d', { country: 'DE' }),
  anApplicant('e', { country: 'AU' }),
]

export const judgeOf = (applicants: readonly Applicant[] = fivePeople, bans: Two[] = []) =>
  judged(inputsWith(applicants, { bans })).by

export const aGroup = (...members: string[]): Group => ({ members, pinned: false })
