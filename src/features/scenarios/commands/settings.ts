import { readFile } from 'node:fs/promises'
import type { CommandInput } from '../../../platform/commands.ts'
import { Unacceptable } from '../../../platform/refusals.ts'
import { defaultSettings, type Settings } from '../scenario/settings.ts'
import { settingsFile } from '../schema.ts'

/**
 * The settings that a command was given in a file, on top of the usual ones.
 *
 * @returns undefined when it was given none
 * @throws Unacceptable `unreadable-settings`, `bad-settings` with the path of what is wrong
 */
export async function settingsIn({ options }: CommandInput): Promise<Settings | undefined> {
  const file = options.settings
  if (file === undefined) return undefined
  const parsed = settingsFile.safeParse(await jsonOf(file))
  if (parsed.success) return onTopOfUsual(parsed.data)
  const [issue] = parsed.error.issues
  throw new Unacceptable('bad-settings', {
    file,
    path: issue?.path.join('.') || '.',
    problem: issue?.message ?? '',
  })
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error))
      throw new Unacceptable('unreadable-settings', { file })
    throw error
  }
}

function onTopOfUsual({ weights = {}, ...rest }: ReturnType<typeof settingsFile.parse>): Settings {
  const { wishes, circumstances, ...shares } = weights
  const usual = defaultSettings.weights
  return {
    ...defaultSettings,
    ...rest,
    weights: {
      ...usual,
      ...shares,
      wishes: { ...usual.wishes, ...wishes },
      circumstances: { ...usual.circumstances, ...circumstances },
    },
  }
}
