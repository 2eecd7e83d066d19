import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundle } from 'lightningcss'
import type { Page as Tab } from 'playwright-core'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { aReader, expectGoodPage, hasChromium } from '../../test/journeys/browser.ts'
import type { Frame } from './frame.ts'
import { Gallery } from './gallery.tsx'
import { inEnglish } from './joining.tsx'

const home = 'http://gallery.test'
/** As in production: nothing inline, and HTML only through our one policy. */
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'",
  "require-trusted-types-for 'script'; trusted-types app",
].join('; ')

const files = new Map<string, { type: string; body: string }>()

const frame = (locale: string, theme: 'light' | 'dark'): Frame => ({
  locale,
  lang: locale,
  dir: locale === 'ar' ? 'rtl' : 'ltr',
  theme,
  now: new Date('2016-02-21T09:00:00Z'),
  path: '/office/ui',
  assets: {
    css: '/site.css',
    officeCss: '/office.css',
    js: '/site.js',
    officeJs: '/office.js',
    icon: { href: '/favicon.svg', type: 'image/svg+xml' },
  },
  site: {
    name: 'International Librarians Network',
    shortName: 'ILN',
    home: '/',
    tagline: 'Peer mentoring for librarians',
    sign: 'bridge',
    links: [{ href: 'https://social.example/@iln', label: 'Mastodon' }],
  },
  nav: [],
  office: { home: '/office', name: 'Office', nav: [{ href: '/office', label: 'Desk', count: '38' }] },
  person: { name: 'Kate Murphy', links: [{ href: '/me', label: 'Account' }] },
  footer: { links: [{ href: '/feeds', label: 'Feeds' }] },
  preferences: {
    action: '/preferences',
    back: '/office/ui',
    languages: [{ value: 'en', label: 'English', current: true }],
    themes: [{ value: 'dark', label: 'Dark', current: true }],
  },
  banner: 'Development',
  words: {
    skip: 'Skip to the main text',
    mainNav: 'Main',
    officeNav: 'Office',
    breadcrumbs: 'You are here',
    language: 'Language',
    theme: 'Colours',
    account: 'Account',
    error: 'Error',
    faults: (count) => `Please check ${count} answers`,
    ...inEnglish,
  },
})

const inPublic = (name: string) => fileURLToPath(new URL(`../../public/${name}`, import.meta.url))

beforeAll(async () => {
  for (const name of ['site', 'office']) {
    const styles = bundle({ filename: inPublic(`css/${name}.css`), minify: true }).code
    files.set(`/${name}.css`, { type: 'text/css', body: Buffer.from(styles).toString() })
    const script = await build({
      entryPoints: [inPublic(`js/${name}.ts`)],
      bundle: true,
      format: 'esm',
      write: false,
    })
    files.set(`/${name}.js`, { type: 'text/javascript', body: script.outputFiles[0]?.text ?? '' })
  }
  files.set('/favicon.svg', { type: 'image/svg+xml', body: readFileSync(inPublic('favicon.svg'), 'utf8') })
})

/** Puts a piece that shows progress at the end of the page, and notes what it says, what it asks and where it leads. */
function progress() {
  const noted = { spoken: [] as string[], asked: 0, led: [] as string[] }
  Reflect.set(window, 'noted', noted)
  const answer = window.fetch
  window.fetch = (...args) => {
    noted.asked += 1
    return answer(...args)
  }
  navigation.addEventListener('navigate', ({ destination }) => noted.led.push(destination.url))
  addEventListener('DOMContentLoaded', () => {
    const live = document.createElement('live-progress')
    live.setAttribute('src', '/progress')
    live.setAttribute('every', '0.1')
    const status = document.createElement('p')
    live.append(document.createElement('div'), status)
    document.querySelector('main')?.append(live)
    new MutationObserver(() => noted.spoken.push(status.textContent ?? '')).observe(status, {
      childList: true,
    })
  })
}

const notedIn = (tab: Tab): Promise<{ spoken: string[]; asked: number; led: string[] }> =>
  tab.evaluate(() => Reflect.get(window, 'noted'))

/** Answers that are given when the test says so, however fast or slow the browser is. */
const answersOnCall = (count: number) => Array.from({ length: count }, () => Promise.withResolvers<string>())

