import { aBrowser } from '../../src/features/calls/browser.builder.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aPerson, aRound } from '../builders.ts'
import { testApp } from '../harness.ts'
import { signedIn } from '../signed-in.ts'

export const wish = {
  ...{ country: 'KE', name: 'Wanjiru Otieno', email: 'wanjiru@library.example' },
  ...{ locale: 'en', endsOn: null },
}

/** For tests: an open call, an ambassador of Egypt, and whoever coordinates. */
export async function anAmbassador() {
  const app = await testApp('2016-01-20T12:00:00Z')
  const site = createSite(app, await buildAssets())
  const round = await aRound(app)
  const before = await aRound(app, {
    ...{ code: '2015B', startsOn: '2015-08-17', endsOn: '2015-12-06' },
    ...{ applyFrom: new Date('2015-07-05T00:00:00Z'), applyUntil: new Date('2015-08-09T00:00:00Z') },
  })

  const coordinator = await aPerson(app, { role: 'coordinator' })
  const salma = await aPerson(app, { role: 'ambassador', country: 'EG', name: 'Salma Nasser' })
  const browser = (headers = {}) => aBrowser(site, app.origin, headers)
  const asSalma = browser(await signedIn(app, salma))
  const asCoordinator = browser(await signedIn(app, coordinator))
  return { app, round, before, coordinator, salma, browser, asSalma, asCoordinator }
}
