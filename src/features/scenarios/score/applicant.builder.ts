import { type Applicant, usualHours } from './applicant.ts'

/** An applicant for tests: easy to please, in South Africa; say only what the test is about. */
export function anApplicant(id: string, differs: Partial<Applicant> = {}): Applicant {
  return {
    id,
    personId: `person-${id}`,
    addressKey: `${id}@library.example`,
    country: 'ZA',
    zone: 'Africa/Johannesburg',
    sector: 'public',
    stage: 'early',
    interests: ['reading-and-literature', 'children-and-young-people'],
    languages: ['en'],
    hours: usualHours,
    wishes: { sector: 'any', stage: 'any', interests: 'any' },
    firstTime: false,
    takesTwo: false,
    sharesEmail: true,
    ...differs,
  }
}
