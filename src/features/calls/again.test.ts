import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser, lagos } from './browser.builder.ts'
import { usualPages } from './draft.ts'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
await aRound(app)
const base = '/rounds/2016A/apply'
const agreed = { acceptsCode: ['2026-11-27'] }
const [ngozi, sol, ruth] = await Promise.all(
  ['Ngozi Eze', 'Sol Marin', 'Ruth Vega'].map((name) =>
    aPerson(app, { name, email: `${name.split(' ')[0]?.toLowerCase()}@library.example` }),
  ),
)
if (!ngozi || !sol || !ruth) throw new RangeError('nobody is there')
await app.db
  .insertInto('formerPairing')
  .values({ roundCode: '2015B', firstKey: 'ngozi@library.example', secondKey: 'sol@library.example' })
  .execute()
const browser = aBrowser(site, app.origin, await signedIn(app, ngozi))
const wishes = () => app.db.selectFrom('againWish').select('partnerId').execute()

test('who comes back is asked whom they would gladly meet again, by given name and round', async () => {
  const page = await browser.read(`${base}/partner`)
  const newcomer = aBrowser(site, app.origin, await signedIn(app, ruth))

  expect(page).toContain('Who would you like to meet again?')
  expect(page).toMatch(/Sol[^<]* \([^<]*2015B/)
  expect(page).not.toContain('Marin')
  expect(await newcomer.read(`${base}/partner`)).not.toContain('meet again')
})

test('the wish is kept with the application, of former partners alone, and taken back like any answer', async () => {
  for (const page of usualPages)
    await browser.fill(
      '2016A',
      page,
      page === 'partner' ? { ...lagos.partner, again: [sol.id, ruth.id] } : lagos[page],
    )
  const check = await browser.read(`${base}/check`)
  await browser.send(`${base}/send`, agreed)
  const kept = await wishes()
  app.at('2016-01-20T13:00:00Z')
  const back = await browser.read(`${base}/partner`)
  await browser.fill('2016A', 'partner', { ...lagos.partner, again: [] })
  await browser.send(`${base}/send`, agreed)

  expect(check).toContain('Who would you like to meet again?')
  expect(kept).toEqual([{ partnerId: sol.id }])
  expect(back).toMatch(new RegExp(`value="${sol.id}" checked`))
  expect(await wishes()).toEqual([])
})

test('of the wish of one, the other reads nowhere anything; the office does', async () => {
  await browser.fill('2016A', 'partner', { ...lagos.partner, again: [sol.id] })
  app.at('2016-01-20T14:00:00Z')
  await browser.send(`${base}/send`, agreed)
  const other = aBrowser(site, app.origin, await signedIn(app, sol))
  const office = aBrowser(site, app.origin, await signedIn(app, await aPerson(app, { role: 'coordinator' })))
  const { id } = await app.db.selectFrom('application').select('id').executeTakeFirstOrThrow()
  const wish = app.ownData.tables.againWish?.rows?.(sol.id)
  const told = wish ? await app.db.selectFrom('againWish').where(wish).selectAll().execute() : null

  const pages = await Promise.all(['/me', `${base}/partner`].map((path) => other.read(path)))

  expect(pages[1]).toMatch(/Ngozi[^<]* \([^<]*2015B/)
  expect(pages[1]).not.toContain(`value="${ngozi.id}" checked`)
  expect(pages[0]).not.toContain('again')
  expect(told).toEqual([])
  expect(await office.read(`/office/rounds/2016A/applications/${id}`)).toMatch(
    /Would like to meet again<\/dt>\s*<dd>Sol Marin/,
  )
})
