import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../builders.ts'
import { expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { type Keyboard, keyboardOf } from './keyboard.ts'
import { oneStepAfterAnother, textOf, unhurried } from './steps.ts'

const { app, url, pageOf, linkMailed } = await siteHere('2016-01-20T12:00:00Z')
const round = await aRound(app)
const widths = [320, 1280]
const wanjiru = 'wanjiru@library.example'

/** Seven from Kenya, and eleven from elsewhere whom she is not to see. */
for (let i = 0; i < 7; i += 1) await anApplication(app, round, { name: `Hidden ${i}`, country: 'KE' })
for (let i = 0; i < 11; i += 1) await anApplication(app, round, { name: `Hidden ${i}`, country: 'UG' })

describe.skipIf(!hasChromium)('an ambassador, without a mouse', unhurried, () => {
  let desk: Page
  let page: Page
  let keyboard: Keyboard

  oneStepAfterAnother()

  test('a coordinator invites somebody to speak for a country', async () => {
    desk = await pageOf(await aPerson(app, { role: 'coordinator' }))
    const { type, press } = keyboardOf(desk)
    await desk.goto(`${url}/office/countries/KE`)
    await press('Invite an ambassador')
    await expectGoodPage(desk, widths)
    await type('Name', 'Wanjiru Otieno')
    await type('Email address', wanjiru)
    await press('Send the invitation')

    expect(await textOf(desk)).toContain('Wanjiru Otieno')
  })

  test('she accepts by the link in the email, signs in, and sees the numbers of her country only', async () => {
    page = await pageOf()
    keyboard = keyboardOf(page)
    const { type, press } = keyboard
    await page.goto(await linkMailed(wanjiru, '/ambassadors/accept/'))
    await expectGoodPage(page, widths)
    await press('Accept')
    await expectGoodPage(page, widths)
    await page.locator('main').getByRole('link', { name: 'Sign in' }).focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    await type('Your email address', wanjiru)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/sign-in/sent')
    await page.goto(await linkMailed(wanjiru, '/sign-in/link/'))
    await press('Sign me in')
    await expectGoodPage(page, widths)

    expect(new URL(page.url()).pathname).toBe('/office/countries/KE')
    expect(await textOf(page)).toMatch(/applied\s*5–9/)
    expect(await page.content()).not.toMatch(/Hidden|10–14|Uganda/)
    for (const [path, status] of [
      ['/office/countries/UG', 404],
      ['/office/rounds/2016A/applications', 403],
    ] as const)
      expect((await page.request.get(url + path)).status()).toBe(status)
  })

  test('her country has a short address since she accepted, which leads a visitor to the call', async () => {
    await keyboard.press('To pass on')
    await expectGoodPage(page, widths)

    const address = await page.getByLabel('Leads to the call of the day').inputValue()
    const visitor = await pageOf()
    await visitor.goto(address)
    expect(new URL(visitor.url()).pathname).toBe('/rounds/2016A')
  })

  test('for a country that nobody speaks for, a coordinator makes the short address', async () => {
    await desk.goto(`${url}/office/countries/UG/kit`)
    await keyboardOf(desk).press('Make the short address')

    expect(await desk.getByLabel('Leads to the call of the day').inputValue()).toMatch(/\/[0-9a-z]{6}$/i)
  })

  test('she notes whom she asks, and takes her report along as a file', async () => {
    const { type, press } = keyboard
    await press('Contacts')
    await press('Add a contact')
    await type('Library or group', 'Kenya Library Association')
    await type('Kind', 'Association')
    await press('To be asked', 'Space')
    await page.keyboard.press('ArrowDown')
    await page.locator('[name=contactedOn]').fill('2016-01-19')
    await expectGoodPage(page, widths)
    await press('Save')
    await expectGoodPage(page, widths)
    expect(await textOf(page)).toMatch(/Kenya Library Association\s*Association\s*Asked/)

    await press('Report')
    await expectGoodPage(page, widths)
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.start(/PDF/)])
    const file = await readFile(await download.path())
    expect(download.suggestedFilename()).toBe('report-KE.pdf')
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await textOf(page)).toContain('Kenya Library Association')
  })
})
