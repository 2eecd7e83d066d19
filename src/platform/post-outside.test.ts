import { expect, test } from 'vitest'
import { isOutside, NotOutside, postOutside } from './post-outside.ts'

test.each([
  ...['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254'],
  ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fd00::1', 'fe80::1', 'ff02::1', '::ffff:10.0.0.1'],
  ...['::ffff:a9fe:a9fe', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', 'localhost', ''],
  ...['::127.0.0.1', '192.88.99.1', '3fff::1', '4000::1', '5f00::1'],
])('%s is not on the open internet', (address) => {
  expect(isOutside(address)).toBe(false)
})

test.each([
  '93.184.215.14',
  '172.32.0.1',
  '192.169.0.1',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '::ffff:93.184.215.14',
])('%s is', (address) => {
  expect(isOutside(address)).toBe(true)
})

test.each([
  'https://localhost:1/hub',
  'https://127.0.0.1:1/hub',
  'https://2130706433:1/hub',
  'https://0x7f.1:1/hub',
  'https://[::1]:1/hub',
  'https://[::ffff:127.0.0.1]:1/hub',
])('nothing is sent to %s, however it is written', async (address) => {
  await expect(postOutside(address, new URLSearchParams('a=b'))).rejects.toBeInstanceOf(NotOutside)
})
