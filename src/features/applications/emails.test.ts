import { expect, test } from 'vitest'
import { aNetwork } from '../../../test/builders.ts'
import { locales } from '../../platform/words.ts'
import type { Round } from '../rounds/index.ts'
import { type Answered, acceptedEmail, waitingListEmail } from './emails.ts'

const round = {
  code: '2016A',
  title: '',
  startsOn: '2016-02-29',
  endsOn: '2016-06-19',
  capPercent: 20,
} as Round
const ada: Answered = {
  applicationId: 'a',
  personId: 'p',
  email: 'ada@library.example',
  name: 'Ada <b>Okafor',
  givenName: 'Ada',
  locale: 'en',
  zone: 'UTC',
}
const occasion = { round, network: aNetwork(), campaignId: 'c' }

test('the accepted learn that they are in, when their partner comes, and how to decline', () => {
  const email = acceptedEmail(ada, occasion)

  expect([email.to, email.subject, email.kind, email.campaignId]).toEqual([
    'ada@library.example',
    'You are in: Round 2016A',
    'accepted',
    'c',
  ])
  expect(email.text).toContain('Dear Ada,\n\nThank you for applying to Round 2016A. You have a place')
  expect(email.text).toContain('By Monday, 29 February 2016 you get a second email')
  expect(email.text).toContain('please answer this email')
  expect(email.text).toContain('https://iln.example/rounds/2016A')
})

test('who waits learns why, and comes first in the next round', () => {
  const email = waitingListEmail(ada, occasion)

  expect(email.subject).toBe('Round 2016A: you are on the waiting list')
  expect(email.text).toContain('At most 20\u00a0% of a round may come from one country')
  expect(email.text).toContain('You are first in line for the next round')
})

test('who waits while people apply to the next round is led there, in each language', () => {
  const call = { ...round, code: '2016B', startsOn: '2016-09-05', endsOn: '2016-12-18' } as Round

  const said = (locale: string) => waitingListEmail({ ...ada, locale }, { ...occasion, call }).text

  expect(said('en')).toContain('You are first in line for Round 2016B, and applications for it are open now.')
  expect(said('en')).not.toContain('when applications open')
  for (const locale of locales) expect(said(locale)).toContain('2016B')
})

test('names stay text, and each language has its own words and direction', () => {
  const hostile = acceptedEmail({ ...ada, givenName: '<script>' }, occasion)
  const arabic = waitingListEmail({ ...ada, locale: 'ar' }, occasion)
  const spanish = acceptedEmail({ ...ada, locale: 'es' }, occasion)

  expect(hostile.html).not.toContain('<script>')
  expect([arabic.html.includes('dir="rtl"'), arabic.subject]).toEqual([
    true,
    'طلبكم في قائمة الانتظار: \u2068الدورة 2016A\u2069',
  ])
  expect(spanish.subject).toBe('Tiene un lugar en la ronda 2016A')
})
