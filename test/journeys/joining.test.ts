import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReader, expectGoodPage, hasChromium } from './browser.ts'
import { keyboardOf } from './keyboard.ts'
import { type Site, startSite } from './site.ts'
import { oneStepAfterAnother, signIn, textOf, unhurried } from './steps.ts'

/** Presses what leads to another page, and waits for that. */
async function follow(link: Locator): Promise<void> {
  const led = link.page().waitForEvent('load')
  await link.click()
  await led
}

const maren = 'maren@library.example'
const layla = 'layla@library.example'
const widths = [320, 1280]

/** Keys and presses that a return may take: as much as two minutes give, at a pace without hurry. */
const mostKeysToReturn = 60

describe.skipIf(!hasChromium)('joining, from an empty directory on', unhurried, () => {
  let site: Site

  beforeAll(async () => {
    site = await startSite('joining', '2016-02-01T09:00:00Z')
  }, unhurried.timeout)
  afterAll(() => site?.stop())

  oneStepAfterAnother()

  /** The address that leads on from an email to somebody, once it is there. */
  async function linkMailed(page: Page, email: string, path: string): Promise<string> {
    await site.letIn(page)
    const newest = async () => {
      await page.goto(`${site.url}/dev/mail?to=${encodeURIComponent(email)}`)
      const mail = page.locator('main table tbody a').first()
      if ((await mail.count()) === 0) return ''
      await follow(mail)
      return new RegExp(`https?://\\S+${path}\\S+`).exec(await textOf(page))?.[0] ?? ''
    }
    await expect.poll(newest, { timeout: 60_000, interval: 300 }).toContain(path)
    return newest()
  }

  /** Waits beside the page for an email and opens it. @returns how many keys that took */
  async function readMailed(context: BrowserContext, subject: string, to: string): Promise<number> {
    const mailbox = await context.newPage()
    await site.letIn(mailbox)
    const arrived = async () => {
      await mailbox.goto(`${site.url}/dev/mail`)
      return textOf(mailbox)
    }
    await expect.poll(arrived, { timeout: 60_000, interval: 300 }).toContain(subject)
    const { press, keys } = keyboardOf(mailbox)
    await press(subject)
    expect(await mailbox.title()).toContain(subject)
    expect(await textOf(mailbox)).toContain(to)
    await mailbox.close()
    return keys()
  }

  const nameOf = async (page: Page, selector: string) =>
    ((await page.locator(selector).first().textContent()) ?? '').replaceAll(/\s+/g, ' ').trim()

  test('an association’s first hour: without a mouse, from the printed address to an open call', async () => {
    const page = await (await aReader()).newPage()
    const { type, typeDate, press, keys } = keyboardOf(page)
    const isAt = (path: string) => expect(new URL(page.url()).pathname).toBe(path)

    await page.goto(site.beginAddress ?? '')
    await expectGoodPage(page, widths)
    await type('Your name', 'Maren Dahl')
    await type('Your email address', maren)
    await press('Become director')
    await expectGoodPage(page, widths)
    await press('Give it a name')
    await type('Name', 'Peer Librarians')
    await press('Save')
    isAt('/office/network/start')
    await press('Send me a test email')
    isAt('/office/network/start')
    const mailKeys = await readMailed(page.context(), 'Test email from Peer Librarians', maren)
    await press('Plan a round')
    await type('Code', '2016A')
    await typeDate('Applications open', '2016-01-15T09:00')
    await typeDate('Applications close', '2016-02-20T23:59')
    await typeDate('First day of mentoring', '2016-02-29')
    await typeDate('Last day of mentoring', '2016-06-19')
    await press('Save the round')
    isAt('/office/rounds/2016A')
    await expectGoodPage(page, widths)
    await press('Announce 2016A')

    const visitor = await (await aReader()).newPage()
    await visitor.goto(`${site.url}/rounds/2016A`)
    await expectGoodPage(visitor, widths)
    expect(await textOf(visitor)).toContain('Apply for Round 2016A')
    expect(await visitor.title()).toContain('Peer Librarians')
    console.log(`an association's first hour: ${keys() + mailKeys} keys`)
  })

  test('a first-timer applies in Arabic on the smallest phone, page by page without a fault', async () => {
    const page = await (await aReader({ width: 320, locale: 'ar' })).newPage()
    const on = async () => {
      await expectGoodPage(page, [1280, 320])
      await follow(page.locator('main form button.primary').last())
    }
    const choose = (name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).check()

    await page.goto(`${site.url}/rounds/2016A/apply/you`)
    await page.locator('[name=name]').fill('ليلى حداد')
    await page.locator('[name=email]').fill(layla)
    await page.locator('[name=country]').selectOption('JO')
    await on()
    await page.locator('[name=workplace]').fill('مكتبة عمّان')
    await choose('sector', 'public')
    await choose('stage', 'mid')
    await choose('interests[]', 'reading-literature')
    await on()
    await page.locator('[name=language1]').selectOption('ar')
    await choose('times[]', 'evenings')
    await choose('sharesEmail', 'yes')
    await on()
    await page.locator('[name=about]').fill('أدير نادي القراءة.')
    for (const wish of ['wishSector', 'wishStage', 'wishInterests']) await choose(wish, 'any')
    await on()
    const check = await textOf(page)
    await page.locator('[name="acceptsCode[]"]').check()
    await on()
    await expectGoodPage(page, widths)

    expect(check).toContain('أدير نادي القراءة.')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await textOf(page)).toContain(layla)
    await page.goto(await linkMailed(page, layla, '/apply/confirm/'))
    await follow(page.locator('main form button.primary').first())
    await expectGoodPage(page, widths)
  })

  test('whoever comes back applies again in two minutes, from what they said before', async () => {
    await site.command(
      ...'round create --code 2016B --apply-from 2016-01-20T00:00 --apply-until 2016-08-07T00:00 --starts 2016-08-22 --ends 2016-12-11 --announce'.split(
        ' ',
      ),
    )
    const page = await (await aReader({ locale: 'en-GB' })).newPage()
    await signIn(page, site, layla)
    const { press, keys } = keyboardOf(page)
    const since = performance.now()

    await page.goto(`${site.url}/rounds/2016B`)
    await press(await nameOf(page, 'main a.button.primary'))
    await expectGoodPage(page, widths)
    const filledIn = await textOf(page)
    await press(
      await nameOf(page, `label[for="${await page.locator('[name="acceptsCode[]"]').getAttribute('id')}"]`),
      'Space',
    )
    await press(await nameOf(page, 'main form button.primary'))

    expect(filledIn).toContain('أدير نادي القراءة.')
    expect(new URL(page.url()).pathname).toBe('/rounds/2016B/apply/sent')
    expect(keys()).toBeLessThanOrEqual(mostKeysToReturn)
    console.log(
      `to come back: ${keys()} keys, 3 pages, ${((performance.now() - since) / 1000).toFixed(0)} s of a program`,
    )
  })
})
