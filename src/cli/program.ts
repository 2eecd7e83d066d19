import { Command as Program } from 'commander'
import type { Command, CommandInput, CommandOption } from '../platform/commands.ts'
import { version } from '../platform/version.ts'

/** Runs one command with what was typed; the shell opens the world for it and prints the reply. */
export type Run = (command: Command, input: CommandInput, asJson: boolean) => Promise<void>

/** The terminal's commands with their help, built from what the features offer. */
export function programOf(commands: readonly Command[], run: Run): Program {
  const program = new Program('twinleaf')
    .description('Runs an international peer-mentoring network, and its publication.')
    .version(version)
    .showHelpAfterError('(twinleaf --help shows all commands)')
    // Before the commands are added, which take it over: a wrong word is thrown, and ends where all errors do.
    .exitOverride()
  for (const command of commands) addCommand(program, command, run)
  for (const group of program.commands) {
    if (group.commands.length > 0) group.description(group.commands.map((sub) => sub.name()).join(', '))
  }
  return program
}

function addCommand(program: Program, command: Command, run: Run): void {
  const [name = '', ...groups] = command.name.split(' ').reverse()
  const parent = groups.reverse().reduce(groupOf, program)
  const sub = parent.command(name).description(command.summary)
  sub.showHelpAfterError(`(twinleaf ${command.name} --help shows what it takes)`)
  for (const arg of command.args ?? []) sub.argument(arg.startsWith('[') ? arg : `<${arg}>`)
  for (const [key, option] of Object.entries(command.options ?? {})) addOption(sub, key, option)
  sub.option('--json', 'print the result as JSON')
  sub.action(async (...given: unknown[]) => {
    const typed = sub.opts() as Record<string, unknown>
    await run(
      command,
      inputOf(command, given.slice(0, command.args?.length ?? 0), typed),
      typed.json === true,
    )
  })
}

function groupOf(parent: Program, name: string): Program {
  const known = parent.commands.find((sub) => sub.name() === name)
  return known ?? parent.command(name)
}

function addOption(sub: Program, key: string, option: CommandOption): void {
  const flag = option.value ? `--${key} <${option.value}>` : `--${key}`
  if (option.repeat) sub.option(flag, option.help, (value: string, all: string[]) => [...all, value], [])
  else if (option.required) sub.requiredOption(flag, option.help)
  else sub.option(flag, option.help)
}

function inputOf(command: Command, args: unknown[], typed: Record<string, unknown>): CommandInput {
  const input: CommandInput = {
    args: args.filter((arg): arg is string => typeof arg === 'string'),
    options: {},
    switches: new Set(),
    lists: {},
  }
  for (const [key, option] of Object.entries(command.options ?? {})) {
    const value = typed[key.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())]
    if (option.repeat) input.lists[key] = Array.isArray(value) ? value : []
    else if (!option.value) value === true && input.switches.add(key)
    else input.options[key] = typeof value === 'string' ? value : undefined
  }
  return input
}
