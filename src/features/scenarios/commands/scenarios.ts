import type { App } from '../../../platform/app.ts'
import type { Command, CommandInput } from '../../../platform/commands.ts'
import { Conflict, Unacceptable } from '../../../platform/refusals.ts'
import { terminal } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { chooseScenario } from '../actions/choose.ts'
import { cancelRun, openScenario, runScenario } from '../actions/run.ts'
import { type Placed, placedIn } from '../queries/lab.ts'
import { planOf, type Scenario, scenarioNumbered, scenariosOf } from '../queries/scenarios.ts'
import { isUnderway } from '../scenario/scenario.ts'
import { mostTitleLetters } from '../schema.ts'
import { codeOf, numberIn, round } from './round.ts'
import { settingsIn } from './settings.ts'
import { changesInWords, summaryOf } from './show.ts'

export const run: Command = {
  name: 'match run',
  grows: true,
  summary: 'Find the best partner for everyone who was accepted. Nothing is sent; pins and bans are kept.',
  options: {
    ...round,
    seed: { help: 'a whole number that decides between equally good plans', value: 'N' },
    title: { help: 'a few words to recognise the scenario by', value: 'TEXT' },
    settings: {
      help: 'JSON with any part of the settings; the rest stay as usual. Without it, the settings of the plan',
      value: 'FILE',
    },
    aside: { help: 'keep it as a scenario to compare; the plan stays as it is' },
  },
  async run(app, input) {
    const { id, number } = await openScenario(app, terminal, codeOf(input), {
      seed: seedIn(input),
      title: titleIn(input),
      settings: await settingsIn(input),
      asPlan: !input.switches.has('aside'),
    })
    await runScenario(app, id)
    const found = await roundByCode(app.db, terminal, codeOf(input))
    const scenario = await scenarioNumbered(app.db, found.id, number)
    if (scenario.problem) throw new Conflict('run-failed', { problem: scenario.problem })
    const plan = await planOf(app.db, found.id)
    return plan?.id === id ? summaryOf(app, codeOf(input)) : besideOf(app, found, scenario, plan)
  },
}

/** A scenario that is not the plan, in a few lines. */
async function besideOf(app: App, found: Round, scenario: Scenario, plan: Scenario | null) {
  const json = { round: found.code, ...rowOf(scenario, plan, app.now(), await placedIn(app.db, found.id)) }
  const text = [
    `Scenario ${json.scenario} of ${json.round}: ${json.placed} people have a partner, ${json.left} are in reserve.`,
    `Points ${json.total}, the weakest pair ${json.worst} of 10000. The proof was checked.`,
    `The plan is still scenario ${plan?.number}. To make this one the plan: twinleaf match choose --round ${json.round} --scenario ${json.scenario}`,
  ]
  return { text: text.join('\n'), json }
}

/** @throws Unacceptable `bad-seed` */
function seedIn({ options }: CommandInput): number | undefined {
  if (options.seed === undefined) return undefined
  if (!/^\d{1,9}$/.test(options.seed)) throw new Unacceptable('bad-seed')
  return Number(options.seed)
}

/** @throws Unacceptable `long-title` */
function titleIn({ options }: CommandInput): string {
  const title = options.title?.trim() ?? ''
  if (title.length > mostTitleLetters) throw new Unacceptable('long-title', { most: mostTitleLetters })
  return title
}

export const scenarios: Command = {
  name: 'match scenarios',
  summary: 'List the scenarios of a round, newest first, with the plan.',
  options: round,
  async run(app, input) {
    const found = await roundByCode(app.db, terminal, codeOf(input))
    const plan = await planOf(app.db, found.id)
    const all = await scenariosOf(app.db, found.id, 'round')
    const placed = await placedIn(app.db, found.id)
    const rows = all.map((one) => rowOf(one, plan, app.now(), placed))
    const lines = rows.map(lineOf)
    const text = rows.length === 0 ? `${found.code} has no scenarios yet.` : lines.join('\n')
    return { text, json: { round: found.code, plan: plan?.number ?? null, scenarios: rows } }
  },
}

function standingOf(scenario: Scenario, now: Date): 'running' | 'done' | 'cancelled' | 'failed' {
  if (isUnderway(scenario, now)) return 'running'
  if (scenario.total !== null) return 'done'
  return scenario.problem === 'cancelled' ? 'cancelled' : 'failed'
}

type PlacedIn = Awaited<ReturnType<typeof placedIn>>

const rowOf = (scenario: Scenario, plan: Scenario | null, now: Date, placed: PlacedIn) => ({
  scenario: scenario.number,
  title: scenario.title,
  isPlan: scenario.id === plan?.id,
  standing: standingOf(scenario, now),
  problem: scenario.problem,
  madeAt: scenario.madeAt,
  madeBy: scenario.madeBy,
  seed: scenario.seed,
  placed: placed.get(scenario.id)?.found.placed ?? null,
  left: placed.get(scenario.id)?.found.left ?? null,
  changedByHand: changedByHand(placed.get(scenario.id)?.standing),
  total: scenario.total,
  worst: scenario.worst,
  priceOfFairness: scenario.priceOfFairness,
  settings: scenario.settings,
})

/** How it stands after changes by hand; null where there are none. */
const changedByHand = (standing: Placed | undefined) => (standing && standing.changes > 0 ? standing : null)

function lineOf(row: ReturnType<typeof rowOf>): string {
  const start = `${row.isPlan ? '*' : ' '} ${String(row.scenario).padStart(3)}`
  const outcome =
    row.standing === 'done'
      ? `${row.placed} with a partner, ${row.left} in reserve, weakest pair ${row.worst}`
      : row.standing
  const now = row.changedByHand
    ? `(after ${changesInWords(row.changedByHand.changes)}: ${row.changedByHand.placed} and ${row.changedByHand.left})`
    : ''
  return [start, outcome, now, row.title].filter(Boolean).join('  ')
}

export const choose: Command = {
  name: 'match choose',
  summary: 'Make a scenario the plan of its round. To take it back, choose the previous one.',
  options: { ...round, scenario: { help: 'its number', value: 'N', required: true } },
  async run(app, input) {
    const number = numberIn(input.options.scenario)
    const before = await planNumber(app, codeOf(input))
    await chooseScenario(app, terminal, codeOf(input), number)
    return {
      text: `Scenario ${number} is now the plan; before, it was ${before ?? 'none'}. Nothing has been sent.`,
      json: { round: codeOf(input), plan: number, before },
    }
  },
}

async function planNumber(app: App, code: string): Promise<number | null> {
  const { id } = await roundByCode(app.db, terminal, code)
  return (await planOf(app.db, id))?.number ?? null
}

export const cancel: Command = {
  name: 'match cancel',
  summary: 'Stop the matching that is running. The previous plan stays in place.',
  options: round,
  async run(app, input) {
    const { number } = await cancelRun(app, terminal, codeOf(input))
    return {
      text: `Scenario ${number} is being stopped.`,
      json: { round: codeOf(input), scenario: number, cancelled: true },
    }
  },
}
