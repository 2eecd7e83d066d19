import type { Page } from 'playwright-core'
import { beforeEach, expect } from 'vitest'
import type { Site } from './site.ts'

/** The tests of a journey are its steps: when one fails, the next ones have nothing to stand on. */
export function oneStepAfterAnother(): void {
  let isBroken = false
  beforeEach(({ skip, onTestFailed }) => {
    if (isBroken) skip('a step before failed')
    onTestFailed(() => {
      isBroken = true
    })
  })
}

/** A step that ends at all ends in time, also on a machine that has other things to do. */
export const unhurried = { timeout: 300_000 }

/** What a page says. */
export const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/** Until a page that shows how far something is has brought its reader on to what came of it. */
export const untilBroughtOn = (page: Page): Promise<void> =>
  page.locator('live-progress').waitFor({ state: 'detached', timeout: 240_000 })

/** By the mailed link, which the demonstration's mailbox shows. @param next where to go on to */
export async function signIn(page: Page, site: Site, email: string, next = ''): Promise<void> {
  const { url } = site
  await site.letIn(page)
  const before = await mailsTo(page, url, email)
  await page.goto(`${url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('main button').first().click()
  await page.waitForLoadState('load')
  await expect
    .poll(() => mailsTo(page, url, email), { timeout: 60_000, interval: 300 })
    .toBeGreaterThan(before)
  await page.locator('main table a').first().click()
  await page.waitForLoadState('load')
  const link = (await textOf(page)).match(/https?:\/\/\S+\/sign-in\/link\/\S+/)?.[0]
  await page.goto(link ?? '')
  await page.locator('main button').first().click()
  await page.waitForURL((there) => !there.pathname.startsWith('/sign-in'))
}

/** Opens the mailbox at the mails of one address, the newest first. @returns how many there are */
async function mailsTo(page: Page, url: string, email: string): Promise<number> {
  await page.goto(`${url}/dev/mail?to=${encodeURIComponent(email)}`)
  return page.locator('main table tbody a').count()
}
