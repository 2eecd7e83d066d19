import * as applications from '../features/applications/commands.ts'
import * as mail from '../features/mail/commands.ts'
import * as pairings from '../features/pairings/commands/index.ts'
import * as people from '../features/people/commands.ts'
import * as rounds from '../features/rounds/commands.ts'
import * as scenarios from '../features/scenarios/commands/index.ts'
import * as topics from '../features/topics/commands.ts'
import type { Command } from '../platform/commands.ts'

/** Commands of the terminal, by feature. */
export const commands: Command[] = [
  ...people.commands,
  ...applications.commands,
  ...mail.commands,
  ...rounds.commands,
  ...scenarios.commands,
  ...pairings.commands,
  ...topics.commands,
]
