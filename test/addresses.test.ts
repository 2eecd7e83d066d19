import fc from 'fast-check'
import { test } from 'vitest'
import { addressKey } from '../src/features/applications/addresses.ts'
import { emailKey } from '../src/features/people/email-key.ts'

test('an application and its person are told apart by the same form of an address', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/)
  const name = fc.array(word, { minLength: 1, maxLength: 3 })
  const extra = fc.constantFrom('', '+iln', '+a+b', '+')
  const domain = fc.constantFrom('gmail.com', 'GoogleMail.com', 'library.example', 'Biblioteca.edu.ar')
  const address = fc
    .tuple(name, fc.constantFrom('.', '-', '_'), extra, domain)
    .map(([words, joint, more, at]) => `${words.join(joint)}${more}@${at}`)

  fc.assert(fc.property(address, (email) => emailKey(email) === addressKey(email)))
})
