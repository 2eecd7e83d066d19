import { type Applicant, sectors, stages, usualHours, type Wish } from './applicant.ts'

/** Country, zone, languages, and how many of a thousand people come from there, as in rounds that were. */
const places: readonly [country: string, zone: string, languages: string, share: number][] = [
  ['AU', 'Australia/Sydney', 'en', 120],
  ['AU', 'Australia/Perth', 'en', 40],
  ['US', 'America/New_York', 'en', 90],
  ['US', 'America/Chicago', 'en es', 40],
  ['US', 'America/Los_Angeles', 'en es', 40],
  ['GB', 'Europe/London', 'en', 80],
  ['CA', 'America/Toronto', 'en fr', 50],
  ['CA', 'America/Vancouver', 'en', 30],
  ['IN', 'Asia/Kolkata', 'en hi', 70],
  ['NG', 'Africa/Lagos', 'en', 50],
  ['ZA', 'Africa/Johannesburg', 'en', 45],
  ['PH', 'Asia/Manila', 'en', 40],
  ['NZ', 'Pacific/Auckland', 'en', 35],
  ['DE', 'Europe/Berlin', 'en de', 30],
  ['MX', 'America/Mexico_City', 'es', 12],
  ['AR', 'America/Argentina/Buenos_Aires', 'es', 10],
  ['ES', 'Europe/Madrid', 'es en', 25],
  ['CO', 'America/Bogota', 'es', 8],
  ['BR', 'America/Sao_Paulo', 'en pt', 25],
  ['PT', 'Europe/Lisbon', 'en pt', 15],
  ['FR', 'Europe/Paris', 'en fr', 20],
  ['SN', 'Africa/Dakar', 'fr', 8],
  ['KE', 'Africa/Nairobi', 'en sw', 20],
  ['EG', 'Africa/Cairo', 'ar', 10],
  ['JO', 'Asia/Amman', 'ar en', 12],
  ['JP', 'Asia/Tokyo', 'en ja', 15],
  ['SG', 'Asia/Singapore', 'en', 20],
  ['PK', 'Asia/Karachi', 'en ur', 20],
  ['FI', 'Europe/Helsinki', 'en fi', 20],
]

/** So many areas of interest can be named, the first ones more often. */
const areas = 20

const sectorShares = [30, 30, 8, 10, 5, 4, 4, 9]
const stageShares = [12, 35, 33, 17, 3]
const wishShares = { sector: [35, 15, 0, 0, 50], stage: [20, 10, 12, 20, 38], interests: [65, 5, 0, 0, 30] }
const wishes: readonly Wish[] = ['like', 'different', 'earlier', 'later', 'any']

/**
 * So many applicants as a large round might have them, the same for the same seed: many wish for nothing in
 * particular, most name some interests, some speak no English.
 */
export function manyApplicants(count: number, seed = 1): Applicant[] {
  const draw = drawFrom(seed)
  const pick = <Value>(values: readonly Value[], shares: readonly number[]): Value => {
    const drawn = Math.floor(draw() * shares.reduce((sum, each) => sum + each, 0))
    let sum = 0
    for (const [index, share] of shares.entries()) {
      sum += share
      if (drawn < sum) return values[index] as Value
    }
    throw new RangeError('there is nothing to pick')
  }
  const wish = (what: keyof typeof wishShares) => pick(wishes, wishShares[what])
  const placeShares = places.map(([, , , share]) => share)
  return Array.from({ length: count }, (_, index): Applicant => {
    const id = `a-${String(index).padStart(6, '0')}`
    const [country, zone, languages] = pick(places, placeShares)
    const named = Math.floor(draw() * 6)
    const interests = new Set(
      Array.from({ length: named }, () => `area-${Math.floor(draw() ** 1.6 * areas)}`),
    )
    return {
      id,
      personId: `p-${id}`,
      addressKey: `${index}@library.example`,
      country,
      zone,
      sector: pick(sectors, sectorShares),
      stage: pick(stages, stageShares),
      interests: [...interests],
      languages: languages.split(' '),
      hours: usualHours,
      wishes: { sector: wish('sector'), stage: wish('stage'), interests: wish('interests') },
      firstTime: draw() < 0.7,
      takesTwo: draw() < 0.3,
      sharesEmail: draw() < 0.9,
    }
  })
}

/** Numbers from 0 to below 1 (mulberry32). */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
