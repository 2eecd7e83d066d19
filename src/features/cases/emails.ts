import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { type Block, letter } from '../../ui/index.ts'
import { type Round, roundInText } from '../rounds/index.ts'
import type { LetterName } from './letter.ts'
import { casePath, queuePath } from './paths.ts'
import { words } from './words.ts'

/** The list of the morning email to volunteers. */
const casesList = 'cases'

/** Somebody of the pairing of a case, as an email to them needs them. */
export type Reader = {
  applicationId: string
  personId: string
  locale: string
  email: string
  name: string
  givenName: string
  /** Names of the others in the pairing. */
  partners: string[]
}

/** What an email of a case says. */
export type Typed = { subject: string; text: string }

/** What an email says unless somebody writes it anew, in the language of its reader. */
export function letterWords(name: Exclude<LetterName, 'nudge'>, to: Reader, round: Round): Typed {
  const t = words(to.locale)
  const partners = to.partners.map((one) => isolate(one, to.locale))
  const said = {
    names: formats(to.locale, 'UTC').list(partners),
    round: roundInText(to.locale, round),
  }
  return { subject: t(`letter.${name}.subject`, said), text: t(`letter.${name}.text`, said) }
}

type Occasion = { round: Round; network: Network; from: string }

/** An email of a case: what somebody wrote, between a greeting and their name. */
export function caseEmail(to: Reader, { subject, text }: Typed, { round, network, from }: Occasion): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const [why = '', ...rest] = text.split(/\n{2,}/)
  return letter({
    ...head,
    kind: 'case',
    to,
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why,
    blocks: rest.map((paragraph): Block => ({ kind: 'text', text: paragraph })),
    closing: from ? [t('mail.bye', { from: isolate(from, to.locale) })] : [],
    footer: {
      text: t('mail.footer', { site: head.site.name, round: roundInText(to.locale, round) }),
    },
  })
}

type Official = { id: string; name: string; givenName: string; email: string; locale: string }
type Writing = { network: Network }

/** Tells a director that there is a report, and nothing of what it says or about whom. */
export function reportEmail(to: Official, number: number, { network }: Writing): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  return letter({
    ...head,
    kind: 'report',
    to: { ...to, personId: to.id },
    subject: t('report-mail.subject'),
    heading: t('report-mail.subject'),
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t('report-mail.why'),
    blocks: [{ kind: 'text', text: t('report-mail.next') }],
    button: {
      href: network.origin + casePath(number),
      label: t('report-mail.button'),
      below: t('mail.below'),
    },
    footer: { text: t('report-mail.footer', { site: head.site.name }) },
  })
}

/** What waits for a volunteer this morning. */
export type Morning = Official & { due: number; nobody: number }

/** Tells a volunteer how many cases of theirs are due, and how many nobody looks after. */
export function morningEmail(
  to: Morning,
  { network, app }: Writing & { app: Parameters<typeof unsubscribeLink>[0] },
): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const subject = t(to.due > 0 ? 'morning.subject.due' : 'morning.subject.nobody', {
    count: to.due > 0 ? to.due : to.nobody,
  })
  const drawn = letter({
    ...head,
    kind: 'cases-due',
    to: { ...to, personId: to.id },
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t('morning.why'),
    blocks:
      to.due > 0 && to.nobody > 0 ? [{ kind: 'text', text: t('morning.nobody', { count: to.nobody }) }] : [],
    button: {
      href: network.origin + (to.due > 0 ? queuePath('mine') : queuePath('nobody')),
      label: t('morning.button'),
      below: t('mail.below'),
    },
    footer: {
      text: t('morning.footer', { site: head.site.name }),
      stop: { href: unsubscribeLink(app, to.id, casesList), label: t('morning.stop') },
    },
  })
  return { ...drawn, list: casesList }
}
