import { expect, test } from 'vitest'
import { aNetwork } from '../../../../test/builders.ts'
import type { Introduced, Participant } from '../queries/introductions.ts'
import { introductionEmail } from './introduction.ts'

const person = (letter: string, told: Partial<Participant> = {}) => ({
  applicationId: letter,
  personId: letter,
  name: `Person ${letter}`,
  givenName: letter,
  email: `${letter}@library.example`,
  sharesEmail: true,
  locale: 'ar',
  country: 'EG',
  zone: 'Africa/Cairo',
  sector: 'public' as const,
  stage: 'early' as const,
  interests: [],
  languages: ['ar'],
  workplace: '',
  jobTitle: '',
  about: '',
  links: '',
  usualTimes: [],
  languagesToWrite: [],
  own: [],
  hours: { from: 480, until: 1320 },
  centre: false,
  ...told,
})

const occasion = {
  network: aNetwork('International Librarians Network', 'https://network.example'),
  round: { code: '2016A', title: '', startsOn: '2016-02-29', endsOn: '2016-06-19' },
} as Parameters<typeof introductionEmail>[2]

test('a trio of people with very much to say still fits into mails', () => {
  const long = {
    about: 'مكتبة '.repeat(3_300),
    links: 'https://library.example/'.repeat(800),
    name: 'م'.repeat(9_000),
  }
  const [own, ...others] = ['a', 'b', 'c'].map((letter) => person(letter, long))
  const group: Introduced = { pairId: '', score: 0, members: own ? [own, ...others] : [], reasons: [] }

  const mail = own && introductionEmail(own, group, occasion)

  expect(Buffer.byteLength(`${mail?.text}${mail?.html}`)).toBeLessThan(85_000)
})

test('what somebody tells is cut at a word, and what fits stays whole', () => {
  const own = person('a')
  const talker = person('b', { about: `${'word '.repeat(399)}unspeakable` })
  const group: Introduced = { pairId: '', score: 0, members: [own, talker], reasons: [] }

  const { text } = introductionEmail(own, group, occasion)

  expect(text).toContain(`${'word '.repeat(399).trim()}…`)
  expect(introductionEmail(talker, group, occasion).text).toContain('Person a')
})
