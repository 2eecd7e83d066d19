import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, invented, nobody } from '../wordings/index.ts'
import { farewellEmail } from './emails.ts'
import { type Ending, endings } from './farewell.ts'
import { words } from './words.ts'

/** How to stay in touch stays as it comes: it says what we show and pass on. */
const farewell = (ending: Ending): Worded<App> => ({
  name: `round-end-${ending}`,
  label: (locale) => words(locale)(`worded.${ending}`),
  place: 70,
  keys: [
    'mail.subject',
    'mail.heading',
    'mail.hello',
    `end.${ending}`,
    'mail.now',
    'mail.next',
    'mail.button',
    'mail.bye',
    'mail.footer',
  ],
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    const { name } = invented(to.locale).people[1]
    const partners = { pair: [name], trio: [name, name], parted: [], never: [] }[ending]
    const ids = { applicationId: nobody, personId: nobody, roundId: round.id }
    return farewellEmail(
      { ...to, ...ids, endsOn: round.endsOn, roundZone: round.zone, partners, ending },
      { app, round, network },
    )
  },
})

export const worded: readonly Worded<App>[] = endings.map(farewell)
