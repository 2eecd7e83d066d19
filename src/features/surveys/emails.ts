import type { App } from '../../platform/app.ts'
import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { tokenFor } from '../../platform/signed.ts'
import { letter } from '../../ui/index.ts'
import type { Question } from '../questions/index.ts'
import { type Round, roundInText } from '../rounds/index.ts'
import { emailedSurveyPath } from './paths.ts'
import type { Response } from './queries/responses.ts'
import { surveysList } from './survey.ts'
import { words } from './words.ts'

type Asked = Pick<Question, 'shownIf'>
type Occasion = { app: App; round: Round; network: Network; questions: readonly Asked[] }

/** For whom the link is a key: what it opens. */
export const surveyTokenPurpose = 'survey'

/** Asks somebody to answer a survey, or once more; the link goes on where they stopped. */
export function surveyEmail(kind: 'survey' | 'survey-reminder', to: Response, occasion: Occasion): Email {
  const { app, round, network, questions } = occasion
  const { locale, sheet } = to
  const t = words(locale, network)
  const head = letterhead(locale, network)
  const href = network.origin + emailedSurveyPath(tokenFor(app, surveyTokenPurpose, to.id))
  const said = { round: roundInText(locale, round), site: head.site.name, sheet }
  const isBegun = to.begunAt !== null
  const subject = t(kind === 'survey' ? 'mail.subject' : 'mail.reminder.subject', { ...said })
  const drawn = letter({
    ...head,
    kind,
    to,
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, locale) }),
    why: t(kind === 'survey' ? 'mail.why' : 'mail.reminder.why', said),
    blocks: [
      { kind: 'text', text: t(isBegun ? 'mail.begun' : 'mail.short', lengthOf(questions)) },
      { kind: 'text', text: t('privacy') },
      { kind: 'text', text: t('mail.until', { day: formats(locale, round.zone).day(to.closesOn) }) },
    ],
    button: { href, label: t(isBegun ? 'mail.go-on' : 'mail.begin'), below: t('mail.below') },
    closing: [t(kind === 'survey' ? 'mail.closing' : 'mail.reminder.closing')],
    footer: {
      text: t('mail.footer', said),
      stop: { href: unsubscribeLink(app, to.personId, surveysList), label: t('mail.stop') },
    },
  })
  return { ...drawn, list: surveysList }
}

/** How many questions everyone is asked, and about how long they take: half a minute each. */
export const lengthOf = (questions: readonly Asked[]) => {
  const count = questions.filter(({ shownIf }) => shownIf === null).length
  return { count, minutes: Math.max(1, Math.ceil(count / 2)) }
}
