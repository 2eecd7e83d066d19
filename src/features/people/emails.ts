import type { Email } from '../../platform/mail/index.ts'
import { letterhead, platformWords } from '../../platform/say.ts'
import { linkMinutes } from '../../platform/sign-in/index.ts'
import { letter } from '../../ui/index.ts'
import { confirmEmailPath, goingOn, linkPath } from './paths.ts'
import type { RequestedLink } from './queries/links.ts'
import { words } from './words.ts'

/** Who a note about an account is for. */
type Addressed = { personId: string; name: string; givenName: string; email: string; locale: string }

/** What a short note says: why it came, one link, and what to do when it was not asked for. */
type Note = {
  kind: string
  subject: string
  why: string
  button?: { href: string; label: string; below: string }
  after: string
}

/** @param origin scheme and host, no final slash: an email's links are absolute. */
export function signInEmail(asked: RequestedLink, secret: string, origin: string): Email {
  const t = words(asked.locale)
  const { site } = letterhead(asked.locale, origin)
  return noteEmail(asked, origin, {
    kind: 'sign-in',
    subject: t('mail.sign-in.subject', { site: site.name }),
    why: t('mail.sign-in.why', { site: site.name }),
    button: {
      href: origin + goingOn(linkPath(secret), asked.next),
      label: t('mail.sign-in.button'),
      below: t('mail.below'),
    },
    after: t('mail.sign-in.after', { minutes: linkMinutes }),
  })
}

/** To the new address: it becomes the person's once the button is pressed. */
export function confirmEmailEmail(to: Addressed, token: string, origin: string): Email {
  const t = words(to.locale)
  const { site } = letterhead(to.locale, origin)
  return noteEmail(to, origin, {
    kind: 'confirm-email',
    subject: t('mail.confirm.subject', { site: site.name }),
    why: t('mail.confirm.why', { site: site.name }),
    button: {
      href: origin + confirmEmailPath(token),
      label: t('mail.confirm.button'),
      below: t('mail.below'),
    },
    after: t('mail.confirm.after'),
  })
}

/** To the old address, so that nobody loses an account without hearing of it. */
export function changedEmailEmail(to: Addressed, newEmail: string, origin: string): Email {
  const t = words(to.locale)
  const { site } = letterhead(to.locale, origin)
  return noteEmail(to, origin, {
    kind: 'email-changed',
    subject: t('mail.changed.subject', { site: site.name }),
    why: t('mail.changed.why', { site: site.name, email: newEmail }),
    after: t('mail.changed.after'),
  })
}

const noteEmail = (to: Addressed, origin: string, { after, ...note }: Note): Email =>
  letter({
    ...letterhead(to.locale, origin),
    ...note,
    to,
    heading: words(to.locale)('mail.sign-in.heading', { name: to.givenName }),
    blocks: [],
    closing: [after],
    footer: { text: platformWords(to.locale)('frame.footer') },
  })
