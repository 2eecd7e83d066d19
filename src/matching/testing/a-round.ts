import type { Crowd } from '../crowd/crowd.ts'
import { type Draw, drawFrom } from '../draw.ts'
import { FORBIDDEN } from '../problem.ts'

const COUNTRIES = 130
/** Percent of all people in the four largest; the rest is a long tail. */
const LARGEST = [17, 16, 8, 7]
const SECTORS = 10
const STAGES = 5
const INTERESTS = 20
const LANGUAGES = 12
/** Someone alike, someone different, either. */
const WISHES = 3
/** How much sector, stage, interests, hours, languages and experience count: each adds up to 100. */
const PROFILES = [
  [25, 20, 30, 15, 5, 5],
  [35, 15, 25, 10, 10, 5],
  [15, 30, 30, 15, 5, 5],
  [20, 15, 40, 15, 5, 5],
] as const
/** How alike two are, in percent, by stages between them. */
const ALIKE = [100, 60, 30, 10, 0]
const FEWEST_NAMED = 3
const NAMED = 3

type People = {
  country: Int32Array
  zone: Int32Array
  languages: Int32Array
  interests: Int32Array
  kind: Int32Array
  isExperienced: Uint8Array
  /** Most hours between them and a partner. */
  band: Int32Array
}

/**
 * A crowd like those who apply to a large round: 130 countries, a third of all people from two of them; hours,
 * languages, sector, stage and what they wish there; 3 to 5 of 20 interests, some of them much loved; four
 * ways to weigh all that. One in sixteen can only meet people a few hours away, and one pair for every three
 * people may not meet again.
 */
export function aRound(n: number, seed: number): Crowd {
  const draw = drawFrom(seed)
  const people = somePeople(n, draw)
  const { country, zone, languages, interests, kind, isExperienced, band } = people
  const former = formerPartners(n, draw)
  const byKind = kindTable()
  const byShared = sharedTable()
  const hours = hourTable()

  const directed = (a: number, b: number, ownKind: number, otherKind: number, shared: number) => {
    const profile = profileOf(ownKind)
    const weights = PROFILES[profile]!
    const apart = Math.abs(zone[a]! - zone[b]!)
    const words = bits(languages[a]! & languages[b]!)
    return (
      byKind[whatMatters(ownKind) * SECTORS * STAGES + whoItIs(otherKind)]! +
      byShared[(profile * NAMED + namedOf(ownKind)) * 8 + shared]! +
      weights[3] * hours[apart]! +
      weights[4] * (words > 1 ? 100 : 60) +
      weights[5] * (isExperienced[a] === 1 || isExperienced[b] === 1 ? 100 : 30)
    )
  }

  return {
    n,
    kindOf: kind,
    traitsOf: interests,
    score(a, b) {
      if (country[a] === country[b] || (languages[a]! & languages[b]!) === 0) return FORBIDDEN
      const apart = Math.abs(zone[a]! - zone[b]!)
      const hoursApart = Math.min(apart, 24 - apart)
      if (hoursApart > band[a]! || hoursApart > band[b]! || former[a] === b || former[b] === a)
        return FORBIDDEN
      const shared = bits(interests[a]! & interests[b]!)
      const one = directed(a, b, kind[a]!, kind[b]!, shared)
      const other = directed(b, a, kind[b]!, kind[a]!, shared)
      return Math.floor((one + other) / 2)
    },
    mostBetween(own, other, shared) {
      const most = (mine: number, theirs: number) => {
        const profile = profileOf(mine)
        const [, , , forHours, forLanguages, forExperience] = PROFILES[profile]!
        return (
          byKind[whatMatters(mine) * SECTORS * STAGES + whoItIs(theirs)]! +
          byShared[(profile * NAMED + namedOf(mine)) * 8 + shared]! +
          100 * (forHours + forLanguages + forExperience)
        )
      }
      return Math.floor((most(own, other) + most(other, own)) / 2)
    },
  }
}

