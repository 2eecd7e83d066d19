import type { Email } from '../../../platform/mail/index.ts'
import { type Network, textsIn } from '../../../platform/network/index.ts'
import { questionEmail } from '../../subscribers/index.ts'
import { confirmPath } from '../paths.ts'
import type { Rhythm } from '../rhythm.ts'
import { words } from '../words.ts'

/** Asks the one who reads the mail of an address whether they want the newsletter. */
export function confirmEmail(
  to: { email: string; locale: string; rhythm: Rhythm },
  { network, secret }: { network: Network; secret: string },
): Email {
  const t = words(to.locale, network)
  const site = textsIn(network, to.locale).name
  const subject = t('mail.question.subject', { site })
  return questionEmail(
    { kind: 'newsletter-question', to, network, href: network.origin + confirmPath(secret) },
    {
      ...{ subject, heading: t('mail.question.heading'), hello: t('mail.hello') },
      ...{ why: t(`mail.question.why.${to.rhythm}`, { site }), button: t('confirm.button') },
      ...{ below: t('mail.below'), closing: t('mail.question.closing') },
      footer: t('mail.question.footer', { site }),
    },
  )
}
