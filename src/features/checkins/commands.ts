import type { Command } from '../../platform/commands.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { askCheckIns } from './actions/asking.ts'
import { planCheckIns } from './actions/watching.ts'
import { usualDays } from './checkin.ts'
import { countsOf } from './grouping.ts'
import { planOf, standingsOf } from './queries/standings.ts'
import { mostDays, planForm } from './schema.ts'

const round = { help: 'code of the round, for example 2016A', value: 'CODE', required: true }

const ask: Command = {
  name: 'check-in ask',
  grows: true,
  summary: 'Ask everyone whose check-in has come, as the clock does each hour. Nobody is asked twice.',
  async run(app) {
    const asked = await askCheckIns(app)
    return { text: `Asked: ${asked}.`, json: { asked } }
  },
}

const plan: Command = {
  name: 'check-in plan',
  summary: 'Say on which days of mentoring a round asks whether partners are in touch.',
  options: {
    round,
    days: { help: 'days after the first, for example "4, 10, 17, 24"', value: 'DAYS', required: true },
  },
  async run(app, { options }) {
    const parsed = planForm.safeParse({ days: options.days ?? '' })
    if (!parsed.success) throw new Unacceptable('bad-check-in-days', { most: mostDays })
    await planCheckIns(app, terminal, options.round ?? '', parsed.data.days)
    return { text: `The round asks on days ${parsed.data.days.join(', ')}.`, json: parsed.data }
  },
}

const show: Command = {
  name: 'check-in show',
  summary: 'Show how the pairs of a round get on: how many are in touch, silent, or ask for help.',
  options: { round },
  async run(app, { options }) {
    const found = await roundByCode(app.db, terminal, options.round ?? '')
    const counts = countsOf(await standingsOf(app.db, found, app.now()))
    const days = (await planOf(app.db, found.id)) ?? usualDays(found)
    const lines = Object.entries(counts).map(([standing, count]) => `${standing}: ${count}`)
    return { text: [`asks on days: ${days.join(', ')}`, ...lines].join('\n'), json: { days, ...counts } }
  },
}

export const commands = [ask, plan, show]
