import type { App } from '../../../platform/app.ts'
import type { Command } from '../../../platform/commands.ts'
import { campaignProgress } from '../../../platform/mail/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { terminal } from '../../people/index.ts'
import { releaseOf, roundByCode } from '../../rounds/index.ts'
import { codeOf, roundOption, scenarioIn, summaryOf } from '../../scenarios/index.ts'
import { asCsv, exportPairings } from '../actions/export.ts'
import { rehearseRelease } from '../actions/rehearse.ts'
import { checkRelease, releasePairings, resumeIntroductions, stopIntroductions } from '../actions/release.ts'

export const release: Command = {
  name: 'match release',
  summary:
    'Confirm the proposal and queue every introduction, all or nothing. Without --confirm it only says what would happen.',
  options: {
    ...roundOption,
    rehearse: { help: 'write every mail, and send one of each kind to the coordinators only' },
    confirm: { help: 'do it; it happens once and cannot be taken back' },
    scenario: { help: 'release only if this is the number of the proposal', value: 'N' },
  },
  async run(app, input) {
    const code = codeOf(input)
    if (input.switches.has('rehearse')) {
      const rehearsed = await rehearseRelease(app, terminal, code)
      return {
        text: `All mails were written and are in order: introductions ${rehearsed.introductions}, reserve ${rehearsed.reserve}. Examples on the way to ${rehearsed.to.join(', ')}, and to nobody else: ${rehearsed.examples}.`,
        json: { rehearsed: true, ...rehearsed },
      }
    }
    const scenario = scenarioIn(input)
    if (!input.switches.has('confirm')) {
      await checkRelease(app, terminal, code, scenario)
      const { json } = await summaryOf(app, code)
      throw new Conflict('confirm-release', { people: json.people, reserve: json.reserve.length })
    }
    const released = await releasePairings(app, terminal, code, scenario)
    return {
      text: `Released: ${released.pairings} pairings of ${released.people} people, ${released.reserve} in reserve. ${released.mails} mails are queued.`,
      json: { released: true, ...released },
    }
  },
}

export const stop: Command = {
  name: 'introductions stop',
  summary: 'Hold back the introductions that have not gone out yet.',
  options: roundOption,
  async run(app, input) {
    await stopIntroductions(app, terminal, codeOf(input))
    return sendingOf(app, codeOf(input))
  },
}

export const resume: Command = {
  name: 'introductions resume',
  summary: 'Let held introductions go on.',
  options: roundOption,
  async run(app, input) {
    await resumeIntroductions(app, terminal, codeOf(input))
    return sendingOf(app, codeOf(input))
  },
}

async function sendingOf(app: App, code: string) {
  const found = await releaseOf(app.db, (await roundByCode(app.db, terminal, code)).id)
  if (!found) throw new Conflict('not-released')
  const json = await campaignProgress(app.db, found.campaignId)
  return {
    text: `${json.sent} of ${json.total} sent, ${json.waiting} waiting${json.stoppedAt ? ' (stopped)' : ''}.`,
    json,
  }
}

export const exporting: Command = {
  name: 'pairings export',
  summary: 'Print the pairings of a round and its reserve, as CSV for a spreadsheet or as JSON.',
  options: { ...roundOption, csv: { help: 'as CSV; the default is JSON' } },
  async run(app, input) {
    const json = await exportPairings(app, terminal, codeOf(input))
    const text = JSON.stringify(json, null, 2)
    return input.switches.has('csv') ? { text, json, raw: asCsv(json) } : { text, json }
  },
}
