import type { Page } from 'playwright-core'
import { beforeEach, expect } from 'vitest'

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

/** What a page says. */
export const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/** Until a page that shows how far something is has brought its reader on to what came of it. */
export const untilBroughtOn = (page: Page): Promise<void> =>
  page.locator('live-progress').waitFor({ state: 'detached', timeout: 90_000 })

/** By the mailed link, which the demonstration's mailbox shows. */
export async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('main button').first().click()
  await page.waitForLoadState('load')
  const link = await linkFor(page, url, email)
  await page.goto(link)
  await page.locator('main button').first().click()
  await page.waitForURL((there) => !there.pathname.startsWith('/sign-in'))
}

async function linkFor(page: Page, url: string, email: string): Promise<string> {
  let link: string | undefined
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/dev/mail?to=${encodeURIComponent(email)}`)
        const newest = page.locator('main table a').first()
        if ((await newest.count()) === 0) return false
        await newest.click()
        await page.waitForLoadState('load')
        link = (await textOf(page)).match(/https?:\/\/\S+\/sign-in\/link\/[\w-]+/)?.[0]
        return link !== undefined
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(true)
  return link ?? ''
}
