import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReader, hasChromium } from './browser.ts'
import { type Site, startSite } from './site.ts'
import { oneStepAfterAnother, signIn, textOf, unhurried } from './steps.ts'

const ruth = 'ruth@ilnetwork.example'
const newRound = '/office/rounds/new'
const clean = '/office/rounds/2016A/applications/clean'

/** What has the focus, as it is called. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return [
      activeElement?.localName,
      activeElement?.id,
      activeElement?.textContent?.trim().slice(0, 60),
    ].join(' | ')
  })

describe.skipIf(!hasChromium)('the office, by its names and without a mouse', unhurried, () => {
  let site: Site
  let desk: Page

  beforeAll(async () => {
    site = await startSite('access', '2016-02-17T09:00:00Z')
    const command = (line: string) => site.command(...line.split(' '))
    await command(`user create --email ${ruth} --name Ruth --role coordinator`)
    await command(
      'round create --code 2016A --apply-from 2016-01-11T00:00 --apply-until 2016-02-16T00:00 --starts 2016-02-29 --ends 2016-06-19 --announce',
    )
    await command('applications import test/data/applications-2016A.csv --round 2016A')
  }, unhurried.timeout)
  afterAll(() => site?.stop())

  oneStepAfterAnother()

  /** What those who listen to a page find on it: names, roles and states, as kept beside this test. */
  async function expectTree(name: string): Promise<void> {
    const tree = await desk.locator('body').ariaSnapshot()
    const withoutAddresses = tree.replace(/^ *- \/url: .*\n/gm, '')
    await expect(`${await desk.title()}\n\n${withoutAddresses}\n`).toMatchFileSnapshot(`trees/${name}.txt`)
  }

  const press = async (name: string | RegExp) => {
    await desk.locator('main').getByRole('button', { name }).first().click()
    await desk.waitForLoadState('load')
  }

  test('a form that came back names each fault, in the title too, and starts there', async () => {
    desk = await (await aReader()).newPage()
    await signIn(desk, site, ruth)
    await desk.goto(site.url + newRound)
    await desk.getByLabel('Code').fill('winter')
    await desk.getByLabel(/^Time zone/).fill('Lagos')
    await press(/^save/i)

    expect(await focused(desk)).toMatch(/^div \| errors \| /)
    await expectTree('new-round-with-faults')
  })

  test('pages are told by their names, roles and states', async () => {
    for (const [name, path] of [
      ['office', '/office'],
      ['round', '/office/rounds/2016A'],
      ['applications', '/office/rounds/2016A/applications?q=novak'],
      ['cleaning-desk', clean],
      ['new-scenario', '/office/rounds/2016A/matching/lab/new'],
    ] as const) {
      await desk.goto(site.url + path)
      await expectTree(name)
    }
  })

  test('after an act in a list the reader goes on at the next row, where it says what was done', async () => {
    await desk.goto(`${site.url}${clean}/duplicates`)
    const [, second] = await desk.locator('.desk-list h2').allTextContents()
    await desk
      .locator('.desk-list > li')
      .first()
      .getByRole('button', { name: /^Merge/ })
      .click()
    await desk.waitForLoadState('load')

    const row = desk.locator('.desk-list > li:focus')
    expect(await row.locator('h2').textContent()).toBe(second)
    expect(await row.getByRole('status').textContent()).toMatch(/merged/i)
    expect(await desk.title()).toMatch(/merged.*Probable duplicates/i)
  })

  test('an act outside of a list is told where it leads', async () => {
    await desk.locator('main').getByRole('button', { name: /^Undo/ }).first().click()
    await desk.waitForLoadState('load')

    expect(await focused(desk)).toMatch(/^div \| .* \| ✓/)
  })

  test('the menu under one’s name closes by Esc, and when the focus leaves', async () => {
    const menu = desk.locator('details.account')
    await menu.locator('summary').focus()
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Escape')
    const byEsc = [
      await menu.getAttribute('open'),
      await menu.locator('summary').evaluate((it) => it.matches(':focus')),
    ]
    await desk.keyboard.press('Enter')
    await desk.locator('main a').first().focus()

    expect([byEsc, await menu.getAttribute('open')]).toEqual([[null, true], null])
  })

  test('letters act on a page of their own only where it says so', async () => {
    await desk.getByRole('button', { name: /anywhere/ }).click()
    await desk.goto(`${site.url}${clean}`)
    const before = await textOf(desk)

    const pressed = await desk.evaluateHandle(() => {
      const names: (string | null)[] = []
      const note = ({ target }: Event) => names.push((target as Element).textContent)
      document.addEventListener('click', note, { capture: true })
      return names
    })
    await desk.locator('body').press('u')

    expect(await pressed.jsonValue()).toEqual([])
    expect(await textOf(desk)).toBe(before)
  })

  test('no stop of the Tab key is out of sight on a phone', async () => {
    await desk.setViewportSize({ width: 320, height: 800 })
    await desk.goto(`${site.url}${clean}/duplicates`)

    const unseen = await desk.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, summary, select)')]
        .filter((it) => it.checkVisibility() && it.closest('details:not([open]) .disclosure-body') === null)
        .filter((it) => {
          it.scrollIntoView({ block: 'center' })
          const { left, top, width, height } = it.getBoundingClientRect()
          return !it.contains(document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 8)))
        })
        .map((it) => it.textContent?.trim()),
    )

    expect(unseen).toEqual([])
    await desk.setViewportSize({ width: 1280, height: 900 })
  })

  test('a warning comes before the session ends, and one press takes it away', async () => {
    await desk.clock.install()
    await desk.goto(site.url + newRound)
    const warning = desk.locator('session-end')
    await desk.getByLabel('Title (optional)').fill('Half a title')

    await desk.clock.fastForward('54:00')
    const early = await warning.isVisible()
    await desk.clock.fastForward('01:30')
    await desk.clock.fastForward('00:02')
    const said = await warning.locator('[aria-live]').textContent()
    await warning.getByRole('button', { name: 'Stay signed in' }).click()
    await warning.waitFor({ state: 'hidden' })
    await desk.clock.fastForward('54:00')
    const again = await warning.isVisible()
    await desk.clock.fastForward('06:01')
    await desk.clock.fastForward('00:02')

    expect([early, said, again]).toEqual([false, expect.stringMatching(/less than five minutes/), false])
    expect(await warning.textContent()).toMatch(/have been signed out/)
    expect(await warning.getByRole('button').isVisible()).toBe(false)
    expect(await desk.getByLabel('Title (optional)').inputValue()).toBe('Half a title')
  })

  test('what was typed when the session ended is there again after signing in', async () => {
    await desk.getByLabel('Code').fill('2016B')
    await desk.getByLabel('Title (optional)').fill('Round 2016B, “winter”')
    await site.db
      .updateTable('session')
      .set({ lastSeenAt: sql<Date>`last_seen_at - interval '61 minutes'` })
      .execute()

    await press(/^save/i)
    const told = await textOf(desk)
    const next = new URL(desk.url()).searchParams.get('next')
    await signIn(desk, site, ruth, next ?? undefined)

    expect(told).toMatch(/we keep what you typed for a day/i)
    expect(new URL(desk.url()).pathname).toBe(newRound)
    expect(await desk.getByLabel('Code').inputValue()).toBe('2016B')
    expect(await desk.getByLabel('Title (optional)').inputValue()).toBe('Round 2016B, “winter”')
    expect(await focused(desk)).toMatch(/You had been signed out/)
  })
})