/** A kind is how many interests are named, the profile, the wish, the stage and the sector. */
const namedOf = (kind: number) => kind % NAMED
const whatMatters = (kind: number) => Math.floor(kind / NAMED)
const profileOf = (kind: number) => whatMatters(kind) % PROFILES.length
const wishOf = (kind: number) => Math.floor(whatMatters(kind) / PROFILES.length) % WISHES
const whoItIs = (kind: number) => Math.floor(kind / (NAMED * PROFILES.length * WISHES))

function somePeople(n: number, draw: Draw): People {
  const people: People = {
    country: new Int32Array(n),
    zone: new Int32Array(n),
    languages: new Int32Array(n),
    interests: new Int32Array(n),
    kind: new Int32Array(n),
    isExperienced: new Uint8Array(n),
    band: new Int32Array(n),
  }
  const zoneOf = Int32Array.from({ length: COUNTRIES }, () => draw(24))
  const tongueOf = Int32Array.from({ length: COUNTRIES }, () => 1 + draw(LANGUAGES - 1))
  for (let person = 0; person < n; person++) {
    const country = someCountry(draw)
    let languages = draw(100) < 96 ? 1 : 0
    if (draw(100) < 45 || languages === 0) languages |= 1 << tongueOf[country]!
    if (draw(100) < 12) languages |= 1 << draw(LANGUAGES)
    const named = FEWEST_NAMED + draw(NAMED)
    let interests = 0
    while (bits(interests) < named) interests |= 1 << Math.min(draw(INTERESTS), draw(INTERESTS + 8))
    const sector = Math.min(draw(SECTORS), draw(SECTORS + 6))
    const stage = Math.min(draw(STAGES), draw(STAGES + 3))
    const who = sector * STAGES + stage
    const wants = (who * WISHES + draw(WISHES)) * PROFILES.length + draw(PROFILES.length)
    people.country[person] = country
    people.zone[person] = (zoneOf[country]! + draw(country < LARGEST.length ? 4 : 1)) % 24
    people.languages[person] = languages
    people.interests[person] = interests
    people.kind[person] = wants * NAMED + named - FEWEST_NAMED
    people.isExperienced[person] = draw(10) < 3 ? 1 : 0
    people.band[person] = draw(16) === 0 ? 3 + draw(4) : 12
  }
  return people
}

function someCountry(draw: Draw): number {
  let percent = draw(100)
  for (const [country, share] of LARGEST.entries()) {
    if (percent < share) return country
    percent -= share
  }
  return LARGEST.length + Math.min(draw(126), draw(126), draw(126))
}

/** One former partner for two in three people. */
function formerPartners(n: number, draw: Draw): Int32Array {
  return Int32Array.from({ length: n }, () => (draw(3) < 2 ? draw(n) : -1))
}

/** Sector and stage, by what matters to one and who the other is. */
function kindTable(): Int32Array {
  const who = SECTORS * STAGES
  const table = new Int32Array(who * WISHES * PROFILES.length * who)
  for (let at = 0; at < table.length; at++) {
    const other = at % who
    const wants = Math.floor(at / who)
    const [forSector, forStage] = PROFILES[wants % PROFILES.length]!
    const wish = wishOf(wants * NAMED)
    const own = Math.floor(wants / (PROFILES.length * WISHES))
    const sector = Math.floor(own / STAGES) === Math.floor(other / STAGES) ? 100 : 25
    const alike = ALIKE[Math.abs((own % STAGES) - (other % STAGES))]!
    const stage = wish === 0 ? alike : wish === 1 ? 100 - alike : 70
    table[at] = forSector * sector + forStage * stage
  }
  return table
}

/** Interests, by profile, how many are named and how many of them are shared. */
function sharedTable(): Int32Array {
  return Int32Array.from({ length: PROFILES.length * NAMED * 8 }, (_, at) => {
    const shared = at % 8
    const named = FEWEST_NAMED + (Math.floor(at / 8) % NAMED)
    return PROFILES[Math.floor(at / 8 / NAMED)]![2] * Math.floor((100 * Math.min(shared, named)) / named)
  })
}

/** By difference of zones, round the clock. */
function hourTable(): Int32Array {
  return Int32Array.from({ length: 24 }, (_, apart) => 100 - 7 * Math.min(apart, 24 - apart))
}

function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
