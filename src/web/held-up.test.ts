import { expect, test } from 'vitest'
import { aPerson } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { signedIn } from '../../test/signed-in.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const sol = await aPerson(app, { name: 'Sol Quispe' })
const asSol = await signedIn(app, sol)

test('who waits too long for what somebody else is changing reads that, and nothing is saved', async () => {
  const body = new URLSearchParams({ name: 'Solange', givenName: 'Sol', locale: 'en', zone: 'UTC' })

  const answer = await app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('person').where('id', '=', sol.id).forUpdate().select('id').execute()
    return site.request(`${app.origin}/me/settings`, { method: 'POST', body, headers: asSol })
  })

  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '10'])
  expect(await answer.text()).toContain('Somebody else was changing the same thing at this moment')
  expect(await app.db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Sol Quispe' }])
})
