import type { CommandInput } from '../../../platform/commands.ts'
import { Unacceptable } from '../../../platform/refusals.ts'

/** The option that says which round a command is about. */
export const round = {
  round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true },
}

/** @throws Unacceptable `bad-scenario-number` */
export function numberIn(typed: string | undefined): number {
  if (!typed || !/^\d{1,6}$/.test(typed)) throw new Unacceptable('bad-scenario-number')
  return Number(typed)
}

/** The scenario a release is asked for; null for whichever stands. */
export const scenarioIn = ({ options }: CommandInput): number | null =>
  options.scenario === undefined ? null : numberIn(options.scenario)

export const codeOf = (input: CommandInput) => input.options.round ?? ''
