import { expect, test } from 'vitest'
import { defaultSettings } from '../scenario/settings.ts'
import { anApplicant } from './applicant.builder.ts'
import type { Applicant } from './applicant.ts'
import { mirrored, reasonsFor, sentences } from './reasons.ts'
import { scoring } from './score.ts'

const day = '2016-02-29'
const any = { sector: 'any', stage: 'any', interests: 'any' } as const

function told(own: Applicant, partner: Applicant) {
  const applicants = [own, partner]
  const sources = {
    applicants,
    day,
    scoring: scoring({ applicants, settings: defaultSettings, day, former: [] }),
  }
  return sentences(own, partner, reasonsFor(0, 1, sources))
}

const hours = { say: 'hours', hours: expect.objectContaining({ minutes: expect.any(Number) }) }

test('what both share comes first, then where they differ as they asked, then the hours', () => {
  const ada = anApplicant('ada', { wishes: { ...any, sector: 'different' } })
  const sol = anApplicant('sol', {
    country: 'ES',
    zone: 'Europe/Madrid',
    sector: 'academic',
    interests: ['reading-and-literature'],
    wishes: { ...any, sector: 'different', interests: 'like' },
  })

  expect(told(ada, sol)).toEqual([
    { say: 'interests-shared', asked: 'partner', interests: ['reading-and-literature'] },
    { say: 'stage-alike', asked: 'nobody', stage: 'early' },
    { say: 'sector-different', asked: 'both', own: 'public', partner: 'academic' },
    { say: 'languages', languages: ['en'] },
    hours,
  ])
})

test('a wish for someone later and one for someone earlier meet', () => {
  const ada = anApplicant('ada', { stage: 'early', wishes: { ...any, stage: 'later' } })
  const sol = anApplicant('sol', { country: 'ES', stage: 'late', wishes: { ...any, stage: 'earlier' } })

  expect(told(ada, sol)).toContainEqual({ say: 'stage-later', asked: 'both', own: 'early', partner: 'late' })
  expect(told(sol, ada)).toContainEqual({
    say: 'stage-earlier',
    asked: 'both',
    own: 'late',
    partner: 'early',
  })
})

test('what could not be had is said, by whose wish it was', () => {
  const ada = anApplicant('ada', { wishes: { ...any, sector: 'different' } })
  const sol = anApplicant('sol', { country: 'ES', stage: 'student', wishes: { ...any, stage: 'earlier' } })

  expect(told(ada, sol).slice(-2)).toEqual([
    { say: 'unmet', whose: 'own', what: 'sector', wish: 'different' },
    { say: 'impossible', whose: 'partner', what: 'stage', wish: 'earlier' },
  ])
})

test('two who are never awake together are told so', () => {
  const office = { from: 9 * 60, until: 17 * 60 }
  const ada = anApplicant('ada', { zone: 'America/New_York', country: 'US', hours: office })
  const sol = anApplicant('sol', { zone: 'Asia/Tokyo', country: 'JP', hours: office })

  expect(told(ada, sol)).toContainEqual({ say: 'no-hours' })
})

test('"other" is not a kind of library that two people share', () => {
  const ada = anApplicant('ada', { sector: 'other' })
  const sol = anApplicant('sol', { country: 'ES', sector: 'other' })

  expect(told(ada, sol).map(({ say }) => say)).not.toContain('sector-alike')
})

test('seen from the partner the reasons are the same, the other way round', () => {
  const applicants = [
    anApplicant('ada', { wishes: { ...any, stage: 'later' } }),
    anApplicant('sol', { country: 'ES', zone: 'Asia/Kolkata', stage: 'late' }),
  ]
  const sources = {
    applicants,
    day,
    scoring: scoring({ applicants, settings: defaultSettings, day, former: [] }),
  }

  expect(mirrored(reasonsFor(0, 1, sources))).toEqual(reasonsFor(1, 0, sources))
})
