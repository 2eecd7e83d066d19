import type { App } from '../../platform/app.ts'
import { receive, returnAddress } from '../../platform/mail/index.ts'

/** What the mail server of a mailbox that is gone sends back about an email of ours. */
export async function comesBack(app: App, mail: { id: string; toAddress: string }): Promise<void> {
  const address = returnAddress(app, { purpose: 'b', id: mail.id }) ?? ''
  await receive(app, Buffer.from(notice(address, mail.toAddress, app.now())), address)
}

const notice = (address: string, to: string, at: Date) =>
  [
    'Return-Path: <>',
    `Date: ${at.toUTCString()}`,
    'From: MAILER-DAEMON@relay.example (Mail Delivery System)',
    `To: ${address}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_1"',
    '',
    '--=_1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your message could not be delivered.',
    '',
    '--=_1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${to}>: Recipient address rejected: User unknown`,
    '',
    '--=_1--',
    '',
  ].join('\r\n')
