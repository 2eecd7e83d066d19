import type { Attachment, ParsedMail } from 'mailparser'

/** A message as it came, taken apart. Whatever it says of itself may be made up. */
export type Message = {
  /** Values of a header, unfolded, by its name in lower case. */
  header(name: string): string[]
  /** All that headers name as where it was sent. */
  sentTo: string
  from: { address: string; name: string }
  subject: string
  text: string
  /** What it reports of, when it is a report by RFC 3464, 5965 or 8098: fields, and the headers of the email. */
  report: { type: 'delivery' | 'complaint' | 'other'; fields: string; returned: string } | null
}

/** What is read of a message, in bytes: reports come with headers alone, and letters are shorter. */
export const largestMessage = 512 * 1024

/**
 * Takes a message apart. Never throws, whatever is in it; what goes past a limit is left out.
 *
 * @param raw at most the first `largestMessage` bytes of it are read
 */
export async function readMessage(raw: Buffer): Promise<Message> {
  const { simpleParser } = await import('mailparser')
  const options = {
    keepDeliveryStatus: true,
    skipImageLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: 100_000,
    checksumAlgo: false,
  } as const
  const mail = await simpleParser(raw.subarray(0, largestMessage), options).catch(() => null)
  const lines = (mail?.headerLines ?? []).map(({ key, line }) => ({ key, value: valueIn(line) }))
  const header = (name: string) => lines.filter(({ key }) => key === name).map(({ value }) => value)
  const [from] = mail?.from?.value ?? []
  return {
    header,
    sentTo: addressees.flatMap(header).join('\n').slice(0, longestHead),
    from: { address: from?.address ?? '', name: from?.name ?? '' },
    subject: mail?.subject ?? '',
    text: mail?.text ?? '',
    report: mail ? reportIn(mail, header('content-type')[0] ?? '') : null,
  }
}

const addressees = [
  ...['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to'],
  ...['to', 'cc', 'resent-to'],
]
const longestHead = 20_000

const valueIn = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .trim()

function reportIn(mail: ParsedMail, contentType: string): Message['report'] {
  const parts = mail.attachments ?? []
  const textOf = (...types: string[]) =>
    parts
      .filter(({ contentType: type }) => types.includes(type))
      .map(({ content }: Attachment) => content.subarray(0, longestHead).toString())
      .join('\n\n')
  const returned = textOf('text/rfc822-headers', 'message/rfc822', 'message/global-headers')
  const fields = textOf('message/delivery-status', 'message/global-delivery-status')
  if (fields !== '') return { type: 'delivery', fields, returned }
  const complaint = textOf('message/feedback-report')
  if (complaint !== '') return { type: 'complaint', fields: complaint, returned }
  return /^multipart\/report/i.test(contentType) ? { type: 'other', fields: '', returned } : null
}
