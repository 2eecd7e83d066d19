import type { App } from '../../platform/app.ts'
import type { Example, Worded } from '../../platform/worded.ts'
import { exampleRound, nobody } from '../wordings/index.ts'
import { farewellEmail } from './emails/farewell.ts'
import { type Beginning, introductionEmail } from './emails/introduction.ts'
import { noteEmail } from './emails/note.ts'
import { partnerLeftEmail, subjectOf } from './emails/partner-left.ts'
import { reserveEmail } from './emails/reserve.ts'
import { waitingEmail } from './emails/waiting.ts'
import { exampleGroup, exampleText } from './queries/example.ts'
import { words } from './words.ts'

/** As every letter to a participant begins and ends. */
const frame = { hello: 'intro.hello', footer: 'intro.footer' } as const

const breakers = ['intro.ice', 'intro.ice.1', 'intro.ice.2', 'intro.ice.3', 'intro.ice.4'] as const

const introduction = (beginning: Beginning): Worded<App> => {
  const isFirst = beginning === 'first'
  return {
    name: isFirst ? 'introduction' : `introduction-${beginning}`,
    label: (locale) => words(locale)(`worded.introduction.${beginning}`),
    place: 40,
    keys: [
      isFirst ? 'intro.subject' : `rematch-mail.subject.${beginning}`,
      'intro.heading',
      frame.hello,
      isFirst ? 'intro.why' : `rematch-mail.why.${beginning}`,
      'intro.partner',
      'intro.you',
      'intro.reasons',
      'intro.reach',
      'intro.contact',
      ...['intro.start', 'intro.start.1', 'intro.start.2', 'intro.start.3', 'intro.start.4'],
      ...breakers,
      isFirst ? 'intro.ice.5' : 'rematch-mail.ice',
      'intro.code',
      'intro.button',
      'intro.bye',
      frame.footer,
    ],
    draw: async (app, to, network) => {
      const { own, group, round } = await exampleGroup(app, to)
      return introductionEmail(own, group, { round, network }, beginning)
    },
  }
}

const reserve = (kind: 'reserve' | 'held'): Worded<App> => ({
  name: kind,
  label: (locale) => words(locale)(`worded.${kind}`),
  place: 40,
  keys: [
    `${kind}-mail.subject`,
    'reserve-mail.heading',
    frame.hello,
    'reserve-mail.why',
    ...(kind === 'held' ? ['held-mail.today', 'held-mail.next'] : ['reserve-mail.next']),
    'reserve-mail.topics',
    ...(kind === 'held' ? [] : ['reserve-mail.sorry']),
    'reserve-mail.bye',
    frame.footer,
  ],
  draw: async (app, to, network) => {
    const { own: person, round } = await exampleGroup(app, to)
    const reason = { kind: 'odd-number', possible: 3 } as const
    return reserveEmail({ person, reason, isHeld: kind === 'held' }, { round, network })
  },
})

const waiting = (because: 'parted' | 'late'): Worded<App> => ({
  name: `waiting-${because}`,
  label: (locale) => words(locale)(`worded.waiting.${because}`),
  place: 40,
  keys: [
    'waiting-mail.subject',
    'waiting-mail.heading',
    frame.hello,
    `waiting-mail.why.${because}`,
    'waiting-mail.today',
    'waiting-mail.next',
    'waiting-mail.topics',
    'waiting-mail.answer',
    'reserve-mail.bye',
    frame.footer,
  ],
  draw: async (app, to, network) => {
    const { own: person, round } = await exampleGroup(app, to)
    return waitingEmail({ person, because, key: '' }, { round, network })
  },
})

const partnerLeft = (of: 'pair' | 'trio'): Worded<App> => ({
  name: `partner-left-${of}`,
  label: (locale) => words(locale)(`worded.partner-left.${of}`),
  place: 40,
  keys: [
    subjectOf[of],
    frame.hello,
    `partner-left.why.${of}`,
    `partner-left.next.${of}`,
    'partner-left.button',
    'partner-left.bye',
    frame.footer,
  ],
  draw: async (app, to, network) =>
    partnerLeftEmail(asParticipant(to), {
      ...{ round: await exampleRound(app, to.locale), network },
      staysPaired: of === 'trio',
    }),
})

/** Links of an email that is only looked at are nobody's. */
const asParticipant = (to: Example) => ({ ...to, personId: nobody })

const note: Worded<App> = {
  name: 'note',
  label: (locale) => words(locale)('worded.note'),
  place: 40,
  keys: ['note-mail.subject', 'note-mail.why', 'intro.button', 'note-mail.footer'],
  draw: async (app: App, to, network) => {
    const { own, group, round } = await exampleGroup(app, to)
    const from = group.members.find((member) => member.applicationId !== own.applicationId) ?? own
    return noteEmail(from, own, exampleText(to.locale), { round, network })
  },
}

const farewell: Worded<App> = {
  name: 'farewell',
  label: (locale) => words(locale)('mail-kind.farewell'),
  place: 40,
  keys: ['farewell.subject', frame.hello, 'farewell.why', 'farewell.next', 'farewell.bye', 'farewell.footer'],
  draw: async (app, to, network) =>
    farewellEmail(asParticipant(to), { round: await exampleRound(app, to.locale), network }),
}

export const worded: readonly Worded<App>[] = [
  introduction('first'),
  reserve('reserve'),
  reserve('held'),
  introduction('parted'),
  introduction('waited'),
  introduction('joined'),
  waiting('parted'),
  waiting('late'),
  partnerLeft('pair'),
  partnerLeft('trio'),
  note,
  farewell,
]
