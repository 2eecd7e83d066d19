import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { broadKey, emailKey } from './email-key.ts'

test.each([
  ['Ada.O@Library.Example', 'ada.o@library.example'],
  [' ada+iln@library.example ', 'ada+iln@library.example'],
  ['ada+iln@Outlook.com', 'ada@outlook.com'],
  ['ada+iln@proton.me', 'ada@proton.me'],
  ['A.d.a+x@googlemail.com', 'ada@gmail.com'],
  ['+@gmail.com', '+@gmail.com'],
  ['no address', 'no address'],
])('%s is looked up as %s', (email, key) => {
  expect(emailKey(email)).toBe(key)
})

test('a normal form is its own normal form', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(emailKey(emailKey(email))).toBe(emailKey(email))
      expect(broadKey(broadKey(email))).toBe(broadKey(email))
    }),
  )
})

test('the database cuts what follows a plus in the same way', async () => {
  const { db } = await testApp('2016-02-20T12:00:00Z')
  const keys = [
    ...['ada+iln@library.example', 'ada+a+b@library.example', 'ada@library.example', '+ada@library.example'],
    ...['++a@library.example', 'ada+@library.example', 'n/a', ''],
  ]

  const { rows } = await db
    .selectNoFrom((eb) => keys.map((key, at) => eb.fn<string>('broad_key', [eb.val(key)]).as(`key${at}`)))
    .execute()
    .then((found) => ({ rows: Object.values(found[0] ?? {}) }))

  expect(rows).toEqual(keys.map(broadKey))
  expect(broadKey('ada+a+b@library.example')).toBe('ada@library.example')
})
