import { DataDirBusy } from '../db/embedded/index.ts'
import type { Command, CommandInput } from '../platform/commands.ts'
import { BadConfig, readConfig } from '../platform/config.ts'
import { Refusal } from '../platform/refusals.ts'
import { sayRefusal } from '../platform/words.ts'
import { seedCommand } from './demo/seed.ts'
import { doctor } from './doctor.ts'
import { addMakers } from './makers.ts'
import { NoDatabase, openApp } from './open.ts'
import { programOf } from './program.ts'
import { commands } from './registry.ts'
import { addShells } from './shells.ts'

/** Exit codes: 0 done, 1 a fault of ours or of the world around, 2 refused. */
const fault = 1
const refused = 2

async function run(command: Command, input: CommandInput, asJson: boolean): Promise<void> {
  const { app, close } = await openApp(readConfig(), 'either')
  try {
    const reply = await command.run(app, input)
    process.exitCode = reply.exitCode ?? 0
    print(asJson ? `${JSON.stringify(reply.json, null, 2)}\n` : (reply.raw ?? `${reply.text}\n`))
  } finally {
    await close()
  }
}

const print = (text: string) => process.stdout.write(text)

function explain(error: unknown): number {
  if (error instanceof Refusal) {
    console.error(sayRefusal('en', error.code, error.args) ?? error.code)
    return refused
  }
  if (error instanceof BadConfig || error instanceof DataDirBusy || error instanceof NoDatabase) {
    console.error(error.message)
    return refused
  }
  console.error(error)
  return fault
}

const program = programOf([...commands, seedCommand, doctor], run)
addShells(program, readConfig)
addMakers(program)
program.exitOverride()
try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = isUsage(error) ? (error.exitCode === 0 ? 0 : refused) : explain(error)
}

/** Commander ends by throwing, also after it has printed the help. */
function isUsage(error: unknown): error is { exitCode: number } {
  return (error as { code?: string }).code?.startsWith('commander.') ?? false
}
