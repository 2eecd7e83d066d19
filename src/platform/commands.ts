import type { App } from './app.ts'

/** A command for an operator or a script. Its words are English: the terminal speaks one language. */
export type Command = {
  /** For example `round create`. */
  name: string
  /** One sentence, for the help. */
  summary: string
  /** Names of the arguments in order; one in square brackets may be left out. */
  args?: readonly string[]
  options?: Record<string, CommandOption>
  /** Whether it may add much, and is refused while room on the disk is short. */
  grows?: boolean
  /** How it ends when it fails, whatever the reason, where not as all do. */
  exitOnFault?: number
  /** Tells what it did, for a person (`text`) and for a script (`json`, printed with --json). */
  run(app: App, input: CommandInput): Promise<CommandReply>
}

export type CommandOption = {
  help: string
  /** The name of its value in the help; a switch has none. */
  value?: string
  required?: boolean
  repeat?: boolean
}

export type CommandInput = {
  args: string[]
  options: Record<string, string | undefined>
  switches: Set<string>
  lists: Record<string, string[]>
}

export type CommandReply = {
  text: string
  json: unknown
  /** For exports: printed as it is, without a final line break of ours. */
  raw?: string
  /** 0 unless the command found something amiss. */
  exitCode?: number
}
