import { type Network, textsIn } from '../network/index.ts'
import { once } from '../once.ts'
import { returnAddress } from './inbound/return-address.ts'
import type { Outside } from './outside.ts'
import { control, plainAddress, senderIn } from './sender.ts'
import { unsubscribeLink } from './unsubscribe.ts'

/** What a row of the outbox says about the mail itself. */
export type Letter = {
  id: string
  toAddress: string
  toName: string
  personId: string | null
  subscriberId: string | null
  list: string | null
  repliesComeHere: boolean
  locale: string
  subject: string
  text: string
  html: string
  messageId: string
}

/** A mail that cannot be written down as one; `code` says why. It will not get better by trying again. */
export class BadLetter extends Error {
  readonly code: 'bad-header' | 'bad-address' | 'too-large'

  constructor(code: BadLetter['code']) {
    super(code)
    this.code = code
  }
}

/** At its first use; to ask for it each time took as long as to write the mail. */
const composers = once(() => import('nodemailer/lib/mail-composer'))

/** In bytes. Mail programs cut off what is longer: Gmail at 102 KB. */
const largestMail = 90_000

/**
 * Writes a mail as it goes over the wire.
 *
 * @param network who writes, and where answers go that do not come to us
 *
 * @throws BadLetter `bad-header` for a control character in any header, `bad-address`, `too-large`
 */
export async function mimeOf(app: Outside, network: Network, letter: Letter): Promise<Buffer> {
  const { toAddress, toName, subject, messageId } = letter
  const from = fromOf(app, network, letter.locale)
  const ownAddress = letter.repliesComeHere ? returnAddress(app, { purpose: 'r', id: letter.id }) : null
  const replyTo = ownAddress ?? network.replyTo
  const readerId = letter.personId ?? letter.subscriberId
  const list = letter.list && readerId ? listHeaders(app, readerId, letter.list) : {}
  const headers = {
    'X-Twinleaf-Ref': letter.id,
    'Auto-Submitted': 'auto-generated',
    // Exchange and Outlook know this one better.
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'Content-Language': letter.locale,
    ...list,
  }
  if (
    [from.name, from.address, replyTo, toAddress, toName, subject, messageId, ...Object.values(headers)].some(
      (text) => control.test(text),
    )
  )
    throw new BadLetter('bad-header')
  if (!plainAddress.test(toAddress) || toAddress.length > 254) throw new BadLetter('bad-address')

  const { default: MailComposer } = await composers()
  const composer = new MailComposer({
    from,
    ...(replyTo && { replyTo }),
    to: { name: toName, address: toAddress },
    subject,
    messageId,
    date: app.now(),
    text: letter.text,
    html: letter.html,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]),
    ),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const bytes = await composer.compile().build()
  if (bytes.length > largestMail) throw new BadLetter('too-large')
  return bytes
}

/**
 * RFC 2919, 2369 and 8058: what mail programs tell lists apart by, and make their "unsubscribe" button from. Nobody posts to
 * ours. Where one joins, and where past emails are, is said of lists that have such a page for everyone.
 */
function listHeaders(app: Outside, readerId: string, list: string): Record<string, string> {
  const pages = app.lists[list]
  return {
    'List-Id': `<${list}.${new URL(app.origin).hostname}>`,
    'List-Help': `<${app.origin}/help>`,
    'List-Post': 'NO',
    'List-Unsubscribe': `<${unsubscribeLink(app, readerId, list)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    ...(pages && {
      'List-Subscribe': `<${app.origin}${pages.subscribe}>`,
      'List-Archive': `<${app.origin}${pages.archive}>`,
    }),
  }
}

/**
 * Whom a mail comes from: the operator's address, which alone may send from here, under the name of the network. The
 * operator's own name stands until the network has one.
 */
export function fromOf({ config }: Pick<Outside, 'config'>, network: Network, locale: string) {
  const { name, address } = senderIn(config.mail.from)
  const ours = network.isNamed ? textsIn(network, locale).name : name
  return { name: network.senderName || ours, address }
}

/** The address on the envelope, out of `MAIL_FROM` with its name. */
export const senderOf = (app: Outside): string => senderIn(app.config.mail.from).address
