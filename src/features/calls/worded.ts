import type { App } from '../../platform/app.ts'
import type { Example, Worded } from '../../platform/worded.ts'
import { questionsOf } from '../questions/index.ts'
import type { Round } from '../rounds/index.ts'
import { exampleRound } from '../wordings/index.ts'
import { copyEmail } from './emails.ts'
import { type Answered, begunBy } from './queries/answers.ts'
import { words } from './words.ts'

const received = (name: 'received' | 'received-unconfirmed'): Worded<App> => {
  const asked = name === 'received' ? '' : '.confirm'
  return {
    name,
    label: (locale) => words(locale)(`worded.${name}`),
    place: 20,
    keys: [
      `mail.copy.subject${asked}`,
      'mail.copy.heading',
      'mail.hello',
      `mail.copy.why${asked}`,
      `mail.copy.button${asked}`,
      'mail.copy.closing',
      asked ? 'mail.footer' : 'mail.footer.own',
    ],
    draw: async (app, to, network) => {
      const round = await exampleRound(app, to.locale)
      const confirm = name === 'received' ? null : 'example'
      return copyEmail(to, await answersOf(app, to, round), { round, network, zone: to.zone, confirm })
    },
  }
}

/** What they answered, or a form on which there is but a name. */
async function answersOf(
  { db, now }: App,
  { personId, name, email }: Example,
  round: Round,
): Promise<Answered> {
  const asked = { now: now(), questions: await questionsOf(db, round.id) }
  const known = await begunBy(db, round, { personId, secret: null, email }, asked)
  return { ...known, values: { name, ...known.values } }
}

export const worded: readonly Worded<App>[] = (['received', 'received-unconfirmed'] as const).map(received)
