import { gzipSync } from 'node:zlib'
import { secondOf } from '../days.ts'
import { vcContext } from './contexts.ts'
import type { Unsigned } from './sign.ts'

/** As many credentials as one list tells of: the least there may be, so that nobody is known by asking for one. */
export const statusListLength = 131_072

/** The entry of a credential in a list, by which whoever verifies it sees whether it was withdrawn. */
export const statusEntry = (list: string, index: number) => ({
  id: `${list}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(index),
  statusListCredential: list,
})

/**
 * A list of what was withdrawn, to be signed.
 *
 * @param list its address
 * @param withdrawn indexes below `statusListLength`
 * @source W3C Bitstring Status List 1.0
 */
export function statusList(
  list: string,
  { issuer, withdrawn, at }: { issuer: string; withdrawn: readonly number[]; at: Date },
): Unsigned {
  const bits = Buffer.alloc(statusListLength / 8)
  for (const index of withdrawn) {
    const place = index >> 3
    // The first entry is the leftmost bit.
    bits.writeUInt8(bits.readUInt8(place) | (0x80 >> (index & 7)), place)
  }
  return {
    '@context': [vcContext],
    id: list,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: secondOf(at),
    credentialSubject: {
      id: `${list}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits, { level: 9 }).toString('base64url')}`,
    },
  }
}
