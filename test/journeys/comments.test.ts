import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { archivedPosts } from '../../src/cli/demo/archive/file.ts'
import { publishArchived } from '../../src/cli/demo/archive/publish.ts'
import { formerParticipants } from '../../src/cli/demo/before/people.ts'
import { demoPeople } from '../../src/cli/demo/people.ts'
import { indexPosts } from '../../src/features/archive/actions/indexing.ts'
import { sendComment } from '../../src/features/comments/index.ts'
import { visitor } from '../../src/features/people/index.ts'
import { aPerson, aRound } from '../builders.ts'
import { expectGoodPage, hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { keyboardOf } from './keyboard.ts'
import { textOf, unhurried } from './steps.ts'

const { app, url, pageOf } = await siteHere('2016-02-21T12:00:00Z')
const began = app.now()
const minutesLater = (minutes: number) =>
  app.at(new Date(app.now().getTime() + minutes * 60_000).toISOString())
const slug = 'money-with-a-name-on-it'
await aRound(app, {
  ...{ code: '2014B', startsOn: '2014-09-01', endsOn: '2014-12-21' },
  ...{ applyFrom: new Date('2014-07-06T12:00:00Z'), applyUntil: new Date('2014-08-17T12:00:00Z') },
  announcedAt: new Date('2014-07-01T12:00:00Z'),
})
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
// Authors of the team, and those who took part, sign by their accounts.
const accounts = new Map([...demoPeople, ...formerParticipants].map(({ name, email }) => [email, name]))
for (const [email, name] of accounts) await aPerson(app, { name, email })
const posts = (await archivedPosts()).filter(({ code, picture }) => code === '2014B' && picture === '')
await publishArchived({ app, at: (instant) => app.at(instant.toISOString()), editors: [editor] }, posts)
app.at(began.toISOString())
await indexPosts(app)

/** What becomes of each comment that waits, by the letter that says so. */
const fates = {
  'A bench!': 'a',
  'Cheap essays.': 's',
  'When does it begin?': 'd',
  'Another bench.': 'a',
} as const
type Said = keyof typeof fates
const texts = Object.keys(fates) as Said[]
const buttons = { a: /^Let it appear/, s: /^It is spam/, d: /^Remove it/ } as const
const decided = { a: 'shown', s: 'spam', d: 'removed' } as const

/** Comments of people who have sent none before, so that they wait. */
async function fillQueue(): Promise<void> {
  await app.db.deleteFrom('comment').execute()
  for (const text of texts) {
    minutesLater(30)
    const name = `Reader ${app.now().getTime()}`
    const comment = { name, email: `${name.replace(' ', '')}@lib.example`, text, follows: false, to: null }
    await sendComment(app, visitor('en'), comment, { slug, network: name, locale: 'en', once: name })
  }
}

const states = async () =>
  Object.fromEntries(
    (await app.db.selectFrom('comment').select(['text', 'state']).execute()).map((one) => [
      one.text,
      one.state,
    ]),
  )
const allDecided = Object.fromEntries(texts.map((text) => [text, decided[fates[text]]]))

/** Which comment stands in a row of the queue. */
const readIn = async (row: string): Promise<Said> => {
  const text = texts.find((one) => row.includes(one))
  if (!text) throw new Error(`no comment of ours in ${row}`)
  return text
}

async function queueOf(wish: Parameters<typeof pageOf>[1]): Promise<Page> {
  await fillQueue()
  const page = await pageOf(editor, wish)
  await page.goto(`${url}/office/comments`)
  return page
}

async function leads(page: Page, press: () => Promise<void>): Promise<void> {
  const led = page.waitForEvent('load')
  await press()
  await led
}

describe.skipIf(!hasChromium)('comments', unhurried, () => {
  test('a moderator clears a queue without scripts, by Tab and Enter', async () => {
    const page = await queueOf({ javaScript: false })
    for (let left = texts.length; left > 0; left -= 1) {
      const first = await page.locator('[data-keys] > li').first().textContent()
      await keyboardOf(page).press(buttons[fates[await readIn(first ?? '')]])
    }

    expect(await states()).toEqual(allDecided)
  })

  test('by letters from the last to the first, without ever leaving the list', async () => {
    const page = await queueOf({})
    await page.locator('[data-keys] > li').last().getByRole('checkbox').focus()
    for (let left = texts.length; left > 0; left -= 1) {
      const here = await page.evaluate(() => document.activeElement?.closest('li')?.textContent)
      await leads(page, async () => page.keyboard.press(fates[await readIn(here ?? '')]))
    }

    expect(await states()).toEqual(allDecided)
  })

  test.each([true, false])(
    'a reader finds a post of 2014, cites it and comments, scripts %s',
    async (javaScript) => {
      await app.db.deleteFrom('comment').execute()
      const page = await pageOf(undefined, { width: 360, javaScript })
      const press = (name: string | RegExp, role: 'link' | 'button' = 'button') =>
        leads(page, () => page.getByRole(role, { name }).first().click())
      await page.goto(url)
      await press('Search', 'link')
      await page.getByLabel('Words to look for').fill('brass plate over the door')
      await press('Search')
      await press('Money with a name on it', 'link')
      const cited = await page.locator('.citation').first().textContent()
      await page.getByLabel('Your name').fill('Ngozi Eze')
      await page.locator('#f-email').fill('ngozi@lib.example')
      await page.getByLabel('Your comment').fill('Has the bench been finished?')
      await press('Read it once more')
      minutesLater(1)
      await press('Send the comment')

      expect(cited).toMatch(/Mabizela.*2014.*Money with a name on it/s)
      expect(await textOf(page)).toContain('Your comment waits for an editor')
      expect(await states()).toEqual({ 'Has the bench been finished?': 'waiting' })
    },
  )

  test.each(['en-GB', 'ar'])('their pages are good in %s', async (locale) => {
    const editors = await queueOf({ locale })
    await expectGoodPage(editors, [360])
    await sendOne()
    const page = await pageOf(undefined, { locale })
    await page.goto(`${url}/posts/${slug}`)
    await expectGoodPage(page, [360])

    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expect(await page.locator('main').textContent()).toContain('By an editor.')
  })

  async function sendOne(): Promise<void> {
    const comment = {
      name: editor.name,
      email: editor.email,
      text: 'By an editor.',
      follows: false,
      to: null,
    }
    const once = `editor ${app.now().getTime()}`
    await sendComment(app, editor, comment, { slug, network: once, locale: 'en', once })
  }
})
