import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/commands.ts'
import {
  type CampaignProgress,
  drainOutbox,
  largestMessage,
  mailStates,
  readMailbox,
  receive,
} from '../../platform/mail/index.ts'
import { Conflict, Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { allowAddress, resumeAllMail, resumeMails, stopMails } from './actions.ts'
import { campaignIdOf, isWanted, mailsLike, type Wanted } from './queries/outbox.ts'
import { mailStatus } from './queries/status.ts'

const status: Command = {
  name: 'mail status',
  summary:
    'Count emails by state and kind. Also shows campaigns, emails without an answer, and the oldest that is due.',
  async run(app) {
    const { campaigns, ...all } = await mailStatus(app.db, app.now())
    const { states, kinds, possiblyDoubled, oldestDue, hold } = all
    const lines = [
      ...(hold ? [holdLine(hold)] : []),
      `transport ${app.config.mail.transport}`,
      ...mailStates.map((state) => `${state.padEnd(11)} ${states[state]}`),
      `possibly doubled: ${possiblyDoubled}`,
      `oldest due: ${oldestDue?.toISOString() ?? 'nothing is due'}`,
      ...Object.entries(kinds).map(([kind, counts]) => `${kind}: ${inWords(counts)}`),
      ...campaigns.map(campaignLine),
    ]
    return {
      text: lines.join('\n'),
      json: { transport: app.config.mail.transport, ...all, unknown: states.unknown, campaigns },
    }
  },
}

const holdLine = ({ heldAt, reason }: { heldAt: Date; reason: string }) =>
  reason === 'scrubbed'
    ? 'This is a scrubbed copy: it sends nothing.'
    : `HELD since a restore at ${heldAt.toISOString()}. Look at \`twinleaf mail list --state queued\`, stop the campaigns that have gone out already, then \`twinleaf mail resume\`.`

const inWords = (counts: Record<string, number>) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')

const campaignLine = ({ key, stoppedAt, total, sent, waiting }: CampaignProgress) =>
  `campaign ${key}: ${sent} of ${total} sent, ${waiting} waiting${stoppedAt ? ', stopped' : ''}`

/** More than any round has. */
const mostListed = 100_000

const list: Command = {
  name: 'mail list',
  summary: 'List emails with their state and the reason for it, never their text.',
  options: {
    state: { help: `${mailStates.join(', ')} or possibly-doubled`, value: 'STATE' },
    kind: { help: 'for example introduction', value: 'KIND' },
    campaign: { help: 'id or key of a campaign', value: 'CAMPAIGN' },
  },
  async run(app, { options }) {
    const { state, kind, campaign } = options
    const campaignId = campaign ? await campaignIdOf(app.db, campaign) : undefined
    const wish = { state: wantedOf(state), kind, campaignId, to: '' }
    const { mails } = await mailsLike(app.db, wish, 1, mostListed)
    const lines = mails.map((mail) =>
      [mail.id, mail.state, mail.kind, mail.toAddress, mail.messageId, mail.lastError ?? ''].join('\t'),
    )
    return { text: lines.length > 0 ? lines.join('\n') : 'No emails found.', json: mails }
  },
}

function wantedOf(state: string | undefined): Wanted | undefined {
  if (state === undefined || isWanted(state)) return state
  throw new Unacceptable('unknown-mail-state', { state })
}

const stop: Command = {
  name: 'mail stop',
  summary: 'Hold back the emails of a campaign that have not been sent yet.',
  args: ['CAMPAIGN'],
  run: (app, { args: [campaign = ''] }) => turn(app, campaign, stopMails),
}

const resume: Command = {
  name: 'mail resume',
  summary:
    'Continue sending the emails of a stopped campaign; without one, all that are held since a restore.',
  args: ['[CAMPAIGN]'],
  async run(app, { args: [campaign] }) {
    if (campaign) return turn(app, campaign, resumeMails)
    await resumeAllMail(app, terminal)
    return { text: 'Emails go out again.', json: { resumed: true } }
  },
}

async function turn(app: App, campaign: string, act: typeof stopMails) {
  const progress = await act(app, terminal, await campaignIdOf(app.db, campaign))
  return { text: campaignLine(progress), json: progress }
}

const send: Command = {
  name: 'mail send',
  grows: true,
  summary: 'Send what is due now, then end. For a site that runs no worker.',
  async run(app) {
    const tally = await drainOutbox(app)
    return { text: inWords(tally) || 'Nothing was due.', json: tally }
  },
}

const allow: Command = {
  name: 'mail allow',
  summary: 'Allow emails again to an address from which mail came back before.',
  args: ['ADDRESS'],
  async run(app, { args: [address = ''] }) {
    await allowAddress(app, terminal, address)
    return { text: 'Emails to this address will be sent again.', json: { allowed: true } }
  },
}

/** What a mail server understands (sysexits.h): try again later; there is nobody of that address here. */
const exits = { tryAgain: 75, noUser: 67 }

const receiving: Command = {
  name: 'mail receive',
  grows: true,
  exitOnFault: exits.tryAgain,
  summary:
    'Take in one message from standard input, as a mail server hands it over. Ends with 75 when it is to be tried again, and with 67 for a letter that answers no email.',
  options: { to: { help: 'the address that it was sent to', value: 'ADDRESS' } },
  async run(app, { options }) {
    if (app.config.mail.bounceAddress === null) throw new Conflict('no-bounce-address')
    const received = await receive(app, await startOf(process.stdin), options.to)
    const { kind, isNew, isWritten } = received
    return {
      text: `${kind}${isNew ? '' : ', seen before'}`,
      json: received,
      exitCode: kind === 'unknown' && isWritten ? exits.noUser : 0,
    }
  },
}

/** All is read, for a mail server that is left with some of it takes that for a failure; only what counts is kept. */
async function startOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    if (size < largestMessage) parts.push(part)
    size += part.length
  }
  return Buffer.concat(parts)
}

const reading: Command = {
  name: 'mail read',
  grows: true,
  summary:
    'Read now what is new in the mailbox of IMAP_URL, as the worker does each minute. Ends with 1 when it cannot be read.',
  async run(app) {
    if (app.config.mail.mailbox === null) throw new Conflict('no-mailbox')
    const read = await readMailbox(app, { atOnce: true })
    if (read === null) return { text: 'Another reads it at this moment, or emails are held.', json: null }
    const counts = Object.entries(read.taken).map(([kind, count]) => `${count} ${kind}`)
    const text = read.fault ?? (counts.join(', ') || 'Nothing is new.')
    return { text, json: read, exitCode: read.fault === null ? 0 : 1 }
  },
}

export const commands: Command[] = [status, list, stop, resume, send, allow, receiving, reading]
