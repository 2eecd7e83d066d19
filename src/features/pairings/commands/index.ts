import type { Command } from '../../../platform/commands.ts'
import { holdBack, leave, letGo, part, rejoin } from './part.ts'
import { exporting, release, resume, stop } from './release.ts'
import { againStop, rematchRelease, rematchResume, rematchRun, rematchShow } from './rematch.ts'

export const commands: Command[] = [
  ...[release, stop, resume, exporting],
  ...[
    rematchRun,
    rematchShow,
    part,
    rejoin,
    leave,
    holdBack,
    letGo,
    rematchRelease,
    againStop,
    rematchResume,
  ],
]
