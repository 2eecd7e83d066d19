import type { Command } from '../../../platform/commands.ts'
import { holdBack, leave, letGo, part, rejoin } from './part.ts'
import { exporting, release } from './release.ts'
import { rematchRelease, rematchRun, rematchShow } from './rematch.ts'

export const commands: Command[] = [
  ...[release, exporting],
  ...[rematchRun, rematchShow, part, rejoin, leave, holdBack, letGo, rematchRelease],
]
