import type { App } from '../../../platform/app.ts'
import type { Example } from '../../../platform/worded.ts'
import { type Round, roundById } from '../../rounds/index.ts'
import type { TwoReasons } from '../../scenarios/index.ts'
import { exampleRound, invented } from '../../wordings/index.ts'
import { type Introduced, type Participant, pairingsOf } from './introductions.ts'

/** Somebody with their partner, to draw an email for. */
type ExampleGroup = { own: Participant; group: Introduced; round: Round }

/** Their own pairing, where they have one; else one with somebody made up, as is what nobody knows of them. */
export async function exampleGroup(app: App, to: Example): Promise<ExampleGroup> {
  const [pairing] = to.personId === null ? [] : await pairingsOf(app.db, to.personId, app.now())
  const known = pairing?.members.find(({ personId }) => personId === to.personId)
  const { locale } = to
  if (pairing && known) {
    const members = pairing.members.map((member) => ({ ...member, centre: false }))
    const round = await roundById(app.db, pairing.roundId)
    return {
      own: { ...known, locale },
      group: { pairId: '', score: 0, members, reasons: pairing.reasons },
      round,
    }
  }
  const own = { ...madeUp(locale, 0), ...to, personId: madeUp(locale, 0).personId }
  const members = [own, madeUp(locale, 1)].map((member) => ({ ...member, centre: false }))
  const round = await exampleRound(app, locale)
  return { own, group: { pairId: '', score: 0, members, reasons: [madeUpReasons] }, round }
}

/** What two who are made up have in common; their hours are those of the day on which they are told. */
const madeUpReasons: TwoReasons = {
  ...{ a: madeUpId(0), b: madeUpId(1) },
  reasons: {
    ...{ own: [], partner: [], sharedInterests: [], sharedLanguages: ['en'] },
    ...{ hours: { minutes: 0, ranges: [] }, points: { own: 0, partner: 0 } },
  },
}

export const exampleText = (locale: string): string => invented(locale).text

/** @param which 0 for the one it is written to, 1 for the partner */
function madeUp(locale: string, which: 0 | 1): Participant {
  const { people, workplace, text } = invented(locale)
  const id = madeUpId(which)
  return {
    ...people[which],
    applicationId: id,
    personId: id,
    sharesEmail: true,
    locale,
    country: which === 0 ? 'MX' : 'JO',
    sector: 'public',
    stage: which === 0 ? 'early' : 'mid',
    interests: [],
    languages: ['en'],
    usualTimes: [],
    languagesToWrite: [],
    own: [],
    hours: { from: 480, until: 1320 },
    workplace,
    jobTitle: '',
    about: text,
    links: '',
  }
}

function madeUpId(which: 0 | 1): string {
  return `00000000-0000-4000-8000-00000000000${which}`
}
