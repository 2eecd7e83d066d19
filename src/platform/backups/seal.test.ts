import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { passingKey, seal, unseal } from './seal.ts'

const rows = () => Readable.from([Buffer.from('rows of a table')])
const { recipient } = await passingKey()
const { identity: another } = await passingKey()

test.each([
  ['is no backup', rows, another, 'backup-not-ours'],
  ['needs a key', () => seal(rows(), [recipient]), null, 'backup-needs-key'],
  ['has another key', () => seal(rows(), [recipient]), another, 'backup-wrong-key'],
  ['is given what is no key', () => seal(rows(), [recipient]), 'nonsense', 'backup-no-key'],
] as const)('what %s is let go of', async (_why, open, identity, code) => {
  const sealed = await open()
  const closed = once(sealed, 'close')

  await expect(unseal(sealed, identity)).rejects.toMatchObject({ code })
  await closed

  expect(sealed.destroyed).toBe(true)
})
