import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { unzip } from '../../src/features/own-data/routes/own-data.builder.ts'
import { words } from '../../src/features/own-data/words.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { keyboardOf } from './keyboard.ts'
import { oneStepAfterAnother, textOf, unhurried } from './steps.ts'

const { app, url, pageOf, letIn, linkMailed } = await siteHere('2016-02-20T12:00:00Z')
const { people } = await aRunningRound(app)
const { gil, fay } = people
const widths = [1280, 320]
const t = words('ar')

/** Who they are, how the round counts them, and their pairing. */
async function whatIsKept() {
  const person = await app.db
    .selectFrom('person')
    .where('id', '=', gil.person.id)
    .select(['name', 'email', 'erasedAt'])
    .executeTakeFirstOrThrow()
  const application = await app.db
    .selectFrom('application')
    .where('id', '=', gil.id)
    .select(['name', 'workplace', 'country', 'sector'])
    .executeTakeFirstOrThrow()
  const pairings = await app.db
    .selectFrom('pairingMember')
    .where('applicationId', '=', gil.id)
    .select('pairingId')
    .execute()
  return { person, application, pairings: pairings.length }
}

describe.skipIf(!hasChromium)('somebody who takes their data along and leaves, in Arabic', unhurried, () => {
  let page: Page

  oneStepAfterAnother()

  test('they make a copy, download it and read it', async () => {
    app.at('2016-03-07T09:00:00Z')
    page = await pageOf(gil.person, { width: 320, locale: 'ar' })
    const { press, start } = keyboardOf(page)
    await page.goto(`${url}/me/data`)
    await press(t('own.copy.button'))
    await expectGoodPage(page, widths)
    await page.goto(await linkMailed(gil.person.email, '/me/data'))
    await expectGoodPage(page, widths)
    const [download] = await Promise.all([page.waitForEvent('download'), start(t('own.copy.download'))])
    const files = unzip(await readFile(await download.path()))

    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['README.txt', 'index.html', 'applications.json']),
    )
    expect(JSON.parse(files['applications.json'] ?? '').application).toMatchObject([
      { workplace: 'City Library' },
    ])
    expect(Object.values(files).join('')).not.toContain('Fay Gray')
    const atHome = await pageOf()
    await atHome.setContent(files['index.html'] ?? '')
    expect(await atHome.locator('body').textContent()).toContain('City Library')
    await expectGoodPage(atHome, widths)
  })

  /** From the page of their data to the goodbye. */
  async function askToBeErased() {
    const { press } = keyboardOf(page)
    await page.goto(`${url}/me/data`)
    await press(t('own.erase.link'))
    await expectGoodPage(page, widths)
    await press(t('erase.button'))
    expect(new URL(page.url()).pathname).toBe('/goodbye')
    await page.goto(`${url}/me`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  }

  test('they ask to be erased, and take it back by the link in the email', async () => {
    const before = await whatIsKept()
    await askToBeErased()
    app.at('2016-03-08T09:00:00Z')
    await page.goto(await linkMailed(gil.person.email, '/stay-with-us/'))
    await expectGoodPage(page, widths)
    await keyboardOf(page).press(t('stay-here.button'))

    expect(await page.locator('body').textContent()).toContain(t('stay-here.done'))
    app.at('2016-03-16T09:00:00Z')
    await app.runJobs()
    expect(await whatIsKept()).toEqual(before)
  })

  test('they ask again, the week passes, and what says who they are is gone', async () => {
    await letIn(page.context(), gil.person)
    await askToBeErased()
    const link = await linkMailed(gil.person.email, '/stay-with-us/')
    app.at('2016-03-23T09:00:01Z')
    await app.runJobs()
    const answer = await page.goto(link)

    expect([answer?.status(), await textOf(page)]).toEqual([404, expect.any(String)])
    await expectGoodPage(page, widths)
    expect(await whatIsKept()).toMatchObject({
      person: { erasedAt: app.now() },
      application: { workplace: '', country: 'JO', sector: 'public' },
      pairings: 1,
    })
    const everything = JSON.stringify(await whatIsKept())
    expect(everything).not.toMatch(/Gil|Haddad|library\.example/)
    const partner = await pageOf(fay.person)
    await partner.goto(`${url}/me`)
    expect(await textOf(partner)).not.toContain('Gil Haddad')
  })
})
