import { type Formats, formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { type Block, letter } from '../../ui/index.ts'
import { conductPath } from '../pages/index.ts'
import { type Round, roundInText, roundPath } from '../rounds/index.ts'
import { type Application, fullName } from './application.ts'
import type { DropReason } from './mends.ts'
import type { AskableKind } from './questions.ts'
import { words } from './words.ts'

/** Someone who gets an answer to their application. */
export type Answered = {
  applicationId: string
  personId: string
  email: string
  name: string
  givenName: string
  locale: string
  zone: string
}

/**
 * What the mail is about: the round, who writes, the mails it belongs to, whether the introductions have gone out
 * already, and the next round where people can apply to it by now.
 */
export type Occasion = {
  round: Round
  network: Network
  campaignId?: string
  isReleased?: boolean
  call?: Round
}

/** "You are in": goes out before the introductions, so that dead addresses show before anyone is paired with one. */
export function acceptedEmail(to: Answered, occasion: Occasion): Email {
  return answerEmail(occasion.isReleased ? 'late' : 'accepted', to, occasion)
}

/** Says why there was no place, and that the next round comes to them first. */
export function waitingListEmail(to: Answered, occasion: Occasion): Email {
  return answerEmail('waiting-list', to, occasion)
}

/** Asks someone what nobody can answer for them, with what they wrote. */
export function questionEmail(
  { kind, written }: { kind: AskableKind; written: string },
  application: Pick<Application, 'email' | 'givenName' | 'familyName'> & { locale: string },
  { round, network }: Occasion,
): Email {
  const { email, givenName, locale } = application
  const t = words(locale, network)
  const head = letterhead(locale, network)
  const args = { name: givenName, round: roundInText(locale, round), email }
  const quote = { kind: 'text', text: { text: written, lang: '', dir: 'auto' } } as const
  return letter({
    ...head,
    kind: 'question',
    to: { email, name: fullName(application), personId: null },
    subject: t('mail.question.subject', args),
    preview: t(`mail.question.${kind}`, args),
    heading: t('mail.question.heading'),
    greeting: givenName === '' ? t('mail.hello.nameless') : t('mail.hello', args),
    why: t('mail.question.why', args),
    blocks: [
      ...(written === '' ? [] : [{ kind: 'text', text: t('mail.question.written') } as const, quote]),
      { kind: 'text', text: t(`mail.question.${kind}`, args) },
    ],
    closing: t('mail.question.closing').split('\n'),
    footer: { text: t('mail.footer.question', { site: head.site.name, round: args.round }) },
  })
}

/** Reasons to drop an application that are no news to its sender, or that leave nowhere to write to. */
const untold = ['no-address', 'duplicate'] as const satisfies DropReason[]
export type ToldReason = Exclude<DropReason, (typeof untold)[number]>
export const isTold = (reason: DropReason): reason is ToldReason => !untold.some((one) => one === reason)

/**
 * Tells someone that their application was dropped, and what they can do: without consent, how to give it.
 *
 * @param hasBegun whether the round has, so that nobody is promised a place in time
 */
export function droppedEmail(
  to: Omit<Answered, 'applicationId' | 'personId'> & { personId: string | null },
  reason: ToldReason,
  { round, network, hasBegun }: Occasion & { hasBegun: boolean },
): Email {
  const t = words(to.locale, network)
  const args = { ...factsOf(to, round, formats(to.locale, to.zone)), begun: String(hasBegun) }
  const head = letterhead(to.locale, network)
  const href = network.origin + conductPath
  const code: Block[] = [{ kind: 'text', text: { text: t('mail.code'), link: { href, label: href } } }]
  return letter({
    ...head,
    kind: 'dropped',
    to,
    subject: t(`mail.${reason}.subject`, args),
    heading: t(`mail.${reason}.heading`),
    greeting: t('mail.hello', args),
    why: t(`mail.${reason}.why`, args),
    blocks: [
      ...(reason === 'no-consent' ? code : []),
      { kind: 'text', text: t(`mail.${reason}.next`, args) },
    ],
    closing: [t(`mail.${reason}.closing`)],
    footer: { text: t('mail.footer.one', { site: head.site.name, round: args.round }) },
  })
}

function answerEmail(
  kind: 'accepted' | 'late' | 'waiting-list',
  to: Answered,
  { round, network, campaignId, call }: Occasion,
): Email {
  const t = words(to.locale, network)
  const args = factsOf(to, round, formats(to.locale, to.zone))
  const head = letterhead(to.locale, network)
  const last =
    kind === 'waiting-list' && call
      ? t('mail.waiting-list.open', { next: roundInText(to.locale, call) })
      : t(`mail.${kind}.next.3`, args)
  const steps = [t(`mail.${kind}.next.1`, args), t(`mail.${kind}.next.2`, args), last]
  const drawn = letter({
    ...head,
    kind: kind === 'late' ? 'accepted' : kind,
    to,
    subject: t(`mail.${kind}.subject`, args),
    preview: t(`mail.${kind}.why`, args),
    heading: t(`mail.${kind}.heading`),
    greeting: t('mail.hello', args),
    why: t(`mail.${kind}.why`, args),
    blocks: [{ kind: 'list', title: t(`mail.${kind}.next`), items: steps }],
    button: {
      href: network.origin + roundPath(round.code),
      label: t('mail.button'),
      below: t('mail.button.below'),
    },
    closing: t(`mail.${kind}.closing`).split('\n'),
    footer: { text: t('mail.footer', { site: head.site.name, round: args.round }) },
  })
  return { ...drawn, campaignId }
}

const factsOf = (to: Pick<Answered, 'givenName' | 'locale'>, round: Round, say: Formats) => ({
  name: to.givenName,
  round: roundInText(to.locale, round),
  startsOn: say.day(round.startsOn),
  endsOn: say.day(round.endsOn),
  percent: say.percent(round.capPercent / 100),
})
