import type { Page } from 'playwright-core'

/** Somebody without a mouse, who counts the keys. */
export type Keyboard = {
  /** Goes on to what is called so, by the Tab key, and types there; an empty text types nothing. */
  type(name: string | RegExp, text: string): Promise<void>
  /** Goes on to the button, link or box that is called so, and presses it. */
  press(name: string | RegExp, key?: 'Enter' | 'Space'): Promise<void>
  /** The same for what leads to no other page, as a download. */
  start(name: string | RegExp): Promise<void>
  /** How many keys were pressed so far. */
  keys(): number
}

/** More stops than any page has. */
const mostStops = 300

export function keyboardOf(page: Page): Keyboard {
  let keys = 0
  const hit = async (key: string) => {
    await page.keyboard.press(key)
    keys += 1
  }
  /** As those who listen to the page hear it. */
  const named = () =>
    page.evaluate(() => {
      const { activeElement: at } = document
      if (!(at instanceof HTMLElement) || at === document.body) return ''
      const label = 'labels' in at ? [...((at.labels as NodeListOf<HTMLLabelElement>) ?? [])][0] : null
      const text = at.getAttribute('aria-label') ?? label?.textContent ?? at.textContent ?? ''
      return text.replaceAll(/\s+/g, ' ').trim()
    })
  const isCalled = (name: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? name === wanted : wanted.test(name)
  async function goTo(wanted: string | RegExp): Promise<void> {
    for (let stops = 0; stops < mostStops; stops += 1) {
      await hit('Tab')
      if (isCalled(await named(), wanted)) return
    }
    throw new Error(`the Tab key never comes to ${wanted} on ${page.url()}`)
  }
  return {
    async type(name, text) {
      await goTo(name)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
      keys += text.length
    },
    async press(name, key = 'Enter') {
      await goTo(name)
      if (key === 'Space') return hit(key)
      // Enter leads to another page, and that is waited for.
      const led = page.waitForEvent('load')
      await hit(key)
      await led
    },
    async start(name) {
      await goTo(name)
      await hit('Enter')
    },
    keys: () => keys,
  }
}
