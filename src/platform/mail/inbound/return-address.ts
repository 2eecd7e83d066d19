import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../ids.ts'
import type { Outside } from '../outside.ts'

/** What an address is for: `b`, where an email goes that did not arrive; `r`, where an answer to it goes. */
type Purpose = 'b' | 'r'

/** What the token of an address says: which email of ours it is about. */
export type Returned = { purpose: Purpose; id: string }

/**
 * An address of our own that proves what is sent to it: `mail+b.<id>.<proof>@host`. In letters that survive hosts which
 * fold case.
 *
 * @param id of the email, a UUID
 * @returns null where no `BOUNCE_ADDRESS` is set
 * @source docs/decisions/0046-only-the-address-proves.md
 */
export function returnAddress({ config }: Pick<Outside, 'config'>, { purpose, id }: Returned): string | null {
  const { bounceAddress } = config.mail
  if (bounceAddress === null) return null
  const at = bounceAddress.lastIndexOf('@')
  return `${bounceAddress.slice(0, at)}+${returnToken(config, { purpose, id })}${bounceAddress.slice(at)}`
}

export function returnToken(config: Outside['config'], { purpose, id }: Returned): string {
  const said = `${purpose}.${base32(Buffer.from(id.replaceAll('-', ''), 'hex'))}`
  return `${said}.${proofOf(config, said)}`
}

const shape = /(?<![a-z2-7])([br])\.([a-z2-7]{26})\.([a-z2-7]{16})(?![a-z2-7])/gi

/** Whoever writes thousands of them has none of ours. */
const mostTried = 100

/** The first token of ours in a text; null when there is none. */
export function findToken(config: Outside['config'], text: string): Returned | null {
  let tried = 0
  for (const [, purpose = '', id = '', proof = ''] of text.toLowerCase().matchAll(shape)) {
    if (++tried > mostTried) return null
    const expected = Buffer.from(proofOf(config, `${purpose}.${id}`))
    if (!timingSafeEqual(expected, Buffer.from(proof))) continue
    const uuid = uuidOf(id)
    if (isUuid(uuid)) return { purpose: purpose === 'r' ? 'r' : 'b', id: uuid }
  }
  return null
}

/** Eighty bits: nobody tries them out by email. */
const proofOf = (config: Outside['config'], said: string): string =>
  base32(createHmac('sha256', config.secret).update(`return ${said}`).digest().subarray(0, 10))

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 without padding, in lower case. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function uuidOf(text: string): string {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16))
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
