import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sayFarewells } from '../../src/features/farewells/actions/saying.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { askSurveys } from '../../src/features/surveys/actions/asking.ts'
import { countSurveys } from '../../src/features/surveys/actions/counting.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { aPerson } from '../builders.ts'
import { expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { oneStepAfterAnother, textOf, unhurried } from './steps.ts'

const { app, url, pageOf, linkMailed } = await siteHere('2016-02-20T12:00:00Z')

describe.skipIf(!hasChromium)('the end of a round, from a phone and from the office', unhurried, () => {
  let running: Awaited<ReturnType<typeof aRunningRound>>

  beforeAll(async () => {
    running = await aRunningRound(app)
    await drainOutbox(app)
    app.at('2016-06-10T12:00:00Z')
  }, unhurried.timeout)

  oneStepAfterAnother()

  /** Presses a button of the page's own with the keyboard alone. */
  async function press(page: Page, name: string | RegExp) {
    await page.locator('main').getByRole('button', { name }).first().focus()
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  /** Keeps a picture for whoever wants to look, in the folder that SHOTS names. */
  const look = async (page: Page, name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
  }
  const linkTo = async (person: { id: string }) =>
    /\/survey\/[\w.-]+/.exec(
      (
        await app.db
          .selectFrom('outbox')
          .where('personId', '=', person.id)
          .where('kind', '=', 'survey')
          .select('text')
          .executeTakeFirstOrThrow()
      ).text,
    )?.[0] ?? ''

  test('a coordinator makes the survey ready in two presses', async () => {
    const desk = await pageOf(running.coordinator)
    await desk.goto(`${url}/office/rounds/${running.round.code}/surveys/end`)
    await expectGoodPage(desk)
    await press(desk, 'Use the supplied questions')
    await press(desk, 'Make the survey ready')
    await look(desk, 'survey')
    await desk.goto(`${url}/office/rounds/${running.round.code}/surveys/end/questions`)
    await expectGoodPage(desk)
    await look(desk, 'questions')

    app.at('2016-06-13T14:13:00Z')
    expect(await askSurveys(app)).toEqual({ asked: 6, reminded: 0 })
  })

  /** Chooses the first of each choice that stands in sight, and writes where one writes. */
  async function answer(page: Page, words: string) {
    for (const group of await page.locator('main fieldset.field').all())
      if (await group.isVisible()) await group.locator('input').first().check()
    for (const area of await page.locator('main textarea').all())
      if (await area.isVisible()) await area.fill(words)
  }

  test('a participant answers from the email on a phone, without scripts; others in Spanish and in Arabic', async () => {
    const { ana, bo, chi, dev, fay, gil } = running.people
    for (const [who, locale] of [
      [fay, 'en-GB'],
      [gil, 'ar'],
      [ana, 'es'],
      [bo, 'en-GB'],
      [chi, 'en-GB'],
      [dev, 'en-GB'],
    ] as const) {
      const phone = await pageOf(undefined, { width: 360, locale, javaScript: who !== fay })
      await phone.goto(url + (await linkTo(who.person)))
      await look(phone, `answer-1-${locale}`)
      if (who === gil) await expectGoodPage(phone)
      for (let step = 1; step <= 3; step += 1) {
        await answer(phone, 'Her library by the river.')
        if (who === gil) await look(phone, `answer-${step}-filled-${locale}`)
        await press(phone, /Save and go on|حفظ ومتابعة|Guardar y seguir/)
      }
      await phone.locator('main input[type=radio]').last().check()
      await look(phone, `last-${locale}`)
      if (who === gil) await expectGoodPage(phone)
      await press(phone, /Send my answers|إرسال إجاباتي|Enviar mis respuestas/)
      await look(phone, `thanks-${locale}`)
      if (who === gil) await expectGoodPage(phone)
      await phone.context().close()
    }

    expect(await countSurveys(app)).toBe(1)
    const desk = await pageOf(running.coordinator)
    for (const path of ['figures', 'figures?by=sector', 'figures?by=experience', 'texts']) {
      await desk.goto(`${url}/office/rounds/${running.round.code}/surveys/end/${path}`)
      await expectGoodPage(desk)
      await look(desk, path.replaceAll(/\W/g, '-'))
    }
  })

  test('a participant writes a reflection with their partner, and the editor finds it', async () => {
    const { fay, gil } = running.people
    const phone = await pageOf(fay.person, { width: 360 })
    await phone.goto(`${url}/me/reflections`)
    await expectGoodPage(phone)
    await press(phone, /^Write about/)
    await press(phone, 'Invite your partner to write along')
    await phone.getByLabel('Title').fill('Two libraries, one river')
    await phone.getByLabel('Your text').fill('We talked about floods.\n\nWe will go on.')
    await phone.getByLabel('With my full name').check()
    await phone.getByLabel(/^For the blog/).check()
    await expectGoodPage(phone)
    await look(phone, 'write')
    await press(phone, 'Save and read it through')
    await press(phone, /^I agree/)
    await expectGoodPage(phone)
    const address = phone.url()

    const partner = await pageOf(gil.person, { width: 360, locale: 'ar' })
    await partner.goto(address)
    await expectGoodPage(partner)
    await look(partner, 'agree-ar')
    await press(partner, /^أوافق/)

    const editor = await pageOf(await aPerson(app, { role: 'editor' }))
    await editor.goto(`${url}/office`)
    await Promise.all([
      editor.waitForEvent('load'),
      editor.getByRole('link', { name: 'Read it' }).first().click(),
    ])
    await expectGoodPage(editor)
    await look(editor, 'reflection')
    await press(editor, 'Begin a post from it')
    expect(await textOf(editor)).toContain('The draft of a post was begun.')
  })

  test('on the last day a farewell leads to the certificate, which anyone can check', async () => {
    const { fay } = running.people
    const desk = await pageOf(running.coordinator)
    await desk.goto(`${url}/office/rounds/${running.round.code}/certificates/rule`)
    await expectGoodPage(desk)
    await desk.getByLabel('Check-ins answered').fill('0')
    await desk.getByLabel('It must be answered').check()
    await press(desk, 'Save')

    app.at('2016-06-19T16:00:00Z')
    await sayFarewells(app)
    const phone = await pageOf(undefined, { width: 360 })
    await phone.goto(await linkMailed(fay.person.email, '/farewell/'))
    await expectGoodPage(phone)
    await phone.getByRole('link', { name: 'Write the name, or open the certificate' }).click()
    await phone.getByLabel('Your name as it is to be written').fill('Fay Ødegård-Gray')
    await press(phone, 'Make my certificate')
    await phone.goto(await linkMailed(fay.person.email, '/my-certificate/'))
    await expectGoodPage(phone)
    await look(phone, 'certificate')
    const file = await phone.getByRole('link', { name: 'Open the certificate (PDF)' }).getAttribute('href')
    const pdf = await (await phone.request.get(url + file)).body()
    const address = await phone
      .getByRole('link', { name: /page where anyone can check/ })
      .getAttribute('href')

    const stranger = await pageOf(undefined, { locale: 'ar' })
    await stranger.goto(url + address)
    await expectGoodPage(stranger)
    await look(stranger, 'check-ar')

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await textOf(stranger)).toContain('Fay Ødegård-Gray')
    expect(await textOf(stranger)).toContain('هذه الشهادة سارية')
  })
})
