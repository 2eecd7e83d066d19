import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, invented, nobody } from '../wordings/index.ts'
import { askingEmail, endedEmail } from './emails.ts'
import type { Asked } from './queries/offers.ts'
import { words } from './words.ts'

type Side = 'pair' | 'waiting'

/** Three people, of whom the reader is one. */
function exampleOf(to: { name: string; givenName: string; email: string; locale: string }, side: Side) {
  const [one, other] = invented(to.locale).people
  const base = { ...to, id: nobody, applicationId: nobody, personId: nobody, zone: 'UTC', agrees: null }
  const reader: Asked = { ...base, country: 'NG', sector: 'public', isWaiting: side === 'waiting' }
  const partner: Asked = { ...base, name: other.name, country: 'SE', sector: 'academic', isWaiting: false }
  const third: Asked = {
    ...base,
    name: one.name,
    country: 'PE',
    sector: 'school',
    isWaiting: side === 'pair',
  }
  return { asked: reader, people: [reader, partner, third] }
}

const asking = (side: Side): Worded<App> => ({
  name: `trio-${side}`,
  label: (locale) => words(locale)(`worded.ask.${side}`),
  place: 65,
  keys: [
    `ask.${side}.question`,
    'mail.hello',
    `ask.${side}.why`,
    `ask.${side}.how`,
    'mail.until',
    'mail.button',
    'mail.footer',
  ],
  draw: async (app, to, network) => {
    const { asked, people } = exampleOf(to, side)
    const offer = { people, openUntil: app.now() }
    return askingEmail({ offer, asked }, { app, round: await exampleRound(app, to.locale), network })
  },
})

const ended = (side: Side): Worded<App> => ({
  name: `trio-ended-${side}`,
  label: (locale) => words(locale)(`worded.ended.${side}`),
  place: 65,
  keys: [
    `ended.${side}.subject`,
    'mail.hello',
    `ended.${side}.why`,
    `ended.${side}.next`,
    'ended.button',
    'mail.footer',
  ],
  draw: async (app, to, network) =>
    endedEmail(exampleOf(to, side), { round: await exampleRound(app, to.locale), network }),
})

export const worded: readonly Worded<App>[] = [
  asking('pair'),
  asking('waiting'),
  ended('pair'),
  ended('waiting'),
]
