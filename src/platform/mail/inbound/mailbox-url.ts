/** A mailbox of a mail server that speaks IMAP. */
export type Mailbox = {
  host: string
  port: number
  /** Encrypted from the first byte; otherwise encrypted before the password is told, unless it is this machine itself. */
  isSecure: boolean
  user: string
  password: string
  folder: string
  /** By which it is known in the database and on pages: without the password. */
  name: string
}

/**
 * A mailbox out of a setting such as `imaps://user:password@mail.example.org/INBOX`.
 *
 * @returns null when something is missing
 */
export function mailboxOf(text: string): Mailbox | null {
  if (!/^imaps?:\/\//.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  const [user, password, folder] = [url.username, url.password, url.pathname.slice(1)].map(decoded)
  if (!user || !password || folder === undefined || url.hostname === '') return null
  const isSecure = url.protocol === 'imaps:'
  const port = url.port === '' ? (isSecure ? 993 : 143) : Number(url.port)
  const inFolder = folder || 'INBOX'
  const name = `${user} at ${url.host}, ${inFolder}`
  return { host: url.hostname, port, isSecure, user, password, folder: inFolder, name }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
