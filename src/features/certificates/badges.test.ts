import { expect, test } from 'vitest'
import { aRoundNearItsEnd } from '../../../test/certificates/certified-round.ts'
import { unseal } from '../../platform/sealed.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { terminal } from '../people/index.ts'
import { issueCertificates } from './actions/issuing.ts'
import { changeKey } from './actions/keys.ts'
import { setRule } from './actions/running.ts'

const { app, made, verified, badgeOf, issued } = await aRoundNearItsEnd()
app.at('2016-06-22T12:00:00Z')
await setRule(app, made.coordinator, made.round.code, { checkIns: 1, endSurvey: false })
await issued(made.people.chi, 'Chi Ngozi Eze')

test('a badge says no more than the paper, and a changed one is found out', async () => {
  const { chi } = made.people
  const badge = await badgeOf(chi)
  const forged = { ...badge, name: 'Doctor of Libraries' }

  expect(JSON.stringify(badge)).toContain('Chi Ngozi Eze')
  expect(JSON.stringify(badge)).not.toContain(chi.person.email)
  expect(await verified(forged)).toEqual({ isGenuine: false, isWithdrawn: undefined })
})

test('a new key signs from then on, and what the last one signed holds; what a stolen one signed is signed again', async () => {
  const { chi } = made.people
  app.at('2016-06-23T12:00:00Z')
  const old = await badgeOf(chi)
  const none = await changeKey(app, terminal, { isStolen: false })
  const stillGood = await verified(old)
  await issued(chi, 'Chi E.')
  const newer = await badgeOf(chi)
  const again = await changeKey(app, terminal, { isStolen: true })
  const stolen = await verified(newer)
  await issueCertificates(app)

  expect([none, again]).toEqual([0, 1])
  expect(stillGood.isGenuine).toBe(true)
  expect(stolen.isGenuine).toBe(false)
  expect(await verified(await badgeOf(chi))).toEqual({ isGenuine: true, isWithdrawn: false })
})

test('after a move the host where a badge was issued still answers for it, and no other does', async () => {
  const { chi } = made.people
  const badge = await badgeOf(chi)
  const moved = { ...app, origin: 'http://moved.example' }
  const there = createSite(moved, await buildAssets())
  const did = await (
    await there.request('/.well-known/did.json', { headers: { Host: 'localhost:3000' } })
  ).json()
  const strange = await there.request('/.well-known/did.json', { headers: { Host: 'evil.example' } })

  expect(did).toMatchObject({ id: badge.issuer.id })
  expect(strange.status).toBe(421)
})

test('the private half of a key is sealed, and opens with nothing but our secret', async () => {
  const [row] = await app.db.selectFrom('signingSecret').select('sealed').execute()
  const sealed = row?.sealed ?? Buffer.alloc(0)
  const other = { config: { secret: 'another secret, as long as the first one was' } }

  expect(unseal(app, 'signing key', sealed)).not.toBeNull()
  expect([unseal(other, 'signing key', sealed), unseal(app, 'other', sealed)]).toEqual([null, null])
  expect(sealed.toString('latin1')).not.toContain('\x2b\x65\x70')
})
