import type { Command } from '../../../platform/commands.ts'
import { againRelease, againResume, againRun, againShow, againStop } from './again.ts'
import { holdBack, leave, letGo, part, rejoin } from './part.ts'
import { exporting, release, resume, stop } from './release.ts'

export const commands: Command[] = [
  ...[release, stop, resume, exporting],
  ...[againRun, againShow, part, rejoin, leave, holdBack, letGo, againRelease, againStop, againResume],
]
