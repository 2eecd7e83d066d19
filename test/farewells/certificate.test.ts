import { expect, test } from 'vitest'
import { setRule, withdrawCertificate } from '../../src/features/certificates/actions/running.ts'
import { aRoundNearItsEnd } from '../certificates/certified-round.ts'
import { signedIn } from '../signed-in.ts'

const { app, made, page, lastOf, issued } = await aRoundNearItsEnd()

test('a farewell offers the certificate that was earned, and no more once it was withdrawn', async () => {
  const { round, coordinator, people } = made
  await setRule(app, coordinator, round.code, { checkIns: 1, endSurvey: false })
  app.at('2016-06-19T12:00:00Z')
  const headers = await signedIn(app, people.chi.person)
  const farewell = async () => (await page(`/me/rounds/${round.code}/farewell`, headers)).text()

  const earned = await farewell()
  await issued(people.chi, 'Chi Okeke')
  const given = await farewell()
  const { id } = await lastOf(people.chi)
  await withdrawCertificate(app, coordinator, round.code, { id, why: 'A mistake.' })
  const withdrawn = await farewell()

  expect([earned, given, withdrawn].map((text) => text.includes('Your certificate'))).toEqual([
    true,
    true,
    false,
  ])
  expect(withdrawn).toContain('Stay in touch')
})
