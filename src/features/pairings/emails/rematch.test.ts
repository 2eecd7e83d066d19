import { expect, test } from 'vitest'
import { aNetwork } from '../../../../test/builders.ts'
import { locales } from '../../../platform/words.ts'
import type { Introduced, Participant } from '../queries/introductions.ts'
import { type Beginning, introductionEmail } from './introduction.ts'
import { reserveEmail } from './reserve.ts'
import { waitingEmail } from './waiting.ts'

const person = (name: string, told: Partial<Participant> = {}) => ({
  applicationId: name,
  personId: name,
  name,
  givenName: name,
  email: `${name}@library.example`,
  sharesEmail: true,
  locale: 'en',
  country: 'PT',
  zone: 'Europe/Lisbon',
  sector: 'public' as const,
  stage: 'early' as const,
  interests: [],
  languages: ['en'],
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
  day: '2016-04-20',
  round: { code: '2016A', title: '', startsOn: '2016-02-29', endsOn: '2016-06-19' },
} as Parameters<typeof waitingEmail>[1]

const introduced = (locale: string, beginning: Beginning, partners = 1) => {
  const own = person('Ana', { locale })
  const members = [own, person('Bo'), ...(partners > 1 ? [person('Chi')] : [])]
  const group: Introduced = { pairId: '', score: 0, members, reasons: [] }
  return introductionEmail(own, group, occasion, beginning)
}

test.each([
  ['en', 'parted', 'Your new partner in round 2016A: Bo', 'Your pairing in Round 2016A has ended.'],
  ['en', 'waited', 'We have found a partner for you in round 2016A: Bo', 'You have waited for a partner'],
  [
    'es',
    'parted',
    'De nuevo tiene colega de mentoría en la ronda 2016A: Bo',
    'Su mentoría anterior en la ronda 2016A terminó.',
  ],
  ['es', 'waited', 'Le encontramos colega de mentoría en la ronda 2016A: Bo', 'Usted esperaba colega'],
  ['ar', 'parted', 'شريككم الجديد في الدورة \u20682016A\u2069: \u2068Bo\u2069', 'انتهت شراكتكم'],
  ['ar', 'waited', 'وجدنا لكم شريكًا في الدورة \u20682016A\u2069: \u2068Bo\u2069', 'انتظرتم شريكًا'],
] as const)('in %s, whoever has %s reads that first', (locale, beginning, subject, first) => {
  const mail = introduced(locale, beginning)

  expect(mail.subject).toBe(subject)
  expect(mail.text.split('\n\n')[2]).toContain(first)
  expect(mail.html).toContain(first)
  expect(mail.text).toContain('2016')
})

test.each(locales)('in %s, a trio is introduced to two new partners', (locale) => {
  const alone = introduced(locale, 'parted')
  const three = introduced(locale, 'parted', 2)

  expect(three.subject).toContain('Chi')
  expect(three.text.split('\n\n')[2]).not.toBe(alone.text.split('\n\n')[1])
})

test.each([
  ['en', 'We are looking for a partner for you in round 2016A', 'Your pairing in Round 2016A has ended.'],
  [
    'es',
    'Le buscamos colega de mentoría en la ronda 2016A',
    'Su mentoría anterior en la ronda 2016A terminó.',
  ],
  ['ar', 'نبحث لكم عن شريك في الدورة \u20682016A\u2069', 'انتهت شراكتكم'],
])('in %s, whoever still waits is told once more what happens next', (locale, subject, why) => {
  const to = person('Ana', { locale })

  const mail = waitingEmail({ person: to, because: 'parted', key: '' }, occasion)
  const late = waitingEmail({ person: to, because: 'late', key: '' }, occasion)

  expect([mail.subject, late.subject]).toEqual([subject, subject])
  expect(mail.text).toContain(why)
  expect(late.text).not.toContain(why)
})

test.each([
  ['en', 'Your place in round 2016A is on hold', 'your place in the round is on hold'],
  ['es', 'Su lugar en la ronda 2016A está en pausa', 'su lugar en la ronda está en pausa'],
  ['ar', 'مطابقتكم في الدورة \u20682016A\u2069 مؤجَّلة', 'مطابقتكم في الدورة مؤجَّلة'],
])('in %s, whoever is held reads so, and nothing about a change of partners', (locale, subject, why) => {
  const to = person('Ana', { locale })
  const reason = { kind: 'by-hand' as const, possible: 3 }

  const held = reserveEmail({ person: to, reason, isHeld: true }, occasion)
  const left = reserveEmail({ person: to, reason, isHeld: false }, occasion)

  expect(held.subject).toBe(subject)
  expect([held.text.includes(why), left.text.includes(why)]).toEqual([true, false])
  expect(held.text).not.toContain(left.text.split('\n\n')[3])
})
