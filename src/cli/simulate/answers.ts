import { interests, sectors, stages, usualTimes, zonesOfCountry } from '../../features/applications/index.ts'
import type { UsualPage, Values } from '../../features/calls/index.ts'
import type { Draw } from '../../matching/draw.ts'
import { between, chance, happens, oneOf } from './chance.ts'
import type { Invented } from './people.ts'

/** The more frequent first; where people of the network came from is known only by such lists. */
const countries = (
  'AU US GB CA NZ IN ZA IE ES DE FR PL IT PH NG MX BR SG SE NL FI DK NO PT GR TR EG KE GH UG ' +
  'PK BD LK MY ID TH JP KR CN HK TW AR CL CO PE CU UY EC CR GT JM TT RO HU CZ SK HR SI RS BG ' +
  'EE LV LT UA IL JO LB AE QA KW MA TN DZ SN CM ET TZ ZM ZW BW NA MU FJ WS PG NP BT MN'
).split(' ')

/** Zipf-Mandelbrot: the first country has about a fifth, the first ten seven in ten. */
const weights = countries.map((_, rank) => Math.round(1e6 / (rank + 4) ** 1.85))

function countryOf(draw: Draw): string {
  let left = draw(weights.reduce((sum, one) => sum + one, 0))
  const at = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return countries[at] ?? 'AU'
}

/** What somebody fills in, as a browser would send it. */
export function answersOf(seed: number, { name, email }: Invented): Record<UsualPage, Values> {
  const draw = chance(seed, email, 'answers')
  const country = countryOf(draw)
  const own = zonesOfCountry(country)
  const sector = oneOf(draw, [
    'academic',
    'academic',
    'academic',
    'public',
    'public',
    'special',
    'school',
    'national',
  ])
  const some = <One>(all: readonly One[], count: number): One[] =>
    all.filter((_, at) => (at + draw(all.length)) % all.length < count)
  const wish = () => (happens(draw, 45) ? 'any' : oneOf(draw, ['like', 'like', 'different']))
  return {
    you: { name, email, country },
    work: {
      ...{ workplace: `Library of ${name.split(' ')[1]}`, jobTitle: 'Librarian' },
      sector: sectors.find((one) => one === sector) ?? 'academic',
      stage: stages[between(draw, 0, stages.length - 1)] ?? 'mid',
      interests: [...new Set([...some(interests, 3), interests[draw(interests.length)] ?? ''])].slice(0, 4),
    },
    talking: {
      ...{ language1: 'en', comfort1: happens(draw, 80) ? 'talk' : 'write' },
      zone: own.length > 1 ? (own[draw(own.length)] ?? '') : '',
      times: [usualTimes[draw(usualTimes.length)] ?? 'evenings'],
      sharesEmail: happens(draw, 90) ? 'yes' : 'no',
    },
    partner: {
      about: 'I would like to see how others do what I do every day.',
      ...{ wishSector: wish(), wishStage: wish(), wishInterests: wish() },
      ...{ dear: [], wishNote: '', takesTwo: happens(draw, 30) ? ['yes'] : [] },
    },
  }
}
