import type { Page } from 'playwright-core'

/** Somebody without a mouse, who counts the keys. */
export type Keyboard = {
  /** Goes on to what is called so, by the Tab key, and types there; an empty text types nothing. */
  type(name: string | RegExp, text: string): Promise<void>
  /** Goes on to a field for a day, `2016-02-20`, or a time, `2016-02-20T23:59`, and types it part by part. */
  typeDate(name: string | RegExp, at: string): Promise<void>
  /** Goes on to the button, link or box that is called so, and presses it. */
  press(name: string | RegExp, key?: 'Enter' | 'Space'): Promise<void>
  /** The same for what leads to no other page, as a download. */
  start(name: string | RegExp): Promise<void>
  /** How many keys were pressed so far. */
  keys(): number
}

/** More stops than any page has. */
const mostStops = 300

/**
 * The keys for a day or a time: month, day, year, hour, minute and half of the day, which is how the browser without a
 * window of its own asks for them, whatever language its reader and its machine speak.
 */
function dateKeys(at: string): string {
  const [year, month, day, hour, minute] = at.split(/[-T:]/)
  const date = `${month}${day}${year}`
  if (hour === undefined) return date
  return `${date}${String(Number(hour) % 12 || 12).padStart(2, '0')}${minute}${Number(hour) < 12 ? 'A' : 'P'}`
}

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
      await hit('ControlOrMeta+a')
      await page.keyboard.type(text)
      keys += text.length
    },
    async typeDate(name, at) {
      await goTo(name)
      const typed = dateKeys(at)
      await page.keyboard.type(typed)
      keys += typed.length
      const says = await page.evaluate(() => (document.activeElement as HTMLInputElement).value)
      if (says !== at) throw new Error(`${name} says ${says || 'nothing'} after ${typed}, not ${at}`)
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
