import type { Command } from '../../../platform/commands.ts'
import { againRelease, againResume, againRun, againShow, againStop } from './again.ts'
import { graph, proof, whole } from './files.ts'
import { holdBack, leave, letGo, part, rejoin } from './part.ts'
import { exporting, release, resume, stop } from './release.ts'
import { rerun } from './rerun.ts'
import { ban, pin, swap, unban, unpin } from './rules.ts'
import { cancel, choose, run, scenarios } from './scenarios.ts'
import { hold, middle, trio, undo, unhold } from './shape.ts'
import { show } from './show.ts'

export const commands: Command[] = [
  run,
  show,
  scenarios,
  choose,
  cancel,
  rerun,
  graph,
  proof,
  whole,
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
  ...[againRun, againShow, part, rejoin, leave, holdBack, letGo, againRelease, againStop, againResume],
]
