import { existsSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'

export const chromiumPath = '/usr/bin/chromium'
export const hasChromium = existsSync(chromiumPath)

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser | undefined

/** A visitor with a browser of their own: nothing is shared between contexts. */
export async function aReader(
  wish: { width?: number; locale?: string; javaScript?: boolean } = {},
): Promise<BrowserContext> {
  if (!browser) {
    browser = await chromium.launch({ executablePath: chromiumPath, args })
    afterAll(async () => {
      await browser?.close()
      browser = undefined
    })
  }
  const context = await browser.newContext({
    viewport: { width: wish.width ?? 1280, height: 900 },
    locale: wish.locale ?? 'en-GB',
    javaScriptEnabled: wish.javaScript ?? true,
  })
  context.setDefaultTimeout(60_000)
  return context
}

/** Nothing for axe to find on this page, at both widths, and no line that runs out of a phone's screen. */
export async function expectGoodPage(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }))
    expect(found, `${page.url()} at ${width}`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${page.url()} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
  }
}
