import type { CommandInput } from '../../../platform/commands.ts'

/** The option that says which round a command is about. */
export const round = {
  round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true },
}
export const codeOf = (input: CommandInput) => input.options.round ?? ''