/** @param answers what the server answers, one after the other, to the piece that shows progress. */
async function openGallery(
  of: Frame,
  answers: PromiseWithResolvers<string>[] = [],
): Promise<{ tab: Tab; complaints: string[] }> {
  const tab = await (await aReader()).newPage()
  // It would go on asking ten times a second.
  onTestFinished(() => tab.context().close())
  const complaints: string[] = []
  tab.on('console', (message) => complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  // A request that failed is made again: the last answer stays.
  const answered = async () => (await (answers.length > 1 ? answers.shift() : answers[0])?.promise) ?? ''
  await tab.route(`${home}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const body = pathname === '/progress' ? await answered() : String(<Gallery frame={of} />)
    const file = files.get(pathname) ?? { type: 'text/html', body }
    return route.fulfill({
      contentType: `${file.type}; charset=utf-8`,
      body: file.body,
      headers: { 'content-security-policy': policy },
    })
  })
  await tab.goto(`${home}/office/ui`)
  return { tab, complaints }
}

describe.skipIf(!hasChromium)('in a browser', () => {
  test.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'dark'],
  ] as const)(
    'every piece can be used by everyone, in %s and in the %s, and does nothing inline',
    async (locale, theme) => {
      const { tab, complaints } = await openGallery(frame(locale, theme))

      await expectGoodPage(tab)

      expect(complaints).toEqual([])
    },
  )

  test('progress shows what the server says, until it says that it is done', async () => {
    const answers = answersOnCall(3)
    const [first, second, third] = answers
    const { tab, complaints } = await openGallery(frame('en', 'light'), answers)
    await tab.addInitScript(progress)
    await tab.clock.install()
    await tab.reload()

    first?.resolve('<p data-say="Sending">400 of 512 <a id="stop" href="#">Stop</a></p>')
    await tab.getByText('400 of 512').waitFor()
    await tab.locator('#stop').focus()
    second?.resolve('<p data-say="Sending">410 of 512 <a id="stop" href="#">Stop</a></p>')
    await tab.getByText('410 of 512').waitFor()
    const focused = await tab.evaluate(() => document.activeElement?.id)
    third?.resolve('<p data-say="All are sent" data-done>512 of 512</p>')
    await tab.getByText('512 of 512').waitFor()
    await tab.clock.runFor('02:00')

    // A number alone is not spoken, and the focus is never lost to the top of the page.
    expect(await notedIn(tab)).toEqual({ spoken: ['Sending', 'All are sent'], asked: 3, led: [] })
    expect([focused, await tab.evaluate(() => document.activeElement?.localName)]).toEqual([
      'stop',
      'live-progress',
    ])
    expect(complaints).toEqual([])
  })

  test.each([
    ['takes anyone who waits for it to its result', [], '/result', ['/result']],
    ['leaves anyone who does something else where they are', ['Tab'], '/result', []],
    ['never leads off the site', [], 'https://elsewhere.example/', []],
  ])('what is done %s', async (_what, keys, onward, ends) => {
    const answers = answersOnCall(1)
    const { tab } = await openGallery(frame('en', 'light'), answers)
    await tab.addInitScript(progress)
    await tab.reload()
    for (const key of keys) await tab.keyboard.press(key)

    answers[0]?.resolve(`<p data-done data-onward="${onward}">All done</p>`)
    if (ends.length > 0) await tab.waitForURL(home + onward)
    else await tab.getByText('All done').waitFor()

    // It leads on in the very moment in which it shows that all is done, or not at all.
    const led = ends.length > 0 ? [tab.url()] : (await notedIn(tab)).led
    expect(led).toEqual(ends.map((end) => home + end))
  })

  test('a form that is pressed twice is sent once', async () => {
    const { tab } = await openGallery(frame('en', 'light'))
    let sent = 0
    await tab.route(`${home}/slow`, async (route) => {
      sent += 1
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.fulfill({ contentType: 'text/html', body: '<p>Done</p>' })
    })
    await tab.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: '/slow' })
      form.append(Object.assign(document.createElement('button'), { textContent: 'Press me' }))
      document.querySelector('main')?.prepend(form)
    })

    await tab.getByRole('button', { name: 'Press me' }).dblclick({ delay: 60 })
    await tab.getByText('Done').waitFor()

    expect(sent).toBe(1)
  })

  test('keys walk the rows of a list and tick them, but only from inside it', async () => {
    const { tab } = await openGallery(frame('en', 'light'))
    const count = tab.locator('bulk-count output')

    await tab.locator('body').press('x')
    const before = await count.textContent()
    await tab.locator('tbody input[name="people[]"]').first().focus()
    await tab.keyboard.press('x')
    await tab.keyboard.press('j')
    await tab.keyboard.press('x')
    const after = await count.textContent()

    expect([before, after]).toEqual(['1', '3'])
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toEqual(
      'Tick: Li Wei',
    )
  })

  test('one box ticks all rows', async () => {
    const { tab } = await openGallery(frame('en', 'light'))

    await tab.getByLabel('Tick all').check()

    expect(await tab.locator('bulk-count output').textContent()).toEqual('5')
  })

  test('a slider and its number keep step', async () => {
    const { tab } = await openGallery(frame('en', 'light'))
    const number = tab.locator('#f-weight')
    const slider = tab.locator('number-slider').first().locator('input[type=range]')

    const shown = await slider.isVisible()
    await slider.fill('3')
    const byHand = await number.inputValue()
    await number.fill('9')

    expect([shown, byHand, await slider.inputValue()]).toEqual([true, '3', '9'])
  })

  test('a form that came back starts at what is to be mended', async () => {
    const { tab } = await openGallery(frame('en', 'light'))

    expect(await tab.evaluate(() => document.activeElement?.id)).toEqual('errors')
  })
})
