import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { erasePerson } from '../own-data/actions/erasing.ts'
import { ownRowsOf } from '../own-data/queries/own-rows.ts'
import { releasePairings } from '../pairings/actions/release.ts'
import { openScenario, runScenario } from '../scenarios/actions/run.ts'
import { keepVoice, removeVoice } from './actions/voices.ts'
import { officeVoicesOf } from './queries/voices.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const coordinator = await aPerson(app, { role: 'coordinator' })
const asCoordinator = await signedIn(app, coordinator)
const round = await aRound(app)
const ana = await anApplication(app, round, { name: 'Ana Luz', country: 'BR' })
await anApplication(app, round, { name: 'Bo Ek', country: 'SE' })
await runScenario(app, (await openScenario(app, coordinator, round.code)).id)
await releasePairings(app, coordinator, round.code, null)
const next = await aRound(app, {
  ...{ code: '2016B', startsOn: '2016-09-05', endsOn: '2016-12-18' },
  ...{ applyFrom: new Date('2016-02-01T00:00:00Z'), applyUntil: new Date('2016-08-01T00:00:00Z') },
})

const office = `/office/rounds/${round.code}/voices`
const call = async (language = 'en') => {
  const answer = await site.request(`/rounds/${next.code}`, { headers: { 'Accept-Language': language } })
  return answer.text()
}
const send = (path: string, fields: Record<string, string>) =>
  site.request(path, { method: 'POST', headers: asCoordinator, body: new URLSearchParams(fields) })
const voice = {
  ...{ email: ana.person.email, text: 'Aprendí a <pedir> ayuda.', locale: 'es', signed: 'Ana, Brazil' },
  ...{ consentHow: 'email', consentOn: '2016-02-19' },
}

test('what somebody says of a round stands on the page of the next call as it was written, in each language', async () => {
  expect(await call()).not.toContain('blockquote')

  expect((await send(`${office}/1/show`, voice)).status).toBe(303)

  for (const [language, title] of [
    ['en', 'What people say of Round 2016A'],
    ['es', 'Lo que dicen de la ronda 2016A'],
    ['ar', 'ما يُقال عن'],
  ] as const) {
    const page = await call(language)
    expect(page).toContain(title)
    expect(page).toContain(
      '<blockquote lang="es" dir="auto"><p>Aprendí a &lt;pedir&gt; ayuda.</p></blockquote>',
    )
    expect(page).toContain('<bdi>Ana, Brazil</bdi>')
    expect(page).not.toContain(ana.person.email)
  }
  expect(await (await site.request(office, { headers: asCoordinator })).text()).toMatch(
    /By email, [^<]*19 February 2016/,
  )
})

test('who is not of the round cannot be quoted, nobody twice, and what was typed is not lost', async () => {
  const stranger = await aPerson(app)
  const faulty = await send(`${office}/2/show`, { ...voice, email: stranger.email, consentOn: '' })
  const foreign = await send(`${office}/2/show`, { ...voice, email: stranger.email })
  const twice = keepVoice(app, coordinator, { code: round.code, place: 2 }, { ...voice, consentHow: 'email' })

  expect([faulty.status, foreign.status]).toEqual([422, 422])
  expect(await foreign.text()).toMatch(
    /Nobody with this address had a place[\s\S]*Aprendí a &lt;pedir&gt; ayuda\.<\/textarea>/,
  )
  await expect(twice).rejects.toEqual(new Conflict('voice-stands', { place: 1 }))
  await expect(removeVoice(app, stranger, round.code, 1)).rejects.toEqual(new Forbidden('not-allowed'))
  expect((await officeVoicesOf(app.db, round.id)).map(({ place, name }) => [place, name])).toEqual([
    [1, 'Ana Luz'],
  ])
})

test('it is changed in its place, and gone at once when its author takes the consent back', async () => {
  await send(`${office}/1/show`, { ...voice, text: 'I learned to ask for help.', locale: 'en' })
  const changed = await call()
  const removed = await send(`${office}/1/remove`, {})

  expect(changed).toContain('I learned to ask for help.')
  expect(changed).not.toContain('Aprendí')
  expect(removed.status).toBe(303)
  expect(await call()).not.toContain('blockquote')
  expect(await app.db.selectFrom('voice').selectAll().execute()).toEqual([])
})

test('its author reads it on a page of their own and takes it away, and nobody else’s', async () => {
  await send(`${office}/1/show`, voice)
  const as = await signedIn(app, ana.person)
  const other = await signedIn(app, await aPerson(app))
  const path = `/me/rounds/${round.code}/voice`
  const press = (headers: Record<string, string>) =>
    site.request(`${path}/take-back`, { method: 'POST', headers, body: new URLSearchParams() })

  const home = await (await site.request('/me', { headers: as })).text()
  const page = await (await site.request(path, { headers: as })).text()
  const foreign = [(await site.request(path, { headers: other })).status, (await press(other)).status]
  const gone = await press(as)

  expect(home).toContain(`href="${path}"`)
  expect(page).toContain('Aprendí a &lt;pedir&gt; ayuda.')
  expect(foreign).toEqual([404, 404])
  expect(gone.status).toBe(303)
  expect(await officeVoicesOf(app.db, round.id)).toEqual([])
})

test('it is in the copy of one’s data, and goes with whoever is erased', async () => {
  await send(`${office}/1/show`, voice)
  const own = await ownRowsOf(app.db, app.ownData.tables, { personId: ana.person.id })
  const texts = own.find(({ chapter }) => chapter === 'texts')?.tables.voice

  await app.db.transaction().execute((tx) => erasePerson(app, tx, ana.person.id))

  expect(texts).toMatchObject([
    { text: 'Aprendí a <pedir> ayuda.', signed: 'Ana, Brazil', consentHow: 'email' },
  ])
  expect(await call()).not.toContain('blockquote')
})
