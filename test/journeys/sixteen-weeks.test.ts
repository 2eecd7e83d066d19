import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { all } from '../../src/features/all.ts'
import { sweepCases } from '../../src/features/cases/actions/sweep.ts'
import { askCheckIns } from '../../src/features/checkins/index.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { runWaiting } from '../../src/platform/jobs.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { workOf } from '../../src/worker/work-of.ts'
import { aPerson } from '../builders.ts'
import { expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { keyboardOf } from './keyboard.ts'
import { textOf, unhurried } from './steps.ts'

const { app, url, pageOf, linkMailed } = await siteHere('2016-02-20T12:00:00Z')

describe.skipIf(!hasChromium)('sixteen weeks, when they do not go as they should', unhurried, () => {
  let running: Awaited<ReturnType<typeof aRunningRound>>

  /** Ten days into mentoring everyone was asked, and only Ana has said that she is in touch. */
  beforeAll(async () => {
    running = await aRunningRound(app)
    await drainOutbox(app)
    app.at('2016-03-04T12:00:00Z')
    await askCheckIns(app)
  }, unhurried.timeout)

  const clock = async (at: string) => {
    app.at(at)
    await sweepCases(app)
    await runWaiting(app, workOf(all).jobs)
  }
  /** Where somebody gives one of the answers, as their email leads there. */
  const checkInOf = async (one: { person: { email: string } }, answer: string) =>
    `${(await linkMailed(one.person.email, '/check-in/')).replace(/\/(yes|not-yet|help)$/, '')}/${answer}`
  const goTo = async (page: Page, path: string) => {
    await page.goto(url + path)
    await expectGoodPage(page)
  }
  /** The case of a kind, as the queue of a coordinator leads there. */
  const openCase = async (page: Page, name: string) => {
    await goTo(page, '/office/cases')
    await keyboardOf(page).press(new RegExp(name))
    await expectGoodPage(page)
  }

  test('help is asked for on a phone, from the email and without scripts, and its page says where that stands', async () => {
    const { gil } = running.people
    const phone = await pageOf(undefined, { width: 360, locale: 'ar', javaScript: false })
    await phone.goto(await checkInOf(gil, 'help'))
    await phone.locator('main textarea').fill('لا أعرف كيف أبدأ.')
    await phone.locator('main form button').first().click()
    await phone.waitForLoadState('load')
    const thanks = await textOf(phone)
    await clock('2016-03-04T13:23:00Z')
    const home = await pageOf(gil.person, { width: 360, locale: 'ar' })
    await goTo(home, '/me')
    const desk = await pageOf(running.coordinator)
    await openCase(desk, 'Gil Haddad')
    await keyboardOf(desk).press(/^Gil Haddad/)

    expect(thanks).toContain('طلبتم المساعدة')
    expect(await textOf(home)).toContain('طلبكم للمساعدة')
    expect(await textOf(desk)).toContain('لا أعرف كيف أبدأ.')
  })

  test('a silent pair is saved: its pairing is ended with all that fell silent, and who answers has somebody new', async () => {
    const { chi, dev, eun } = running.people
    const answering = await pageOf(undefined, { width: 360 })
    await answering.goto(await checkInOf(chi, 'not-yet'))
    await answering.locator('main form button').first().click()
    await answering.waitForLoadState('load')
    await clock('2016-03-14T13:23:00Z')
    await drainOutbox(app)
    await clock('2016-03-18T13:23:00Z')
    const desk = await pageOf(running.coordinator)
    await goTo(desk, '/office/cases')
    await keyboardOf(desk).press('Decide on one page')
    await expectGoodPage(desk)
    const ready = await textOf(desk)
    await keyboardOf(desk).press('End the ticked pairings')
    await expectGoodPage(desk)
    await keyboardOf(desk).press(/^Rematch these/)
    await runWaiting(app, workOf(all).jobs)
    await goTo(desk, `/office/rounds/${running.round.code}/rematch/release`)
    await desk.getByLabel(/^I have looked at/).check()
    await Promise.all([desk.waitForEvent('load'), desk.getByRole('button', { name: /^Release/ }).click()])
    await runWaiting(app, workOf(all).jobs)
    await drainOutbox(app)
    await clock('2016-03-18T15:23:00Z')
    const home = await pageOf(chi.person, { width: 360 })
    await goTo(home, '/me')
    const partners = await app.db
      .selectFrom('livingPartner')
      .where('applicationId', 'in', [chi.id, eun.id])
      .select('applicationId')
      .execute()
    // Two hours later she is asked to sign in again.
    const later = await pageOf(running.coordinator)
    await goTo(later, '/office/cases?view=closed')

    expect(ready).toContain('Dev Rao')
    expect(partners).toHaveLength(2)
    expect(await textOf(home)).not.toContain('Your search for a new partner')
    expect(await textOf(later)).toContain(dev.person.name)
  })

  test('somebody leaves with a kind page; the partner has a case, and no shock', async () => {
    const { gil, fay } = running.people
    const phone = await pageOf(gil.person, { width: 360, locale: 'ar' })
    await goTo(phone, `/me/rounds/${running.round.code}/leave`)
    await keyboardOf(phone).press(/^مغادرة/)
    const left = await textOf(phone)
    await clock('2016-03-19T14:23:00Z')
    const partner = await pageOf(fay.person, { width: 360 })
    await goTo(partner, '/me')

    expect(left).toContain('غادرتم الدورة')
    expect(await textOf(partner)).toContain('Your search for a new partner')
    expect(await textOf(partner)).not.toContain('left because')
  })

  test('a report is read by a director, and neither by coordinators nor by whom it is about', async () => {
    const { ana, bo } = running.people
    const director = await aPerson(app, { role: 'director', name: 'Dora Holm' })
    await app.db
      .insertInto('roleGrant')
      .values({ personId: bo.person.id, role: 'director', startsOn: '2016-01-01', createdAt: app.now() })
      .execute()
    const phone = await pageOf(ana.person, { width: 360 })
    await goTo(phone, '/me/report')
    const readers = await textOf(phone)
    await phone.getByLabel(/Bo Ek/).check()
    await phone.locator('main textarea').fill('Escribió algo que no quiero repetir.')
    await Promise.all([phone.waitForEvent('load'), phone.locator('main form button').last().click()])
    const reading = await pageOf(director)
    await openCase(reading, 'Bo Ek')
    const others = await Promise.all(
      [running.coordinator, bo.person].map(async (person) => {
        const page = await pageOf(person)
        const answer = await page.goto(reading.url())
        await page.goto(`${url}/office/cases`)
        return { status: answer?.status(), says: (await textOf(page)).includes('Escribió') }
      }),
    )

    expect(readers).toContain('Dora Holm')
    expect(readers).not.toContain('Bo Ek,')
    expect(await textOf(reading)).toContain('Escribió algo que no quiero repetir.')
    expect(others).toEqual([
      { status: 404, says: false },
      { status: 404, says: false },
    ])
  })
})
