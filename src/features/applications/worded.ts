import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { exampleRound, nobody } from '../wordings/index.ts'
import { acceptedEmail, droppedEmail, type ToldReason, waitingListEmail } from './emails.ts'
import { words } from './words.ts'

const answer = (kind: 'accepted' | 'late' | 'waiting-list', email: typeof acceptedEmail): Worded<App> => ({
  name: kind,
  label: (locale) => words(locale)(`worded.${kind}`),
  place: 30,
  keys: [
    `mail.${kind}.subject`,
    `mail.${kind}.heading`,
    'mail.hello',
    `mail.${kind}.why`,
    `mail.${kind}.next`,
    `mail.${kind}.next.1`,
    `mail.${kind}.next.2`,
    `mail.${kind}.next.3`,
    'mail.button',
    `mail.${kind}.closing`,
    'mail.footer',
  ],
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    const answered = { ...to, applicationId: nobody, personId: nobody }
    return email(answered, { round, network, isReleased: kind === 'late' })
  },
})

const waiting = answer('waiting-list', waitingListEmail)

/** The same while people can apply to the next round. */
const waitingWhileOpen: Worded<App> = {
  ...waiting,
  name: 'waiting-list-open',
  label: (locale) => words(locale)('worded.waiting-list-open'),
  keys: waiting.keys.map((key) => (key === 'mail.waiting-list.next.3' ? 'mail.waiting-list.open' : key)),
  draw: async (app, to, network) => {
    const round = await exampleRound(app, to.locale)
    return waitingListEmail(
      { ...to, applicationId: nobody, personId: nobody },
      { round, network, call: round },
    )
  },
}

const dropped = (reason: ToldReason): Worded<App> => ({
  name: reason,
  label: (locale) => words(locale)(`worded.${reason}`),
  place: 30,
  keys: [
    `mail.${reason}.subject`,
    `mail.${reason}.heading`,
    'mail.hello',
    `mail.${reason}.why`,
    ...(reason === 'no-consent' ? ['mail.code'] : []),
    `mail.${reason}.next`,
    `mail.${reason}.closing`,
    'mail.footer.one',
  ],
  draw: async (app, to, network) =>
    droppedEmail(to, reason, { round: await exampleRound(app, to.locale), network, hasBegun: false }),
})

export const worded: readonly Worded<App>[] = [
  answer('accepted', acceptedEmail),
  answer('late', acceptedEmail),
  waiting,
  waitingWhileOpen,
  ...(['no-consent', 'on-request', 'other'] as const).map(dropped),
]
