import { type Formats, formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { platformWords } from '../../platform/say.ts'
import { dirOf } from '../../platform/words.ts'
import { EmailFrame, EmailList, EmailText } from '../../ui/index.ts'
import { type Round, roundPath } from '../rounds/index.ts'
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

/** What the mail is about: the round, our address without a final slash, and the mails it belongs to. */
export type Occasion = { round: Round; origin: string; campaignId?: string }

/** "You are in": goes out before the introductions, so that dead addresses show before anyone is paired with one. */
export function acceptedEmail(to: Answered, occasion: Occasion): Email {
  return answerEmail('accepted', to, occasion)
}

/** Says why there was no place, and that the next round comes to them first. */
export function waitingListEmail(to: Answered, occasion: Occasion): Email {
  return answerEmail('waiting-list', to, occasion)
}

function answerEmail(
  kind: 'accepted' | 'waiting-list',
  to: Answered,
  { round, origin, campaignId }: Occasion,
): Email {
  const t = words(to.locale)
  const say = formats(to.locale, to.zone)
  const args = factsOf(to, round, say)
  const subject = t(`mail.${kind}.subject`, args)
  const why = t(`mail.${kind}.why`, args)
  const hello = t('mail.hello', args)
  const title = t(`mail.${kind}.next`)
  const steps = (['1', '2', '3'] as const).map((step) => t(`mail.${kind}.next.${step}`, args))
  const closing = t(`mail.${kind}.closing`)
  const site = platformWords(to.locale)('site')
  const footer = t('mail.footer', { site, round: round.title })
  const link = origin + roundPath(round.code)
  const text = [
    hello,
    why,
    [title, ...steps.map((step) => `- ${step}`)].join('\n'),
    `${t('mail.button')}\n${link}`,
    closing,
    `--\n${footer}`,
  ].join('\n\n')
  const html = String(
    <EmailFrame
      locale={to.locale}
      dir={dirOf(to.locale)}
      subject={subject}
      preview={why}
      site={{ name: site, href: origin }}
      heading={t(`mail.${kind}.heading`)}
      why={`${hello} ${why}`}
      button={{ href: link, label: t('mail.button'), below: t('mail.button.below') }}
      closing={<EmailText>{closing}</EmailText>}
      footer={{ text: footer }}
    >
      <EmailList title={title} items={steps} />
    </EmailFrame>,
  )
  return {
    kind,
    to: to.email,
    toName: to.name,
    personId: to.personId,
    campaignId,
    locale: to.locale,
    subject,
    text: `${text}\n`,
    html,
  }
}

const factsOf = (to: Answered, round: Round, say: Formats) => ({
  name: to.givenName,
  round: round.title,
  startsOn: say.day(round.startsOn),
  endsOn: say.day(round.endsOn),
  percent: say.percent(round.capPercent / 100),
})
