import type { Command } from '../../../platform/commands.ts'
import { endHold, hold, leave, part, rejoin } from './part.ts'
import { exporting, release } from './release.ts'
import { rematchAccept, rematchRelease, rematchRun, rematchShow } from './rematch.ts'

export const commands: Command[] = [
  ...[release, exporting],
  ...[rematchAccept, rematchRun, rematchShow, part, rejoin, leave, hold, endHold, rematchRelease],
]
