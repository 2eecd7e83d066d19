import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { isLoopback } from '../../config.ts'

/** A connection to the relay that is in someone's hands. */
export type Line = {
  connection: SMTPConnection
  /** It has carried a mail before. */
  isUsed: boolean
  /** Clears what is left of a mail that was not taken. @returns false when the connection is of no more use. */
  isReset(): Promise<boolean>
  giveBack(): void
  drop(): void
}

const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  // Relays that look at a mail while the sender waits may take a minute.
  socketTimeout: 120_000,
}

/** An open connection rests for this long and is then ended, in milliseconds. */
const restFor = 10_000
/** Relays end connections that carry too many. */
const mailsPerConnection = 100

type Resting = { connection: SMTPConnection; mails: number; timer: NodeJS.Timeout }

/** Connections to a relay, kept open between mails. */
export function connectionsTo(url: string) {
  const { auth, ...options } = relayIn(url)
  const resting: Resting[] = []

  const lineOf = (connection: SMTPConnection, mails: number): Line => ({
    connection,
    isUsed: mails > 0,
    isReset: () => new Promise((resolve) => connection.reset((error) => resolve(!error))),
    giveBack() {
      if (mails + 1 >= mailsPerConnection) return connection.quit()
      const timer = setTimeout(() => connection.quit(), restFor).unref()
      resting.push({ connection, mails: mails + 1, timer })
    },
    drop: () => connection.close(),
  })

  return {
    /** @throws what came between us and the relay, a refused sign-in included */
    async take(): Promise<Line> {
      for (let rested = resting.pop(); rested; rested = resting.pop()) {
        clearTimeout(rested.timer)
        if (!rested.connection.destroyed) return lineOf(rested.connection, rested.mails)
      }
      return lineOf(await dial(options, auth), 0)
    },
    close() {
      for (const { connection, timer } of resting.splice(0)) {
        clearTimeout(timer)
        connection.quit()
      }
    },
  }
}

/**
 * What a setting such as `smtp://user:password@smtp.example.org:587` says. A password is told to nobody before the line is
 * encrypted, but on this machine itself, unless the setting says otherwise (`?ignoreTLS=true`).
 */
export function relayIn(url: string): SMTPConnection.Options & { auth?: SMTPConnection.AuthenticationType } {
  const options = parseConnectionUrl(url)
  const isTold = options.auth && !options.ignoreTLS && !isLoopback(options.host ?? '')
  return { ...(isTold && { requireTLS: true }), ...options }
}

function dial(options: SMTPConnection.Options, auth: SMTPConnection.AuthenticationType | undefined) {
  const connection = new SMTPConnection({ ...options, ...timeouts })
  return new Promise<SMTPConnection>((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close()
      reject(error)
    }
    // Stays for as long as the connection does: an idle one that breaks must not end the process.
    connection.on('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (!auth) return resolve(connection)
      connection.login(auth, (refused) => (refused ? fail(refused) : resolve(connection)))
    })
  })
}
