import { expect, test } from 'vitest'
import { setRule, withdrawCertificate } from '../../src/features/certificates/actions/running.ts'
import { sayFarewells } from '../../src/features/farewells/actions/saying.ts'
import { planSurvey, releaseSurvey, supplySurvey } from '../../src/features/surveys/actions/planning.ts'
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

test('the email of a farewell says what is missing for a certificate, as long as it can be done', async () => {
  const { round, coordinator, people } = made
  await setRule(app, coordinator, round.code, { checkIns: 0, endSurvey: true })
  const told = async () => {
    await app.db.deleteFrom('outbox').where('kind', '=', 'round-end').execute()
    app.at('2016-06-19T11:30:00Z')
    await sayFarewells(app)
    const mails = app.db.selectFrom('outbox').where('kind', '=', 'round-end').select(['personId', 'text'])
    const all = await mails.execute()
    return [people.bo, people.eun].map(({ person }) =>
      all.find(({ personId }) => personId === person.id)?.text.includes('all that is missing is the survey'),
    )
  }
  const place = { code: round.code, sheet: 'end' as const }
  const before = await told()
  app.at('2016-06-01T12:00:00Z')
  await supplySurvey(app, coordinator, place)
  await planSurvey(app, coordinator, place, { asksOn: '2016-06-13', closesOn: '2016-07-03' })
  await releaseSurvey(app, coordinator, place)

  const open = await told()

  expect([before, open]).toEqual([
    [false, false],
    [true, false],
  ])
})
