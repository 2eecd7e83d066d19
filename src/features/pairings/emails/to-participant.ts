import type { App } from '../../../platform/app.ts'
import { isolate } from '../../../platform/bidi.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { letterhead } from '../../../platform/say.ts'
import { type Block, letter } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { dayOfHours } from '../introduction.ts'
import type { Participant } from '../queries/introductions.ts'
import { words } from '../words.ts'

/**
 * What a mail is about besides the people: the round, and our address without a final slash. `day` is that of whose
 * hours it speaks; the first of the round unless something else is said.
 */
export type Occasion = { round: Round; origin: string; day?: string }

/** That of the emails of a release, which speak of the hours of today once the round has begun. */
export const occasionOf = (app: App, round: Round): Occasion => ({
  round,
  origin: app.origin,
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
}

/** A letter about a round to someone who takes part in it. */
export function toParticipant(
  to: Pick<Participant, 'personId' | 'name' | 'givenName' | 'email' | 'locale'>,
  { bye, ...message }: Message,
  { round, origin }: Occasion,
): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, origin)
  return letter({
    ...head,
    ...message,
    to,
    greeting: t('intro.hello', { name: isolate(to.givenName, to.locale) }),
    closing: bye.split('\n'),
    footer: { text: t('intro.footer', { site: head.site.name, round: round.title }) },
  })
}
