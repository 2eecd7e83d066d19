import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { askForAgreement } from '../../src/features/contributions/actions/agreeing.ts'
import { acceptContribution } from '../../src/features/contributions/index.ts'
import { ownContribution } from '../../src/features/contributions/queries/contributions.ts'
import { saveText } from '../../src/features/posts/index.ts'
import { aPerson, aRound } from '../builders.ts'
import { expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { textOf, unhurried } from './steps.ts'

const { app, url, pageOf, linkMailed } = await siteHere('2016-02-29T12:00:00Z')
await aRound(app)
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const photo = {
  ...{ name: 'desk.jpg', mimeType: 'image/jpeg' },
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#2c6b4a' } })
    .jpeg()
    .toBuffer(),
}
const phone = { width: 360, javaScript: false }

describe.skipIf(!hasChromium)('publishing', unhurried, () => {
  test('a first-time content officer plans, writes and publishes a topic', async () => {
    const page = await pageOf(editor)
    await page.goto(`${url}/office`)
    await page.getByRole('link', { name: 'Season plan' }).click()
    await page.getByRole('link', { name: 'Write topic 1' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('What we keep')
    await page.getByLabel('Summary').fill('Every shelf is a promise. To whom did we make it?')
    await page.locator('.surface > .prose').click()
    await page.keyboard.type('Last week I weeded a shelf.')
    await page.getByLabel('Questions for partners').fill('What do you keep?\nFor whom?')
    await page.getByLabel('Hashtag').fill('#whatwekeep')
    await page.getByLabel('Picture file').setInputFiles(photo)
    await page.getByLabel('Alternative text').fill('A green shelf.')
    await page.getByLabel('Caption').fill('The shelf')
    await page.getByLabel('Made by').fill('Vera Lind')
    await page.getByLabel('Found at').fill('own work')
    await page.getByLabel('Licence').selectOption('cc0-1.0')
    await page.getByRole('button', { name: 'Save topic 1 and preview it' }).click()
    await page.getByRole('link', { name: 'As a post' }).click()
    const preview = await textOf(page)
    await page.getByRole('link', { name: 'Publish topic 1 now' }).click()
    await page.getByRole('button', { name: 'Publish topic 1' }).click()
    const said = await textOf(page)
    const reader = await pageOf(undefined, phone)
    await reader.goto(`${url}/posts/what-we-keep-2016a`)

    expect(preview).toContain('Last week I weeded a shelf.')
    expect(said).toContain('Topic 1 is public.')
    expect(await textOf(reader)).toMatch(/What we keep.*Last week I weeded a shelf\..*For whom\?/s)
  })

  test('a guest sends a postcard from a phone and approves the edit', async () => {
    const email = 'arta@lib.example'
    const page = await pageOf(undefined, phone)
    await page.goto(`${url}/contribute`)
    await page.getByRole('link', { name: 'Write a postcard' }).click()
    await page.getByLabel('Where are you').fill('By the north window of a town library.')
    await page.getByLabel('What is a day').fill('Children read aloud.')
    await page.getByLabel('What would surprise').fill('We lend umbrellas.')
    await page.getByLabel('The photograph').setInputFiles(photo)
    await page.getByLabel('What is there to see?').fill('A green wall.')
    await page.getByLabel(/^The person who took it/).check()
    await page.getByLabel('Your name').fill('Arta Hoxha')
    await page.getByLabel('Country', { exact: true }).selectOption('AL')
    await page.getByLabel('Your email address').fill(email)
    await page.getByLabel(/^I wrote this/).check()
    await page.getByRole('button', { name: 'Read it once more' }).click()
    app.at('2016-02-29T12:05:00Z')
    await page.getByRole('button', { name: 'Send the postcard' }).click()
    const sent = await textOf(page)
    await editedByTheOffice(await linkMailed(email, '/contributions/'))
    await page.goto(await linkMailed(email, '/contributions/'))
    const asked = await textOf(page)
    await page.getByRole('button', { name: 'I agree to this text' }).click()

    expect(sent).toContain('We have it, thank you')
    expect(asked).toContain('We lend umbrellas to everyone.')
    expect(await textOf(page)).toContain('You agreed, thank you')
  })

  async function editedByTheOffice(link: string): Promise<void> {
    const { id, revision } = await ownContribution(app.db, link.split('/').at(-1) ?? '')
    const place = { code: '', fortnight: null }
    const postId = await acceptContribution(app, editor, id, { revision, word: '', place })
    app.at('2016-03-01T12:00:00Z')
    const text = {
      ...{
        title: 'A postcard from Albania',
        summary: 'By the north window.',
        body: 'We lend umbrellas to everyone.',
      },
      ...{ questions: [], authors: [{ name: 'Arta Hoxha' }], locale: 'en', tags: [], hashtag: '' },
    }
    await saveText(app, editor, postId, { base: 1, text })
    await askForAgreement(app, editor, id, null)
  }

  test.each(['en', 'ar'] as const)('their pages are good in %s', async (locale) => {
    const office = await pageOf(await aPerson(app, { role: 'editor', locale }))
    const guest = await pageOf(undefined, { locale })
    await office.goto(`${url}/office/topics/2016A/2/write`)
    await expectGoodPage(office, [360])
    for (const address of [
      `${url}/contribute/postcard`,
      await linkMailed('arta@lib.example', '/contributions/'),
    ]) {
      await guest.goto(address)
      await expectGoodPage(guest, [360])
    }

    expect(await office.locator('html').getAttribute('lang')).toBe(locale)
    expect(await guest.locator('html').getAttribute('lang')).toBe(locale)
  })
})
