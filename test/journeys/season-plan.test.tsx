import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { DeskPost } from '../../src/features/posts/index.ts'
import type { Round } from '../../src/features/rounds/index.ts'
import { PlanPage } from '../../src/features/topics/pages/plan/plan.tsx'
import type { Locale } from '../../src/platform/words.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { aReader, expectGoodPage, hasChromium } from './browser.ts'
import { frameFor, pageShowing } from './writing-page.tsx'

const began = new Date('2016-01-01T00:00:00Z')
const round: Round = {
  ...{ id: 'round', code: '2016A', title: '', applyFrom: began, applyUntil: began, zone: 'UTC' },
  ...{ startsOn: '2016-02-29', endsOn: '2016-06-19', capPercent: 40, topicDays: [0, 14, 28, 42, 56] },
  ...{ announcedAt: began, capAppliedAt: null, releasedAt: null },
}

const planned = (post: Pick<DeskPost, 'id' | 'title'> & Partial<DeskPost>): DeskPost => ({
  ...{ slug: post.id, summary: '', body: '', locale: 'en', byline: '', authorId: null, roundId: 'round' },
  ...{ number: null, questions: [], hashtag: '', tags: [], mediaId: null, publishAt: null, revision: 1 },
  ...{ withdrawnAt: null, createdAt: began, updatedAt: began, stage: 'proposed', fortnight: 1, dueOn: null },
  ...{ part: 'companion', assigneeId: null, reviewerId: null, withdrawnBecause: '', roundCode: '2016A' },
  ...{
    zone: 'UTC',
    authors: [],
    assignee: null,
    reviewer: null,
    translationGroup: null,
    agreedRevision: null,
    ...{ licence: null, doi: null },
    ...post,
  },
})

/** A season with a topic and an idea in its first fortnight, in three columns. */
async function season(locale: Locale, width = 1280) {
  const { files, icon, ...assets } = await buildAssets()
  const frame = frameFor(locale, { ...assets, icon: { href: icon, type: 'image/svg+xml' } })
  const html = String(
    <PlanPage
      {...{ frame, round, rounds: [round], archive: [], voices: [], now: new Date('2016-02-21T09:00:00Z') }}
      posts={[planned({ id: 'topic', title: 'Welcome', number: 1 }), planned({ id: 'idea', title: 'Noise' })]}
      moved={null}
      mayWrite
    />,
  )
  const shown = await pageShowing(await aReader({ width }), html, files)
  const said = () => shown.page.locator('season-plan output').textContent()
  return { ...shown, said, card: shown.page.locator('#post-idea'), grip: shown.page.locator('.grip') }
}

const middleOf = async (page: Page, selector: string) => {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox()) ?? nowhere
  return { x: x + width / 2, y: y + height / 2 }
}
const nowhere = { x: 0, y: 0, width: 0, height: 0 }

/** As a hand does: down, a few steps on the way, up. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
}

const moved = '**/office/plan/2016A/place'
const third = '[data-fortnight="3"]'

describe.skipIf(!hasChromium)('the plan of a season', () => {
  test('a card that is dragged by its title to another fortnight sends the form that moves it, once', async () => {
    const { page, sent, refused } = await season('en')
    await drag(page, await middleOf(page, '#post-idea a'), await middleOf(page, third))
    const marked = await page.locator('.over').getAttribute('data-fortnight')
    await page.mouse.up()
    await page.waitForURL(moved)

    expect(marked).toEqual('3')
    expect(sent).toEqual([{ post: 'idea', fortnight: '3', part: 'companion' }])
    expect(refused).toEqual([])
  })

  test('a topic, a press that moves nothing, and a drag that Escape ends leave everything where it is', async () => {
    const { page, sent, said } = await season('en')
    await drag(page, await middleOf(page, '#post-topic .person-facts'), await middleOf(page, third))
    await page.mouse.up()
    await drag(page, await middleOf(page, '.grip'), await middleOf(page, third))
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.locator('#post-idea a').click()

    expect(new URL(page.url()).pathname).toEqual('/office/posts/idea')
    await page.goBack()
    expect(sent).toEqual([])
    expect(await said()).toEqual('')
  })

  test.each([
    ['en', 'ArrowRight', 'Fortnight 2'],
    ['ar', 'ArrowLeft', 'الأسبوعان 2'],
  ] as const)(
    'in %s, %s is the next fortnight; it is said, and Enter puts the card there',
    async (...how) => {
      const [locale, key, name] = how
      const { page, sent, said, grip } = await season(locale)
      await expectGoodPage(page)
      await grip.focus()
      await page.keyboard.press(key)
      const heard = await said()
      await page.keyboard.press('Escape')
      const left = await page.locator('.over').count()
      await page.keyboard.press(key)
      await page.keyboard.press('Enter')
      await page.waitForURL(moved)

      expect(heard).toContain(name)
      expect(left).toEqual(0)
      expect(sent).toEqual([{ post: 'idea', fortnight: '2', part: 'companion' }])
    },
  )

  test('on a phone a finger moves it by its grip, and the page still scrolls by the card', async () => {
    const { page, sent, grip } = await season('en', 360)
    const touched = (type: string, at: { x: number; y: number }) => ({
      ...{ pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true, button: 0 },
      ...{ clientX: at.x, clientY: at.y, type },
    })
    await page.locator(third).scrollIntoViewIfNeeded()
    const [from, to] = [await middleOf(page, '.grip'), await middleOf(page, third)]
    for (const target of [page.locator('#post-idea .person-facts'), grip]) {
      await target.dispatchEvent('pointerdown', touched('pointerdown', from))
      await target.dispatchEvent('pointermove', touched('pointermove', to))
      await target.dispatchEvent('pointerup', touched('pointerup', to))
    }
    await page.waitForURL(moved)

    expect(await grip.evaluate((one) => getComputedStyle(one).touchAction)).toEqual('none')
    expect(sent).toEqual([{ post: 'idea', fortnight: '3', part: 'companion' }])
  })
})
