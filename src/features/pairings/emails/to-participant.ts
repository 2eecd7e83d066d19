import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { letterhead, type Network, networkIn } from '../../../platform/network/index.ts'
import { type Block, letter } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { roundInText } from '../../rounds/index.ts'
import { dayOfHours } from '../introduction.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'

/**
 * What a mail is about besides the people: the round, and who writes. `day` is that of whose
 * hours it speaks; the first of the round unless something else is said.
 */
export type Occasion = { round: Round; network: Network; day?: string }

/** That of the emails of a release, which speak of the hours of today once the round has begun. */
export const occasionOf = async (app: App, round: Round, db: Db | Tx = app.db): Promise<Occasion> => ({
  round,
  network: await networkIn(app, db),
  day: dayOfHours(round, dayIn(app.now())),
})

/** What a letter to a participant says beside its greeting, farewell and footer. */
export type Message = {
  kind: string
  subject: string
  preview?: string
  heading: string
  why: string
  blocks: readonly Block[]
  button?: { href: string; label: string; below: string }
  bye: string
  /** Why they get it, where that is not that they take part. */
  footer?: string
}

/** A letter about a round to someone who takes part in it. */
export function toParticipant(
  to: Pick<Participant, 'personId' | 'name' | 'givenName' | 'email' | 'locale'>,
  { bye, footer, ...message }: Message,
  { round, network }: Occasion,
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const why = { site: head.site.name, round: roundInText(to.locale, round) }
  return letter({
    ...head,
    ...message,
    to,
    greeting: t('intro.hello', { name: isolate(to.givenName, to.locale) }),
    closing: bye.split('\n'),
    footer: { text: footer ?? t('intro.footer', why) },
  })
}
