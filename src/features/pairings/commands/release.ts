import type { Command } from '../../../platform/commands.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { unansweredLines, unreachableLines } from '../../applications/index.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { codeOf, roundOption, scenarioIn, summaryOf } from '../../scenarios/index.ts'
import { asCsv, exportPairings } from '../actions/export.ts'
import { rehearseRelease } from '../actions/rehearse.ts'
import { checkRelease, releasePairings } from '../actions/release.ts'

/** A release is rehearsed, or done on purpose, and only of what was looked at. */
export const releaseOptions = {
  ...roundOption,
  rehearse: { help: 'write every email, but send only one of each kind, to the coordinators' },
  confirm: { help: 'do it; it happens once and cannot be taken back' },
  scenario: { help: 'release only if this is the number of the proposal', value: 'N' },
}

export const release: Command = {
  name: 'match release',
  grows: true,
  summary:
    'Confirm the proposal and queue every introduction, all or nothing. Without --confirm it only says what would happen.',
  options: releaseOptions,
  async run(app, input) {
    const code = codeOf(input)
    if (input.switches.has('rehearse')) {
      const rehearsed = await rehearseRelease(app, terminal, code)
      return {
        text: `All emails were written and are in order: introductions ${rehearsed.introductions}, reserve ${rehearsed.reserve}. Examples on the way to ${rehearsed.to.join(', ')}, and to nobody else: ${rehearsed.examples}.`,
        json: { rehearsed: true, ...rehearsed },
      }
    }
    const scenario = scenarioIn(input)
    const round = await roundByCode(app.db, terminal, code)
    const { unanswered, lines } = await unansweredLines(app, round)
    const { unreachable, lines: dead } = await unreachableLines(app, round)
    if (!input.switches.has('confirm')) {
      await checkRelease(app, terminal, code, scenario)
      const { json } = await summaryOf(app, code)
      throw new Conflict('confirm-release', {
        people: json.people,
        reserve: json.reserve.length,
        unanswered: [...lines, ...dead].join(' '),
      })
    }
    const released = await releasePairings(app, terminal, code, scenario)
    return {
      text: [
        `Released: ${released.pairings} pairings of ${released.people} people, ${released.reserve} in reserve. ${released.mails} emails are queued. To hold them back: \`twinleaf mail stop ${released.campaign}\`.`,
        ...lines,
        ...(lines.length > 0
          ? ['They can still come into the reserve: `twinleaf rematch accept`, then `twinleaf rematch run`.']
          : []),
        ...dead,
      ].join('\n'),
      json: { released: true, ...released, unanswered, unreachable },
    }
  },
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
