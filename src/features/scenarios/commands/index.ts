import type { Command } from '../../../platform/commands.ts'
import { graph, proof, whole } from './files.ts'
import { rerun } from './rerun.ts'
import { ban, pin, swap, unban, unpin } from './rules.ts'
import { cancel, choose, run, scenarios } from './scenarios.ts'
import { hold, middle, trio, undo, unhold } from './shape.ts'
import { show } from './show.ts'

export const commands: Command[] = [
  ...[run, show, scenarios, choose, cancel, rerun],
  ...[graph, proof, whole],
  ...[pin, unpin, ban, unban, hold, unhold, swap, trio, middle, undo],
]
