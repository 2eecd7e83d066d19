import { isolate } from '../../platform/bidi.ts'
import { joining } from '../../platform/joining.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { letter } from '../../ui/index.ts'
import { deadline, type Round, roundInText } from '../rounds/index.ts'
import { pagesOf, textIn } from './draft.ts'
import { type Answer, answersOn } from './pages/answers.ts'
import { voiceIn } from './pages/voice.ts'
import { applyPath, confirmPath, resumePath, sentPath } from './paths.ts'
import type { Answered } from './queries/answers.ts'
import { words } from './words.ts'

/** To whom it goes, in the language they filled the form in. */
type To = { personId: string | null; email: string; locale: string }

/** The round, who writes, and the zone in which times are said. */
type Occasion = { round: Round; network: Network; zone: string }

/**
 * What was sent, for those who sent it. Where nobody has shown that the address is theirs, it asks for that first, and
 * says nothing of what we know of the address besides.
 */
export function copyEmail(
  to: To,
  answered: Answered,
  { round, network, zone, confirm }: Occasion & { confirm: string | null },
): Email {
  const voice = voiceIn(to.locale, 'UTC', network)
  const { t } = voice
  const args = { round: roundInText(to.locale, round), until: deadline(to.locale, round, zone) }
  const [firstName = ''] = textIn(answered.values, 'name').trim().split(/\s+/)
  return letter({
    ...headOf(to, network, confirm ? 'mail.footer' : 'mail.footer.own'),
    kind: 'application-copy',
    to: { ...to, name: textIn(answered.values, 'name') },
    subject: t(confirm ? 'mail.copy.subject.confirm' : 'mail.copy.subject', args),
    heading: t('mail.copy.heading'),
    greeting: t('mail.hello', { name: firstName }),
    why: t(confirm ? 'mail.copy.why.confirm' : 'mail.copy.why', args),
    blocks: pagesOf(answered.questions).map((page) => ({
      kind: 'list',
      title: t(`form.${page}`),
      items: answersOn(page, answered, voice).map((one) => toldIn(to.locale, one)),
    })),
    button: {
      href: network.origin + (confirm ? confirmPath(confirm) : sentPath(round.code)),
      label: t(confirm ? 'mail.copy.button.confirm' : 'mail.copy.button'),
      below: t('mail.below'),
    },
    closing: [t('mail.copy.closing', args)],
  })
}

/** The way to a draft from any device. @param resume null for someone who is signed in, who needs no secret */
export function resumeEmail(
  to: To,
  { round, network, zone, resume }: Occasion & { resume: string | null },
): Email {
  const t = words(to.locale, network)
  const args = { round: roundInText(to.locale, round), until: deadline(to.locale, round, zone) }
  return letter({
    ...headOf(to, network, resume ? 'mail.footer' : 'mail.footer.own'),
    kind: 'draft-link',
    to,
    subject: t('mail.link.subject', args),
    heading: t('mail.link.heading'),
    greeting: t('mail.hello.nameless'),
    why: t('mail.link.why', args),
    blocks: [],
    button: {
      href: network.origin + (resume ? resumePath(resume) : applyPath(round.code)),
      label: t('mail.link.button'),
      below: t('mail.below'),
    },
    closing: [t('mail.link.closing')],
  })
}

/** An address is typed by whoever fills the form in, and one's own when one is signed in. */
const headOf = ({ locale }: To, network: Network, footer: 'mail.footer' | 'mail.footer.own') => {
  const head = letterhead(locale, network)
  return { ...head, footer: { text: words(locale, network)(footer, { site: head.site.name }) } }
}

/** Each keeps its own direction. */
const toldIn = (locale: string, { question, answer }: Answer) =>
  joining(locale).labelled(isolate(question, locale), isolate(answer, locale))
