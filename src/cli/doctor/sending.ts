import { createPublicKey } from 'node:crypto'
import { resolveTxt } from 'node:dns/promises'
import type { Config } from '../../platform/config.ts'
import { addressOf, callRelay, NoMailbox, withMailbox } from '../../platform/mail/index.ts'
import { type Finding, well, wrong } from './finding.ts'

/** Texts that the world keeps under a name. */
type LookUp = (name: string) => Promise<string[][]>

/** Whether emails can leave, and be believed where they arrive. */
export const lookAtSending = async (config: Config, lookUp: LookUp = resolveTxt): Promise<Finding[]> => [
  await transport(config),
  sender(config),
  await signature(config.mail.dkim, lookUp),
  ...(await mailbox(config.mail)),
]

async function transport({ mail, isDevelopment }: Config): Promise<Finding> {
  if (mail.transport === 'page') return well('transport', 'emails are shown on a page and go to nobody')
  if (mail.transport === 'spool' && isDevelopment)
    return well('transport', 'emails are written to files and go to nobody')
  if (mail.transport === 'spool')
    return wrong(
      'transport',
      'emails are written to files and go to nobody',
      'set SMTP_URL to your mail server',
    )
  try {
    await callRelay(mail.smtpUrl ?? '')
    return well('transport', 'the mail server lets us in')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return wrong('transport', `the mail server does not let us in: ${why}`, 'correct SMTP_URL')
  }
}

function sender({ mail, isDevelopment }: Config): Finding {
  const domain = addressOf(mail.from)?.split('@').at(-1)
  if (isDevelopment || domain !== 'localhost') return well('sender', mail.from)
  return wrong('sender', `nobody can answer ${mail.from}`, 'set MAIL_FROM to an address of your own domain')
}

async function signature(dkim: Config['mail']['dkim'], lookUp: LookUp): Promise<Finding> {
  if (!dkim) return well('DKIM', 'emails are not signed here; see that your mail server does, or set DKIM_…')
  const name = `${dkim.selector}._domainkey.${dkim.domain}`
  const key = createPublicKey(dkim.privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  const records = await lookUp(name).catch(() => [])
  const texts = records.map((parts) => parts.join('').replaceAll(/\s/g, ''))
  if (texts.some((text) => text.includes(`p=${key}`)))
    return well('DKIM', `emails are signed, and ${name} proves it`)
  const note = texts.length > 0 ? `${name} holds another key` : `nothing is found at ${name}`
  return wrong('DKIM', note, `publish there, as TXT: v=DKIM1; k=rsa; p=${key}`)
}

async function mailbox({ mailbox }: Config['mail']): Promise<Finding[]> {
  if (mailbox === null) return []
  try {
    await withMailbox(mailbox, async () => {})
    return [well('mailbox', 'what comes back can be read')]
  } catch (error) {
    if (!(error instanceof NoMailbox)) throw error
    return [wrong('mailbox', `${mailbox.name}: ${error.message}`, 'correct IMAP_URL')]
  }
}
