import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { linkMinutes } from '../../platform/sign-in/index.ts'
import { sayAct } from '../../platform/words.ts'
import { letter } from '../../ui/index.ts'
import { takeBackHours } from './address-change.ts'
import { confirmEmailPath, goingOn, journalPath, linkPath, signInPath, takeBackPath } from './paths.ts'
import type { InCharge } from './queries/in-charge.ts'
import type { RequestedLink } from './queries/links.ts'
import type { Watched } from './queries/watched.ts'
import { words } from './words.ts'

/** Who a note about an account is for. */
type Addressed = { personId: string; name: string; givenName: string; email: string; locale: string }

type Say = ReturnType<typeof words>

/** What a short note says: why it came, one link, and what to do when it was not asked for. */
type Note = {
  kind: string
  subject: string
  why: string
  button?: { href: string; label: string }
  after: string
}

/** @param network who writes */
export function signInEmail(asked: RequestedLink, secret: string, network: Network): Email {
  return noteEmail(asked, network, (t, site) => ({
    kind: 'sign-in',
    subject: t('mail.sign-in.subject', { site }),
    why: t('mail.sign-in.why', { site }),
    button: { href: network.origin + goingOn(linkPath(secret), asked.next), label: t('mail.sign-in.button') },
    after: t('mail.sign-in.after', { minutes: linkMinutes }),
  }))
}

/** To the new address: it becomes the person's once the button is pressed. */
export function confirmEmailEmail(to: Addressed, token: string, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'confirm-email',
    subject: t('mail.confirm.subject', { site }),
    why: t('mail.confirm.why', { site }),
    button: { href: network.origin + confirmEmailPath(token), label: t('mail.confirm.button') },
    after: t('mail.confirm.after'),
  }))
}

type Changed = {
  /** The new address. */
  email: string
  /** Who of the office changed it; null when its person did. */
  by: string | null
  /** Of the link that takes it back. */
  secret: string
}

/** To the old address, so that nobody loses an account without hearing of it, and with the way to get it back. */
export function changedEmailEmail(to: Addressed, { email, by, secret }: Changed, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'email-changed',
    subject: t('mail.changed.subject', { site }),
    why: by ? t('mail.changed.why-by', { site, email, by }) : t('mail.changed.why', { site, email }),
    button: { href: network.origin + takeBackPath(secret), label: t('mail.changed.button') },
    after: t('mail.changed.after', { hours: takeBackHours }),
  }))
}

/** To an address that someone of the office entered for its person. */
export function enteredEmailEmail(to: Addressed, by: string, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'email-changed',
    subject: t('mail.entered.subject', { site }),
    why: t('mail.entered.why', { site, by }),
    button: { href: network.origin + signInPath, label: t('mail.sign-in.button') },
    after: t('mail.entered.after'),
  }))
}

/** To the address that a change had brought, and that is theirs no more. */
export function takenBackEmail(to: Addressed, network: Network): Email {
  return noteEmail(to, network, (t, site) => ({
    kind: 'email-changed',
    subject: t('mail.taken-back.subject', { site }),
    why: t('mail.taken-back.why', { site }),
    after: t('mail.taken-back.after'),
  }))
}

/** To someone whose address another account asked for: it stays theirs. */
export function wantedEmailEmail(owner: Addressed, network: Network): Email {
  return noteEmail(owner, network, (t, site) => ({
    kind: 'email-wanted',
    subject: t('mail.wanted.subject', { site }),
    why: t('mail.wanted.why', { site }),
    button: { href: network.origin + signInPath, label: t('mail.sign-in.button') },
    after: t('mail.wanted.after'),
  }))
}

/** To a director: what was done in a week that could do harm in the wrong hands. */
export function watchedEmail(
  to: InCharge,
  week: { from: string; until: string; acts: readonly Watched[] },
  network: Network,
): Email {
  const t = words(to.locale)
  const say = formats(to.locale, network.zone)
  const head = letterhead(to.locale, network)
  const days = { from: say.shortDay(week.from), until: say.shortDay(week.until) }
  const line = ({ act, count, by }: Watched) => {
    const names = by.map((name) => (name === null ? t('journal.by.nobody') : isolate(name, to.locale)))
    return t('mail.watched.line', { act: sayAct(to.locale, act) ?? act, count, names: say.names(names) })
  }
  return letter({
    ...head,
    kind: 'watched-acts',
    to: { ...to, personId: to.id },
    subject: t('mail.watched.subject', { site: head.site.name, ...days }),
    heading: t('mail.sign-in.heading', { name: to.givenName }),
    why: t('mail.watched.why', days),
    blocks: [
      { kind: 'list', items: week.acts.map(line) },
      { kind: 'text', text: t('mail.watched.next') },
    ],
    button: { href: network.origin + journalPath, label: t('mail.watched.button'), below: t('mail.below') },
    footer: { text: t('mail.watched.footer') },
  })
}

function noteEmail(to: Addressed, network: Network, say: (t: Say, site: string) => Note): Email {
  const t = words(to.locale)
  const head = letterhead(to.locale, network)
  const { after, button, ...note } = say(t, head.site.name)
  return letter({
    ...head,
    ...note,
    ...(button ? { button: { ...button, below: t('mail.below') } } : {}),
    to,
    heading: t('mail.sign-in.heading', { name: to.givenName }),
    blocks: [],
    closing: [after],
    footer: { text: head.site.tagline },
  })
}
