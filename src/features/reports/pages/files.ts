import { csvOf } from '../../../platform/csv.ts'
import { formats } from '../../../platform/formats.ts'
import type { Impact } from '../impact.ts'
import { words } from '../words.ts'

/** One row for each round. */
export const roundsFile = ({ rounds }: Impact): string =>
  csvOf(
    ['round', 'starts_on', 'ends_on', 'participants', 'countries'],
    rounds.map((one) => [one.code, one.startsOn, one.endsOn, one.participants, one.countries]),
  )

/** One row for each country with five people at least; all others in one, without a code. */
export const countriesFile = ({ byCountry }: Impact): string =>
  csvOf(
    ['country', 'name', 'participants'],
    byCountry
      ? [
          ...byCountry.shown.map(({ name, count }) => [name, formats('en', 'UTC').country(name), count]),
          ...(byCountry.others > 0 ? [['', 'other countries', byCountry.others]] : []),
        ]
      : [],
  )

export const dataField = (name: string, type: 'string' | 'date' | 'integer', description: string) => ({
  name,
  type,
  description,
})

/** A file of a table, as a package names it. */
export const tableResource = (name: string, fields: ReturnType<typeof dataField>[]) => ({
  ...{ name, path: `${name}.csv`, profile: 'tabular-data-resource' },
  ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
  schema: { fields },
})

export const publicDomain = [
  {
    name: 'CC0-1.0',
    path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    title: 'CC0 1.0 Universal',
  },
]

/** What the files hold, for programs. @source Frictionless Data, Data Package 1.0 */
export function dataPackage({
  origin,
  network,
  updated,
}: {
  origin: string
  network: string
  updated: string
}) {
  const t = words('en')
  return {
    profile: 'tabular-data-package',
    name: 'impact',
    title: t('title.of', { network }),
    description: t('steps'),
    homepage: `${origin}/impact`,
    created: `${updated}T00:00:00Z`,
    licenses: publicDomain,
    resources: [
      tableResource('rounds', [
        dataField('round', 'string', 'Code of the round.'),
        dataField('starts_on', 'date', 'First day of mentoring.'),
        dataField('ends_on', 'date', 'Last day of mentoring.'),
        dataField('participants', 'integer', 'People who had a partner, in steps of five.'),
        dataField('countries', 'integer', 'Countries where they were based.'),
      ]),
      tableResource('countries', [
        dataField('country', 'string', 'ISO 3166-1 code; empty for all countries that are told together.'),
        dataField('name', 'string', 'Name of the country in English.'),
        dataField('participants', 'integer', 'People who had a partner, over all rounds, in steps of five.'),
      ]),
    ],
  }
}
