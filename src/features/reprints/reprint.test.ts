import { expect, test } from 'vitest'
import { licenceSays, outcomeOf, standingOf } from './reprint.ts'
import { enterForm } from './schema.ts'

test('one no is enough, and a yes takes all authors', () => {
  expect(outcomeOf(['yes', null])).toBeNull()
  expect(outcomeOf(['yes', 'yes'])).toBe('yes')
  expect(outcomeOf([null, 'no', 'yes'])).toBe('no')
  // What nobody signs nobody allows by silence.
  expect(outcomeOf([])).toBeNull()
})

test('where it stands follows from what was decided', () => {
  const at = new Date('2016-03-01T12:00:00Z')
  const none = { passedAt: null, allowedAt: null, refusedAt: null, declinedAt: null, appearedOn: null }

  expect(standingOf(none)).toBe('waiting')
  expect(standingOf({ ...none, passedAt: at })).toBe('asked')
  expect(standingOf({ ...none, passedAt: at, allowedAt: at })).toBe('allowed')
  expect(standingOf({ ...none, allowedAt: at, appearedOn: '2016-03-04' })).toBe('appeared')
  expect(standingOf({ ...none, passedAt: at, refusedAt: at })).toBe('refused')
  expect(standingOf({ ...none, declinedAt: at })).toBe('declined')
})

test('a licence says whether money may be asked, and whether it may be translated', () => {
  expect(licenceSays('cc-by-4.0')).toEqual({ forMoney: true, translated: true })
  expect(licenceSays('cc-by-nd-4.0')).toEqual({ forMoney: true, translated: false })
  expect(licenceSays('cc-by-nc-sa-3.0')).toEqual({ forMoney: false, translated: true })
  expect(licenceSays('pdm-1.0')).toEqual({ forMoney: true, translated: true })
  expect([licenceSays(null), licenceSays('all rights')]).toEqual([null, null])
})

test('a post is named by the address of its page, whole or its end', () => {
  const named = (post: string) =>
    enterForm.safeParse({
      ...{ post, publication: 'Biblio', language: 'es', name: 'Inés', email: '', message: '' },
    }).data?.post

  expect(named('https://iln.example/posts/the-door?utm=x')).toBe('the-door')
  expect(named('the-door')).toBe('the-door')
  expect(named('https://iln.example/rounds/2016A')).toBeUndefined()
})
