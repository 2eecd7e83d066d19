import { statSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { demoNetwork } from '../../src/cli/demo/network.ts'
import { addContact, shortenFor } from '../../src/features/ambassadors/index.ts'
import { sweepCases } from '../../src/features/cases/index.ts'
import { askCheckIns } from '../../src/features/checkins/index.ts'
import type { Chapter } from '../../src/features/help/chapters.ts'
import { pictureFile, pictureName, type Taken, takenPictures } from '../../src/features/help/queries.ts'
import { changeNetwork } from '../../src/features/network/index.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { terminal } from '../../src/features/people/index.ts'
import { aTopic } from '../../src/features/topics/topic.builder.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { type Locale, locales, tagOf } from '../../src/platform/words.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { anApplication, aPerson, aRound } from '../builders.ts'
import { hasChromium } from './browser.ts'
import { siteHere } from './here.ts'
import { unhurried } from './steps.ts'
import { heaviest, take, writeDown } from './taking.ts'

const { app, url, pageOf } = await siteHere('2016-02-20T12:00:00Z')

/** Which page helps to understand a chapter, as whom one sees it, and how wide one's screen is. */
const pictures = {
  'find-your-way': ['coordinator', '/office', 1280],
  'open-a-call': ['visitor', '/rounds/2016C', 360],
  apply: ['visitor', '/rounds/2016C/apply/you', 360],
  'clean-the-applications': ['coordinator', '/office/rounds/2016C/applications/clean', 1280],
  'give-places': ['coordinator', '/office/rounds/2016C/cap', 1280],
  'run-the-matching': ['coordinator', '/office/rounds/2016B/matching/lab', 1280],
  'look-through-the-pairs': ['coordinator', '/office/rounds/2016B/matching', 1280],
  'watch-the-round': ['coordinator', '/office/rounds/2016B/weeks', 1280],
  'look-after-cases': ['coordinator', '/office/cases', 1280],
  'find-ambassadors': ['coordinator', '/office/countries', 1280],
  'speak-for-a-country': ['ambassador', '/office/countries/KE', 360],
  'write-a-topic': ['editor', '/office/topics/2016B/1/write', 1280],
  'write-to-your-partner': ['participant', '/me/partner', 360],
} as const satisfies Partial<Record<Chapter, readonly [string, string, number]>>

/**
 * All languages, English and another one for each chapter first: these two are looked at each time, and the others where a page
 * shows something else than before, or with EVERY_LANGUAGE=1.
 */
function inTurn(chapter: string): Locale[] {
  const others = locales.filter((one) => one !== 'en')
  const turn = Object.keys(pictures).indexOf(chapter) % others.length
  return ['en', ...others.slice(turn), ...others.slice(0, turn)]
}

type Viewer = (typeof pictures)[keyof typeof pictures][0]

/** A round in its second week, the call of the next one, and those who look at their pages. */
async function aNetworkAtWork(): Promise<Record<Viewer, { id: string } | undefined>> {
  await changeNetwork(app, terminal, demoNetwork)
  const { coordinator, people } = await aRunningRound(app)
  await drainOutbox(app)
  const editor = await aPerson(app, { role: 'editor', name: 'Ed Moss' })
  await aTopic(app, editor, { code: '2016B' })
  const ambassador = await aPerson(app, { role: 'ambassador', country: 'KE', name: 'Wanjiru Otieno' })
  const next = await aRound(app, {
    ...{ code: '2016C', startsOn: '2016-08-22', endsOn: '2016-12-11' },
    ...{ applyFrom: new Date('2016-02-01T00:00:00Z'), applyUntil: new Date('2016-08-07T00:00:00Z') },
  })
  const apply = (name: string, country: string, wish = {}) =>
    anApplication(app, next, { name, country, acceptedAt: null, ...wish })
  for (const name of [
    'Amani Kariuki',
    'Baraka Njeri',
    'Cheche Mwangi',
    'Dalia Wekesa',
    'Eshe Kimani',
    'Faraji Maina',
  ])
    await apply(name, 'KE')
  for (const name of ['Adisa Obi', 'Adisa Obi', 'Bisi Ade']) await apply(name, 'NG')
  await apply('Lea Roy', 'FR')
  await anApplication(app, next, {
    name: 'Ivo Lang',
    country: null,
    countryWritten: 'Atlantis',
    acceptedAt: null,
  })
  await shortenFor(app, ambassador, 'KE')
  const contact = { kind: 'association', standing: 'planned', contactedOn: null, notes: '' } as const
  await addContact(app, ambassador, 'KE', { ...contact, name: 'Kenya Library Association' })
  app.at('2016-03-04T12:03:00Z')
  await askCheckIns(app)
  await drainOutbox(app)
  app.at('2016-03-08T12:23:00Z')
  await sweepCases(app)
  await drainOutbox(app)
  return { visitor: undefined, coordinator, editor, ambassador, participant: people.fay.person }
}

describe.skipIf(!hasChromium)('the pictures of the handbook', unhurried, () => {
  let viewers: Awaited<ReturnType<typeof aNetworkAtWork>>
  let styles = ''
  const taken: Record<string, Taken> = {}
  const anew: string[] = []

  beforeAll(async () => {
    viewers = await aNetworkAtWork()
    const { css, officeCss } = await buildAssets()
    styles = css + officeCss
  }, unhurried.timeout)

  test.each(Object.entries(pictures))(
    'of %s show its page in each language as it is now',
    async (chapter, shot) => {
      const [viewer, path, width] = shot
      const page = await pageOf(viewers[viewer], { width })
      await page.setViewportSize({ width, height: width > 1000 ? 800 : 720 })
      const before = takenPictures()
      let isElse = process.env.EVERY_LANGUAGE !== undefined
      for (const [at, locale] of inTurn(chapter).entries()) {
        const name = pictureName(chapter as Chapter, locale)
        const kept = before[name]
        if (at > 1 && !isElse && kept) {
          taken[name] = kept
          continue
        }
        await page.context().addCookies([{ name: 'twinleaf_pref', value: `${locale}.light`, url }])
        const answer = await page.goto(url + path)
        expect([name, answer?.status()]).toEqual([name, 200])
        expect(await page.locator('html').getAttribute('lang')).toBe(tagOf(locale))
        const picture = await take(page, name, styles)
        taken[name] = picture.taken
        isElse ||= picture.taken.shows !== kept?.shows
        if (picture.isNew) anew.push(name)
        expect(statSync(pictureFile(name)).size, name).toBeLessThanOrEqual(heaviest)
      }
      await page.context().close()
    },
  )

  test('are written down', async () => {
    await writeDown(taken)

    expect(Object.keys(taken)).toHaveLength(Object.keys(pictures).length * locales.length)
    if (anew.length > 0) console.log(`Pictures of the handbook that were taken anew: ${anew.join(', ')}`)
  })
})
