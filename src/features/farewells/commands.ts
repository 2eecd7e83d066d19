import type { Command } from '../../platform/commands.ts'
import { terminal } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { sayFarewells } from './actions/saying.ts'
import { endings } from './farewell.ts'
import { leaversOf, untoldCount } from './queries/leavers.ts'

const say: Command = {
  name: 'farewell say',
  grows: true,
  summary: 'Say farewell to everyone whose round ends, as the clock does each hour. Nobody is told twice.',
  async run(app) {
    const told = await sayFarewells(app)
    return { text: `Told: ${told}.`, json: { told } }
  },
}

const show: Command = {
  name: 'farewell show',
  summary: 'Show for how many a round ends in which way, and how many were told no farewell yet.',
  options: { round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true } },
  async run(app, { options }) {
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    const leavers = round.releasedAt ? await leaversOf(app.db, round.id) : []
    const counts = Object.fromEntries(
      endings.map((ending) => [ending, leavers.filter((one) => one.ending === ending).length]),
    )
    const untold = leavers.length === 0 ? 0 : await untoldCount(app.db, round.id)
    const lines = Object.entries(counts).map(([ending, count]) => `${ending}: ${count}`)
    return {
      text: [`ends on ${round.endsOn}`, ...lines, `not told yet: ${untold}`].join('\n'),
      json: { endsOn: round.endsOn, ...counts, untold },
    }
  },
}

export const commands = [say, show]
