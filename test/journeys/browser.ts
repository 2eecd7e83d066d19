import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../../src/platform/root.ts'
import { toClose } from '../closing.ts'

/** The one that never draws a window of its own takes half the processor time. */
const chromiumPath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) =>
  existsSync(path),
)
export const hasChromium = chromiumPath !== undefined

declare global {
  interface Window {
    axe: typeof axe
  }
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Most of what it runs, axe above all, it runs once.
  '--js-flags=--no-lazy-feedback-allocation',
]

let browser: Browser | undefined

/** A visitor with a browser of their own: nothing is shared between contexts. */
export async function aReader(
  wish: { width?: number; locale?: string; javaScript?: boolean } = {},
): Promise<BrowserContext> {
  if (!browser) {
    browser = await chromium.launch({ executablePath: chromiumPath as string, args })
    toClose.add(async () => {
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

/** The short form of the same: a browser takes it in twice as fast. */
const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

const usualWidths = [360, 1280]

/** Nothing for axe to find on this page, at all widths, and no line that runs out of a phone's screen. */
export async function expectGoodPage(page: Page, widths: readonly number[] = usualWidths): Promise<void> {
  await lookAt(page, widths, () => allRules)
}

/** The same of a page that was found good in another language: whether it fits, and whether it says which languages it speaks. */
export async function expectGoodTranslation(page: Page): Promise<void> {
  await lookAt(page, usualWidths, (width) => (width === usualWidths[0] ? languageRules : null))
}

const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const languageRules = ['cat.language']

async function lookAt(
  page: Page,
  widths: readonly number[],
  rulesAt: (width: number) => string[] | null,
): Promise<void> {
  await page.evaluate(axeSource)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const rules = rulesAt(width)
    if (rules) expect(await faultsOf(page, rules), `${page.url()} at ${width}`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${page.url()} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
  }
}

/** Of a long table and a long list, its first ones: the others are alike, and axe takes a minute to hear each of a thousand. */
const alike = ['tbody > tr:nth-child(n + 13)', 'li:nth-child(n + 13)', 'option:nth-child(n + 3)']

/** Which rules are broken, and where. What is right is not described, which is most of axe's work on a long page. */
const faultsOf = (page: Page, runOnly: string[]) =>
  page.evaluate(
    async ({ runOnly, exclude }) => {
      const { violations } = await window.axe.run({ exclude }, { runOnly, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))
    },
    { runOnly, exclude: alike },
  )
