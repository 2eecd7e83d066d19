import type { Outside } from './outside.ts'
import { addressOf, control, plainAddress } from './sender.ts'
import { unsubscribeLink } from './unsubscribe.ts'

/** What a row of the outbox says about the mail itself. */
export type Letter = {
  id: string
  toAddress: string
  toName: string
  personId: string | null
  list: string | null
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

/** In bytes. Mail programs cut off what is longer: Gmail at 102 KB. */
export const largestMail = 90_000

/**
 * Writes a mail as it goes over the wire.
 *
 * @throws BadLetter `bad-header` for a control character in any header, `bad-address`, `too-large`
 */
export async function mimeOf(app: Outside, letter: Letter): Promise<Buffer> {
  const { toAddress, toName, subject, messageId } = letter
  const { from } = app.config.mail
  const list = letter.list && letter.personId ? listHeaders(app, letter.personId, letter.list) : {}
  const headers = {
    'X-Twinleaf-Ref': letter.id,
    'Auto-Submitted': 'auto-generated',
    'Content-Language': letter.locale,
    ...list,
  }
  if (
    [from, toAddress, toName, subject, messageId, ...Object.values(headers)].some((text) =>
      control.test(text),
    )
  )
    throw new BadLetter('bad-header')
  if (!plainAddress.test(toAddress) || toAddress.length > 254) throw new BadLetter('bad-address')

  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    from,
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

/** RFC 2919 and RFC 8058: what mail programs make their "unsubscribe" button from. */
function listHeaders(app: Outside, personId: string, list: string): Record<string, string> {
  return {
    'List-Id': `<${list}.${new URL(app.origin).hostname}>`,
    'List-Unsubscribe': `<${unsubscribeLink(app, personId, list)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** The address on the envelope, out of `MAIL_FROM` with its name. */
export const senderOf = (app: Outside): string => addressOf(app.config.mail.from) ?? ''
