import { stringify } from 'csv-stringify/sync'
import type { Import } from '../../src/features/applications/actions/imports.ts'

/** A row of the form, as far as the tests care. */
export type Applicant = {
  name: string
  country: string
  zone: string
  languages?: string
  email?: string
  consents?: string
  shares?: string
}

export const addressOf = (name: string) => `${name.split(' ')[0]?.toLowerCase()}@library.example`

/** A file of the form: one row each, a minute apart. */
export function applicationsFile(applicants: readonly Applicant[]): Import {
  const rows = applicants.map((one, index) => {
    const [givenName, familyName] = one.name.split(' ')
    return {
      Timestamp: `20/01/2016 10:${String(index).padStart(2, '0')}:00`,
      'Email Address': one.email ?? addressOf(one.name),
      'First name': givenName,
      'Family name': familyName,
      'Country where you are based': one.country,
      'Time zone': one.zone,
      Workplace: `Library of ${one.country}`,
      'What type of library or organisation do you work in?': 'Public library',
      'Career stage': 'Mid-career (6 to 15 years)',
      'Areas of interest (choose up to five)': 'Reading and literature',
      'Languages you can write in comfortably': one.languages ?? 'English',
      'I have read and accept the code of conduct': one.consents ?? 'Yes',
      'May we give your e-mail address to your partner?': one.shares ?? 'Yes',
    }
  })
  return {
    kind: 'applications',
    zone: 'UTC',
    fileName: 'applications.csv',
    source: async function* () {
      yield Buffer.from(stringify(rows, { header: true }))
    },
  }
}
