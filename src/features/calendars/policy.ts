import { idIn, inShort, isSigned, signed } from '../../platform/signed.ts'

type Signing = Parameters<typeof signed>[0]

/** Whose calendar an address opens, and which of their addresses it is: the first is number 0. */
export type Feed = { personId: string; number: number }

const shape = /^([\w-]{22})\.(\d{1,6})\.([\w-]{43})$/

/** What the address of a calendar holds: it is its own proof, and nobody can guess it. */
export function feedToken(app: Signing, { personId, number }: Feed): string {
  const said = `${inShort(personId)}.${number}`
  return `${said}.${signed(app, 'calendar', said)}`
}

/** @returns null for a token that is not ours */
export function readFeedToken(app: Signing, token: string): Feed | null {
  const [, id, number, proof] = shape.exec(token) ?? []
  if (!id || !number || !proof) return null
  return isSigned(app, 'calendar', `${id}.${number}`, proof)
    ? { personId: idIn(id), number: Number(number) }
    : null
}
