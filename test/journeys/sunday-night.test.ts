import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstRows } from '../main-job/rows.ts'
import { aReader, expectGoodPage, expectGoodTranslation, hasChromium } from './browser.ts'
import { type Site, startSite } from './site.ts'
import { oneStepAfterAnother, signIn, textOf, untilBroughtOn } from './steps.ts'

/** A week before the round starts. */
const sundayNight = '2016-02-21T18:00:00Z'
const round = '/office/rounds/2016A'
/** From the file to the introductions: every page she goes to, every button, box and field. It was about 60. */
const mostClicks = 41

describe.skipIf(!hasChromium)('a coordinator’s Sunday night', () => {
  let site: Site
  let desk: Page
  const seen: string[] = []
  let clicks = 0

  beforeAll(async () => {
    site = await startSite('sunday_night', sundayNight)
    await site.command(
      'user',
      'create',
      '--email',
      'ruth@ilnetwork.example',
      '--name',
      'Ruth Bellamy',
      '--role',
      'coordinator',
    )
    const dates = [
      '--apply-from',
      '2016-01-11T00:00',
      '--apply-until',
      '2016-02-16T00:00',
      '--starts',
      '2016-02-29',
      '--ends',
      '2016-06-19',
    ]
    await site.command('round', 'create', '--code', '2016A', ...dates, '--announce')
  })
  afterAll(() => site?.stop())

  oneStepAfterAnother()

  /** Goes to a page, or stays on the one a form led to, and finds nothing wrong with it. */
  async function look(page: Page, path?: string): Promise<void> {
    if (path) {
      await page.goto(site.url + path)
      clicks += 1
    }
    seen.push(new URL(page.url()).pathname)
    await expectGoodPage(page)
  }

  const press = async (page: Page, name: RegExp) => {
    await page.locator('main').getByRole('button', { name }).first().click()
    await page.waitForLoadState('load')
    clicks += 1
  }

  const follow = async (page: Page, name: RegExp) => {
    await page.locator('main').getByRole('link', { name }).first().click()
    await page.waitForLoadState('load')
    clicks += 1
  }

  test('she signs in by a mailed link and sees what waits', async () => {
    const reader = await aReader()
    desk = await reader.newPage()

    await signIn(desk, site, 'ruth@ilnetwork.example')
    await look(desk, '/office')

    expect(await textOf(desk)).toContain('Import the applications')
  })

  test('she imports the file of former pairings and the file of applications', async () => {
    await look(desk, `${round}/applications/import`)
    await importFile(desk, 'Former pairings', 'test/data/former-pairings-2016A.csv')
    await look(desk, `${round}/applications/import`)
    await importFile(desk, 'Applications', firstRows('test/data/applications-2016A.csv', 300))

    expect(await textOf(desk)).toContain('300 new rows were imported')
  }, 120_000)

  /** Uploads, looks at the preview, and confirms. */
  async function importFile(page: Page, kind: string, file: string): Promise<void> {
    await page.getByLabel(kind, { exact: false }).first().check()
    await page.locator('input[type=file]').setInputFiles(file)
    await press(page, /look at the file/i)
    await look(page)
    await page.locator('main button.primary').first().click()
    await page.waitForLoadState('load')
    // The kind, the file and the button beside the one that was pressed.
    clicks += 3
    await look(page)
  }

  test('a file that is no table comes back with a clear sentence', async () => {
    await desk.goto(`${site.url}${round}/applications/import`)
    await desk.locator('input[type=file]').setInputFiles({
      name: 'photo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([137, 80, 78, 71, 0, 1, 2]),
    })

    await press(desk, /look at the file/i)

    expect((await desk.locator('.error-summary').textContent()) ?? '').toMatch(/[a-z]{3,}.*\./i)
    await look(desk)
  })

  test('she settles the obvious together, and looks at the rest', async () => {
    await look(desk, `${round}/applications/clean`)
    await look(desk, `${round}/applications/clean/obvious`)
    await press(desk, /^accept all \d+$/i)
    await look(desk)
    for (const link of await hrefs(desk, 'main table a')) await look(desk, link)

    expect((await desk.goto(`${site.url}${round}/applications/clean`))?.status()).toBe(200)
    expect(await textOf(desk)).toContain('6 questions left')
  }, 240_000)

  test('she keeps the country cap', async () => {
    await look(desk, `${round}/cap`)
    await press(desk, /^accept \d+/i)
    await look(desk)

    expect(await textOf(desk)).toContain('282 people have a place')
  })

  test('she finds the best pairs, pins one, and runs again with it', async () => {
    await look(desk, `${round}/matching`)
    await press(desk, /^match \d+ people/i)
    await untilBroughtOn(desk)
    await look(desk)
    await follow(desk, /^look at the \d+ pairs that are left/i)
    await look(desk)
    await press(desk, /^looked at$/i)
    await look(desk)
    await follow(desk, /^previous pair$/i)
    expect(await textOf(desk)).toMatch(/Looked at by Ruth Bellamy/)
    const pair = (await desk.locator('h1').textContent()) ?? ''
    await press(desk, /^pin this pair/i)
    await press(desk, /^run again with these pins/i)
    await untilBroughtOn(desk)
    await look(desk, `${round}/matching/rules`)
    expect(await textOf(desk)).toContain(pair.split(' and ')[0])
    await look(desk, `${round}/matching/reserve`)

    const { proposals } = (await site.db
      .selectFrom('scenario')
      .where('verifiedAt', 'is not', null)
      .select((eb) => eb.fn.countAll<number>().as('proposals'))
      .executeTakeFirstOrThrow()) as { proposals: number }
    expect(proposals).toBe(2)
  }, 240_000)

  test('she tries other settings in the lab, watches the run, and makes the scenario the plan', async () => {
    await look(desk, `${round}/matching/lab`)
    await follow(desk, /^new scenario$/i)
    await follow(desk, /^spread the countries$/i)
    await look(desk)
    const slider = desk.locator('number-slider:has([name=region]) input[type=range]')
    expect(await slider.inputValue()).toBe('100')

    await press(desk, /^run this scenario/i)
    // Anyone who waits is brought to the result.
    await desk.getByRole('heading', { name: /^in figures/i }).waitFor({ timeout: 60_000 })
    await look(desk)
    await press(desk, /^make this the plan/i)

    expect(await textOf(desk)).toContain('This is the plan')
  }, 240_000)

  test('she rehearses: the mails come to her alone', async () => {
    await follow(desk, /^go to the release$/i)
    await press(desk, /^rehearse/i)
    await look(desk)

    const to = await site.db
      .selectFrom('outbox')
      .where('kind', 'like', '%rehears%')
      .select('toAddress')
      .distinct()
      .execute()
    expect(to).toEqual([{ toAddress: 'ruth@ilnetwork.example' }])
  })

  test('she releases, and everyone is introduced once', async () => {
    // However long this machine took until here: she showed who she is a moment ago, and is not asked again.
    await site.db
      .updateTable('session')
      .set((session) => ({ confirmedAt: session.ref('lastSeenAt') }))
      .execute()
    await desk.locator('main form input[type=checkbox]').check()
    clicks += 1
    await press(desk, /^release \d+ introductions/i)
    await look(desk)

    const counts = () =>
      site.db
        .selectFrom('outbox')
        .where('kind', '=', 'introduction')
        .where('state', '=', 'sent')
        .select((eb) => [
          eb.fn.countAll<number>().as('mails'),
          eb.fn.count<number>('personId').distinct().as('people'),
        ])
        .executeTakeFirstOrThrow()
    await expect.poll(counts, { timeout: 90_000, interval: 1000 }).toEqual({ mails: 282, people: 282 })
    await untilBroughtOn(desk)
    await look(desk, '/office')
    console.info(`Sunday night: ${clicks} clicks from the file to the introductions.`)
    const hours = (await site.command('hours', '2016A')) as { total: { preparing: number } }
    console.info(`By the journal that took ${Math.round(hours.total.preparing)} minutes of hers.`)
    expect(clicks).toBeLessThanOrEqual(mostClicks)
    expect(hours.total.preparing).toBeGreaterThan(0)
  }, 180_000)

  test('a participant reads the introduction, and sees the partner after signing in', async () => {
    const { toAddress } = await site.db
      .selectFrom('outbox')
      .innerJoin('application', 'application.personId', 'outbox.personId')
      .where('outbox.kind', '=', 'introduction')
      .where('application.sharesEmail', '=', true)
      .orderBy('toAddress')
      .select('toAddress')
      .executeTakeFirstOrThrow()
    const reader = await aReader({ width: 360 })
    const page = await reader.newPage()

    const mail = await mailTo(site, toAddress, 'introduction')
    await signIn(page, site, toAddress)
    await look(page, '/me/partner')

    expect(mail.text).toContain(await partnerOf(site, toAddress))
    expect(await textOf(page)).toContain(await partnerOf(site, toAddress))
  })

  test('every page she visited is as good in Arabic', async () => {
    const arabic = await signedInContext(desk.context(), 'ar.auto')
    const page = await arabic.newPage()

    for (const path of new Set(
      [...seen, `${round}/applications`].filter((one) => one.startsWith('/office')),
    )) {
      const answer = await page.goto(site.url + path)
      if (answer?.status() !== 200) continue
      expect(await page.locator('html').getAttribute('dir'), path).toBe('rtl')
      await expectGoodTranslation(page)
    }
  }, 300_000)

  async function signedInContext(from: BrowserContext, preference: string): Promise<BrowserContext> {
    const context = await aReader({ locale: 'ar' })
    await context.addCookies([
      ...(await from.cookies()),
      { name: 'twinleaf_pref', value: preference, url: site.url },
    ])
    return context
  }
})

const hrefs = async (page: Page, selector: string): Promise<string[]> => {
  const found = await page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(found)].filter((href) => href.startsWith('/'))
}

const mailTo = (site: Site, toAddress: string, kind: string) =>
  site.db
    .selectFrom('outbox')
    .where('toAddress', '=', toAddress)
    .where('kind', '=', kind)
    .select('text')
    .executeTakeFirstOrThrow()

/** The partner's given name. */
async function partnerOf(site: Site, email: string): Promise<string> {
  const { givenName } = await site.db
    .selectFrom('pairingMember as mine')
    .innerJoin('person as me', 'me.id', 'mine.personId')
    .innerJoin('pairingMember as theirs', 'theirs.pairingId', 'mine.pairingId')
    .innerJoin('person as partner', 'partner.id', 'theirs.personId')
    .where('me.email', '=', email)
    .whereRef('theirs.personId', '<>', 'mine.personId')
    .select('partner.givenName')
    .executeTakeFirstOrThrow()
  return givenName
}
