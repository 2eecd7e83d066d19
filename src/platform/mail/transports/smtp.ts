import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Config } from '../../config.ts'
import { verdictOf } from '../inbound/verdict.ts'
import { connectionsTo, type Line } from './smtp-lines.ts'
import type { Answer, Parcel, Transport } from './transport.ts'

/**
 * Hands mails to a relay. Anyone who is asked twice may take a mail twice, so introductions and mails to one person
 * go one at a time: a worker that is killed leaves at most one of each lane in doubt.
 *
 * nodemailer's own pool sends a mail again by itself when a connection breaks; here the outbox alone decides that,
 * so connections are kept by us.
 *
 * @param mail its `smtpUrl` is set
 */
export function smtpTransport(mail: Config['mail']): Transport {
  const lines = connectionsTo(mail.smtpUrl ?? '')
  const sign = signerFor(mail.dkim)
  return {
    isIdempotent: false,
    staysHere: false,
    width: { 'sign-in': 1, personal: 1, campaign: 1, list: 4 },
    deliver: async (parcel) => deliver(lines, { ...parcel, bytes: await sign(parcel.bytes) }),
    close: async () => lines.close(),
  }
}

function signerFor(dkim: Config['mail']['dkim']): (bytes: Buffer) => Promise<Buffer> {
  if (!dkim) return async (bytes) => bytes
  const { domain, selector, privateKey } = dkim
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey })
  return (bytes) => buffer(signer.sign(bytes))
}

async function deliver(lines: ReturnType<typeof connectionsTo>, parcel: Parcel): Promise<Answer> {
  const line = await lines.take().catch((error: Failure) => error)
  if (line instanceof Error) return { is: 'unreachable', words: wordsOf(line) }
  const { answer, isOver } = await send(line, parcel)
  if (isOver) line.drop()
  else line.giveBack()
  // The relay had hung up on a connection that was resting: that says nothing about this mail.
  if (answer.is === 'unreachable' && line.isUsed) return deliver(lines, parcel)
  return answer
}

/** RFC 3461: a server that knows it reports failures and delays by this id, with no more than headers of the mail. */
const reportsOn = (envid: string, to: string): SMTPConnection.DSNOptions => ({
  envid,
  orcpt: `rfc822;${to}`,
  ret: 'HDRS',
  notify: ['FAILURE', 'DELAY'],
})

type Failure = Error & { responseCode?: number; response?: string; command?: string; code?: string }

/** @returns the relay's answer, and whether the connection is of no more use. */
async function send(line: Line, parcel: Parcel): Promise<{ answer: Answer; isOver: boolean }> {
  let isHandedOver = false
  // Read only once the relay has said "go ahead": from then on it may have the mail.
  const content = new Readable({
    read() {
      isHandedOver = true
      this.push(parcel.bytes)
      this.push(null)
    },
  })
  const envelope: SMTPConnection.Envelope = {
    from: parcel.from,
    to: [parcel.to],
    size: parcel.bytes.length,
    ...(parcel.envelopeId && { dsn: reportsOn(parcel.envelopeId, parcel.to) }),
  }
  const error = await new Promise<Failure | null>((resolve) =>
    line.connection.send(envelope, content, (failure) => resolve(failure ?? null)),
  )
  if (!error) return { answer: { is: 'taken' }, isOver: false }
  return { answer: answerOf(error, isHandedOver), isOver: !(await line.isReset()) }
}

/** An answer to the recipient or to the text concerns this mail; any other trouble concerns the relay and us. */
function answerOf(error: Failure, isHandedOver: boolean): Answer {
  const words = wordsOf(error)
  const code = error.responseCode ?? 0
  if (code >= 400 && code < 500) return { is: 'later', words }
  if (code >= 500 && error.command === 'RCPT TO')
    return { is: 'refused', words, verdict: verdictOf({ said: words }) }
  if (code >= 500 && error.command === 'DATA') return { is: 'refused', words, verdict: null }
  if (error.code === 'EMESSAGE' || (error.code === 'EENVELOPE' && error.command === 'API'))
    return { is: 'refused', words, verdict: null }
  return { is: isHandedOver ? 'unanswered' : 'unreachable', words }
}

const wordsOf = (error: Failure) => (error.response ?? error.message).slice(0, 500)
