import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/index.ts'
import { firstRows } from '../main-job/rows.ts'
import { aReader, expectGoodPage, expectGoodTranslation, hasChromium } from './browser.ts'
import { type Site, startSite } from './site.ts'
import { oneStepAfterAnother, signIn, textOf, unhurried, untilBroughtOn } from './steps.ts'

/** Two days before the round starts. */
const beforeTheRound = '2016-02-27T09:00:00Z'
const round = '/office/rounds/2016A'
const matching = `${round}/matching`

describe.skipIf(!hasChromium)('an afternoon in the matching lab', unhurried, () => {
  let site: Site
  let desk: Page
  const seen: string[] = []

  beforeAll(async () => {
    site = await startSite('lab', beforeTheRound)
    const command = (line: string) => site.command(...line.split(' '))
    await command('user create --email ruth@ilnetwork.example --name Ruth --role coordinator')
    await command(
      'round create --code 2016A --apply-from 2016-01-11T00:00 --apply-until 2016-02-16T00:00 --starts 2016-02-29 --ends 2016-06-19 --announce',
    )
    await command(`applications import ${firstRows('test/data/applications-2016A.csv', 150)} --round 2016A`)
    await command('applications clean --round 2016A')
    await command('cap apply --round 2016A')
    await leaveAnOddNumber(site.db)
    await command('match run --round 2016A')
  }, unhurried.timeout)
  afterAll(() => site?.stop())

  oneStepAfterAnother()

  /** Goes to a page, or stays on the one a form led to, and finds nothing wrong with it. */
  async function look(path?: string): Promise<void> {
    if (path) await desk.goto(site.url + path)
    const { pathname, search } = new URL(desk.url())
    seen.push(pathname + search)
    await expectGoodPage(desk)
  }

  async function press(name: RegExp): Promise<void> {
    await desk.locator('main').getByRole('button', { name }).first().click()
    await desk.waitForLoadState('load')
  }

  const follow = async (name: RegExp) => {
    await desk.locator('main').getByRole('link', { name }).first().click()
    await desk.waitForLoadState('load')
  }

  const standing = async () => {
    const rows = await site.db
      .selectFrom('scenarioMember as member')
      .innerJoin('scenario', 'scenario.id', 'member.scenarioId')
      .where('scenario.number', '=', 1)
      .select(['member.applicationId', 'member.scenarioPairId'])
      .orderBy('member.applicationId')
      .execute()
    const groups = Map.groupBy(rows, (row) => row.scenarioPairId)
    return [...groups.values()].map((row) => row.map((one) => one.applicationId).join(' ')).sort()
  }

  test('a weight that is no weight comes back with a sentence, and nothing typed is lost', async () => {
    const reader = await aReader()
    desk = await reader.newPage()
    await signIn(desk, site, 'ruth@ilnetwork.example')
    await look(`${matching}/lab`)
    await follow(/^new scenario/i)
    await look()

    await desk.getByText('All weights and rules').click()
    await desk.getByLabel(/^title/i).fill('Near clocks')
    await desk.getByLabel(/^weight of interests/i).fill('7000')
    await desk.locator('main form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
    await press(/^run this scenario/i)

    expect(await desk.locator('.error-summary').textContent()).toMatch(/weight of interests/i)
    expect(await desk.getByLabel(/^title/i).inputValue()).toBe('Near clocks')
    expect(await desk.getByLabel(/^weight of interests/i).inputValue()).toBe('7000')
    await look()
  })

  test('a scenario with rules of its own runs beside the plan, which stays the plan', async () => {
    await desk.getByLabel(/^weight of interests/i).fill('40')
    await desk.getByLabel(/^clocks of partners/i).selectOption('4')

    await press(/^run this scenario/i)
    const { pathname } = new URL(desk.url())
    await untilBroughtOn(desk)
    await look(pathname)
    await look(`${matching}/lab`)

    expect(await textOf(desk)).toContain('Near clocks')
    expect(await site.command('match', 'scenarios', '--round', '2016A')).toMatchObject({
      plan: 1,
      scenarios: [
        { scenario: 2, title: 'Near clocks' },
        { scenario: 1, isPlan: true },
      ],
    })
  })

  test('the two are compared name by name, and the plan is chosen and chosen back', async () => {
    await look(`${matching}/lab/compare?one=1&other=2`)
    expect(await textOf(desk)).toMatch(/people have other partners/)

    await desk.goto(`${site.url}${matching}/lab/2`)
    await press(/^make this the plan/i)
    await look(matching)
    const { scenario: chosen } = (await site.command('match', 'show', '--round', '2016A')) as {
      scenario: number
    }
    await desk.goto(`${site.url}${matching}/lab/1`)
    await press(/^make this the plan/i)
    const { scenario: back } = (await site.command('match', 'show', '--round', '2016A')) as {
      scenario: number
    }

    expect([chosen, back]).toEqual([2, 1])
  })

  test('a person’s page shows what another partner would cost; a swap is made, and undone', async () => {
    const before = await standing()
    await desk.goto(site.url + matching)
    await desk.locator('main table tbody a').first().click()
    await desk.waitForLoadState('load')
    await follow(/another partner$/i)
    await desk
      .locator('main')
      .getByText(/points/)
      .first()
      .waitFor()
    await look()

    await press(/^swap now/i)
    expect(await standing()).not.toEqual(before)
    await look(matching)
    await press(/^undo this change/i)

    expect(await standing()).toEqual(before)
    await look()
  })

  test('someone is held in the reserve, and the hold is there to be ended', async () => {
    const before = await standing()
    await desk.goto(site.url + matching)
    await desk.locator('main table tbody a').first().click()
    await desk.waitForLoadState('load')
    await press(/in the reserve$/i)
    await look(`${matching}/reserve`)
    expect(await textOf(desk)).toContain('held in the reserve')

    await look(`${matching}/rules`)
    await press(/^end the hold/i)
    await desk.goto(site.url + matching)
    await press(/^undo this change/i)

    expect(await standing()).toEqual(before)
  })

  test('anyone can check the proof with two files and one command, and the run again gives the same', async () => {
    const files = await Promise.all(
      ['graph.txt', 'proof.json'].map(async (name) => {
        const answer = await desk.request.get(`${site.url}${matching}/lab/1/${name}`)
        const file = join(site.dataDir, name)
        writeFileSync(file, await answer.body())
        return file
      }),
    )

    const verdict = await site.command('matching', 'verify', ...files)
    await desk.goto(`${site.url}${matching}/lab/1`)
    await press(/^run it again/i)

    expect(verdict).toMatchObject({ ok: true })
    expect(await textOf(desk)).toMatch(/same/i)
    await look()
  })

  test('every page of it is as good in Arabic', async () => {
    const arabic = await aReader({ locale: 'ar' })
    await arabic.addCookies([
      ...(await desk.context().cookies()),
      { name: 'twinleaf_pref', value: 'ar.auto', url: site.url },
    ])
    const page = await arabic.newPage()

    for (const path of new Set(seen)) {
      const answer = await page.goto(site.url + path)
      if (answer?.status() !== 200) continue
      expect(await page.locator('html').getAttribute('dir'), path).toBe('rtl')
      await expectGoodTranslation(page)
    }
  })

  test('while the round runs, those who lost a partner are matched again, and nobody else gets mail', async () => {
    await site.command('match', 'release', '--round', '2016A', '--confirm')
    const emails = () => site.db.selectFrom('outbox').select(['id', 'toAddress']).execute()
    const before = new Set((await emails()).map(({ id }) => id))
    const groups = await standing()
    const alone = groups.find((ids) => !ids.includes(' ')) ?? ''
    const [one = '', other = ''] = groups.find((ids) => ids.includes(' '))?.split(' ') ?? []
    const people = await site.db
      .selectFrom('application')
      .where('id', 'in', [alone, one, other])
      .select(['id', 'email'])
      .execute()

    await look(`${round}/rematch`)
    await desk.getByLabel(/^name or email/i).fill(people.find(({ id }) => id === one)?.email ?? '')
    await press(/^find$/i)
    await look()
    await follow(/^end this pairing/i)
    await look()
    await desk.getByLabel(/^nobody leaves/i).check()
    await press(/^end this pairing/i)
    await press(/^rematch these 3 people/i)
    await untilBroughtOn(desk)
    await look()
    await follow(/^go to the release/i)
    await look()
    await desk.getByLabel(/scenario|these pairs/i).check()
    // However long this machine took until here: she showed who she is a moment ago, and is not asked again.
    await site.db
      .updateTable('session')
      .set((session) => ({ confirmedAt: session.ref('lastSeenAt') }))
      .execute()
    await press(/^release 2 introductions/i)
    await untilBroughtOn(desk)
    await look()

    // Introductions that the ended pairing had still waiting were taken back: the outbox may be shorter than before.
    const since = (await emails()).filter(({ id }) => !before.has(id))
    expect(since.map(({ toAddress }) => toAddress).sort()).toEqual(people.map(({ email }) => email).sort())
  })
})

/** One of an odd number of people waits in the reserve, and can be matched later. */
async function leaveAnOddNumber(db: Db): Promise<void> {
  const accepted = await db
    .selectFrom('participant')
    .select('applicationId')
    .orderBy('applicationId')
    .execute()
  const [first] = accepted
  if (!first || accepted.length % 2 === 1) return
  await db
    .updateTable('application')
    .set({ withdrawnAt: new Date('2016-02-20T12:00:00Z') })
    .where('id', '=', first.applicationId)
    .execute()
}
