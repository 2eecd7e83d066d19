import { randomInt } from 'node:crypto'

/** Letters and figures that nobody takes for others, and that form no words: codes are written down by hand. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ'
const groups = 3
const inGroup = 5

const oneOfOurs = new RegExp(`^[${alphabet}]{${groups * inGroup}}$`)

/** Ten codes for the day on which a phone is lost, in groups: 71 random bits each. */
export const newBackupCodes = (): string[] =>
  Array.from({ length: 10 }, () => Array.from({ length: groups }, newGroup).join('-'))

const newGroup = () =>
  Array.from({ length: inGroup }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** A code as it is kept, in whatever letters and groups it was typed; one of another kind stays as it is. */
export function backupCodeTyped(typed: string): string {
  const code = typed.toUpperCase().replaceAll('-', '')
  return oneOfOurs.test(code) ? code.replaceAll(/(.{5})(?=.)/g, '$1-') : typed
}
