import type { Command } from '../../../platform/commands.ts'
import { exporting, release, resume, stop } from './release.ts'
import { ban, pin, swap, unban, unpin } from './rules.ts'
import { run } from './scenarios.ts'
import { hold, middle, trio, undo, unhold } from './shape.ts'
import { show } from './show.ts'

export const commands: Command[] = [
  run,
  show,
  pin,
  unpin,
  ban,
  unban,
  hold,
  unhold,
  swap,
  trio,
  middle,
  undo,
  release,
  stop,
  resume,
  exporting,
]
