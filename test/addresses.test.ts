import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey } from '../src/features/applications/addresses.ts'
import { emailKey } from '../src/features/people/email-key.ts'

test('an application and its person are told apart by the same form of an address', () => {
  const written = fc
    .tuple(fc.emailAddress(), fc.constantFrom('', '+iln'), fc.constantFrom('gmail.com', 'GoogleMail.com', ''))
    .map(([email, extra, domain]) => {
      const at = email.lastIndexOf('@')
      return `${email.slice(0, at)}${extra}@${domain || email.slice(at + 1)}`
    })

  fc.assert(fc.property(written, (email) => expect(emailKey(email)).toBe(addressKey(email))))
})
