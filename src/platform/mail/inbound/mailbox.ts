import type { ImapFlow } from 'imapflow'
import { isLoopback } from '../../config.ts'
import type { Mailbox } from './mailbox-url.ts'
import { largestMessage } from './message.ts'

/** A mailbox that is open, message by message. */
export type OpenMailbox = {
  /** Which numbering of messages this is. */
  uidValidity: number
  /** Numbers of messages, in order: those after one, that arrived since then. */
  after(uid: number, since: Date): Promise<number[]>
  /** The start of a message; null when it is gone. Whether it counts as read stays as it was. */
  source(uid: number): Promise<Buffer | null>
  /** Nothing is ever deleted or moved: what has been taken in counts as read, and that is all. */
  markRead(uid: number): Promise<void>
}

/** In milliseconds. */
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/**
 * Opens a mailbox, and hangs up at the end.
 *
 * @throws NoMailbox with what is wrong, in words for whoever runs the server
 */
export async function withMailbox<Result>(
  mailbox: Mailbox,
  use: (open: OpenMailbox) => Promise<Result>,
): Promise<Result> {
  const { ImapFlow } = await import('imapflow')
  const { host, port, isSecure, user, password, folder } = mailbox
  const client = new ImapFlow({
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port,
    secure: isSecure,
    ...(!isSecure && { doSTARTTLS: !isLoopback(host) }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    ...timeouts,
  })
  // Whatever waits for an answer is told of it as well; without a listener the process would end.
  client.on('error', () => {})
  try {
    await reached(client.connect())
    const { uidValidity } = await reached(client.mailboxOpen(folder))
    return await use(opened(client, Number(uidValidity)))
  } finally {
    await client.logout().catch(() => client.close())
  }
}

const opened = (client: ImapFlow, uidValidity: number): OpenMailbox => ({
  uidValidity,
  async after(uid, since) {
    const found = await reached(client.search({ uid: `${uid + 1}:*`, since }, { uid: true }))
    // A range whose end is a star always holds the last message.
    return (found || []).filter((one) => one > uid).sort((a, b) => a - b)
  },
  async source(uid) {
    const wanted = { source: { maxLength: largestMessage } }
    const message = await reached(client.fetchOne(String(uid), wanted, { uid: true }))
    return message ? (message.source ?? null) : null
  },
  async markRead(uid) {
    await reached(client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }))
  },
})

/** The mailbox cannot be read, and why. */
export class NoMailbox extends Error {}

async function reached<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer
  } catch (error) {
    throw new NoMailbox(wordsOf(error), { cause: error })
  }
}

type ImapError = Error & {
  authenticationFailed?: boolean
  mailboxMissing?: boolean
  responseText?: string
  code?: string
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { authenticationFailed, mailboxMissing, responseText, code, message } = error as ImapError
  const said = responseText || message || code || error.name
  if (authenticationFailed) return `user or password is refused (${said})`
  if (mailboxMissing) return `there is no such folder (${said})`
  return code && !said.includes(code) ? `${said} (${code})` : said
}
