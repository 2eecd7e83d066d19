import type { Command } from '../../platform/commands.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { issueCertificates } from './actions/issuing.ts'
import { changeKey } from './actions/keys.ts'
import { setRule } from './actions/running.ts'
import type { Rule } from './certificate.ts'
import { certificatesOf } from './queries/certificates.ts'
import { ruleOf } from './queries/own.ts'
import { waitingForName } from './queries/round.ts'
import { ruleForm } from './schema.ts'

const round = { help: 'code of the round, for example 2016A', value: 'CODE', required: true }

const rule: Command = {
  name: 'certificate rule',
  summary:
    'Say who gets a certificate of a round: those who stay to its end, answered so many check-ins, and the survey at the end.',
  options: {
    round,
    'check-ins': { help: 'how many, 0 to 12', value: 'NUMBER', required: true },
    'end-survey': { help: 'the survey at the end must have been answered as well' },
  },
  async run(app, { options, switches }) {
    const typed = {
      checkIns: options['check-ins'] ?? '',
      endSurvey: switches.has('end-survey') ? 'yes' : 'no',
    }
    const parsed = ruleForm.safeParse(typed)
    if (!parsed.success) throw new Unacceptable('bad-certificate-rule')
    await setRule(app, terminal, options.round ?? '', parsed.data)
    return { text: asksFor(parsed.data), json: parsed.data }
  },
}

const asksFor = ({ checkIns, endSurvey }: Rule) =>
  `Asks for ${checkIns} check-ins${endSurvey ? ' and the survey at the end' : ''}.`

const show: Command = {
  name: 'certificate show',
  summary: 'Show how many certificates of a round were issued, and how many wait for a name.',
  options: { round },
  async run(app, { options }) {
    const found = await roundByCode(app.db, terminal, options.round ?? '')
    const all = await certificatesOf(app.db, found.id)
    const counts = Object.fromEntries(
      [...Map.groupBy(all, (one) => one.standing)].map(([name, { length }]) => [name, length]),
    )
    const waiting = (await waitingForName(app.db, found, app.now())).length
    const asks = await ruleOf(app.db, found.id)
    const lines = Object.entries({ ...counts, 'wait for a name': waiting }).map(
      ([name, count]) => `${name}: ${count}`,
    )
    const said = asks ? asksFor(asks) : 'Nobody has said who gets one.'
    return { text: [said, ...lines].join('\n'), json: { rule: asks, ...counts, waiting } }
  },
}

const issue: Command = {
  name: 'certificate issue',
  grows: true,
  summary: 'Make the certificates that were asked for, as the worker does.',
  async run(app) {
    const made = await issueCertificates(app)
    return { text: `Made: ${made}.`, json: { made } }
  },
}

const key: Command = {
  name: 'certificate key',
  summary:
    'Make a new key for signing badges. What the last one signed can still be checked, unless it was stolen.',
  options: { stolen: { help: 'somebody else may have the key: forget it, and sign again what it signed' } },
  async run(app, { switches }) {
    const again = await changeKey(app, terminal, { isStolen: switches.has('stolen') })
    return { text: `A new key signs from now on. To be signed again: ${again}.`, json: { again } }
  },
}

export const commands = [rule, show, issue, key]
