import { all } from '../features/all.ts'
import { copyCommandOf } from '../features/copies/index.ts'
import { hoursCommandOf } from '../features/hours/index.ts'
import type { Command, CommandInput } from '../platform/commands.ts'
import { readConfig } from '../platform/config.ts'
import { requireRoom } from '../platform/space.ts'
import { addCopying, largeSiteToCopy } from './copy-site.ts'
import { seedCommand } from './demo/seed.ts'
import { addDoctor } from './doctor/index.ts'
import { explanationOf } from './explain.ts'
import { addMakers } from './makers.ts'
import { addMatching } from './matching.ts'
import { openApp } from './open.ts'
import { programOf } from './program.ts'
import { addRestore } from './restore.ts'
import { addShells } from './shells.ts'
import { addSimulate } from './simulate/index.ts'
import { addUpgrade } from './upgrade/index.ts'

async function run(command: Command, input: CommandInput, asJson: boolean): Promise<void> {
  exitOnFault = command.exitOnFault
  const { app, close } = await openApp(readConfig(), 'either')
  try {
    if (command.grows && app.space.holdsDatabase) await requireRoom(app.space)
    const reply = await command.run(app, input)
    process.exitCode = reply.exitCode ?? 0
    print(asJson ? `${JSON.stringify(reply.json, null, 2)}\n` : (reply.raw ?? `${reply.text}\n`))
  } finally {
    await close()
  }
}

let exitOnFault: number | undefined

const print = (text: string) => process.stdout.write(text)

/** Anyone who reads what is printed, `head` for instance, may have had enough. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const commands = all.flatMap(({ commands = [] }) => commands)
const program = programOf(
  [...commands, hoursCommandOf(all), copyCommandOf(largeSiteToCopy), seedCommand],
  run,
)
addShells(program, readConfig)
addRestore(program, readConfig)
addDoctor(program, readConfig)
addUpgrade(program, readConfig)
addMatching(program)
addCopying(program, readConfig)
addSimulate(program)
addMakers(program)
try {
  await program.parseAsync()
} catch (error) {
  const { exitCode, say } = explanationOf(error, process.argv.slice(2))
  if (say !== null) console.error(say)
  process.exitCode = exitOnFault ?? exitCode
}
