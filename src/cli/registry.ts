import * as rounds from '../features/rounds/commands.ts'
import type { Command } from '../platform/commands.ts'

/** Commands of the terminal, by feature. */
export const commands: Command[] = [...rounds.commands]
