import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { manyPairs } from '../../../test/check-ins/many-pairs.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { askCheckIns } from '../checkins/index.ts'
import { sweepCases } from './actions/sweep.ts'

const app = await testApp('2016-02-21T12:00:00Z')
const site = createSite(app, await buildAssets())

test('more than a hundred are read a hundred at a time, and the page says how many follow', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  await manyPairs(app, 103)
  app.at('2016-03-04T14:03:00Z')
  await askCheckIns(app)
  app.at('2016-03-08T14:23:00Z')
  await sweepCases(app)
  // Four hundred emails that have left.
  await app.db.updateTable('outbox').set({ state: 'sent', sentAt: app.now() }).execute()
  app.at('2016-03-28T14:23:00Z')
  const browser = aBrowser(site, app.origin, await signedIn(app, coordinator))

  const queue = await browser.read('/office/cases')
  const page = await browser.read('/office/cases/together')

  expect(queue).toContain('103 pairings are ready to be ended')
  expect(page.match(/name="case\[\]"/g)).toHaveLength(100)
  expect(page).toContain('3 more follow once you have decided about these.')
})
