import { beforeAll, describe, expect, test } from 'vitest'
import { type Locale, locales } from '../../src/platform/words.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aPerson } from '../builders.ts'
import { misfitsOn } from '../fitting.ts'
import { testApp } from '../harness.ts'
import { signedIn } from '../signed-in.ts'
import { aNetworkToWalk, routeOf, walk } from '../walked.ts'
import { aReader, hasChromium } from './browser.ts'
import { unhurried } from './steps.ts'

const app = await testApp()
const assets = await buildAssets()
const site = createSite(app, assets)
const styles = (path: string) => Buffer.from(assets.files.get(path) ?? []).toString('utf8')

/** The language with the longest words: where it fits, the others nearly always do. All six by hand. */
const spoken: readonly Locale[] = process.env.EVERY_LANGUAGE ? locales : ['fr']

describe.skipIf(!hasChromium)('each page on a phone', unhurried, () => {
  let participant: { id: string }

  beforeAll(async () => {
    participant = await aNetworkToWalk(app, 'Ngũgĩ-Oluwaseun')
  }, unhurried.timeout)

  test.each(spoken)(
    'in %s, nothing reaches out of the screen, and no letters are cut off',
    async (locale) => {
      const context = await aReader({ width: 360 })
      const page = await context.newPage()
      const cookie = `twinleaf_pref=${locale}.light`
      const viewers = [
        ['/', {}],
        ['/me', await signedIn(app, participant)],
        ['/office', await signedIn(app, await aPerson(app, { role: 'director' }))],
      ] as const
      const pages = []
      for (const [from, headers] of viewers) {
        const signed = {
          ...headers,
          Cookie: [(headers as { Cookie?: string }).Cookie, cookie].filter(Boolean).join('; '),
        }
        pages.push(...(await walk(app, site, from, signed, { mostOfAKind: 1, kind: routeOf(site) })))
      }
      const shown = Map.groupBy(
        pages.filter(({ html }) => html !== ''),
        ({ path }) => path.startsWith('/office'),
      )
      const misfits = [
        ...(await misfitsOn(page, styles(assets.css), shown.get(false) ?? [])),
        ...(await misfitsOn(page, styles(assets.css) + styles(assets.officeCss), shown.get(true) ?? [])),
      ]
      await context.close()

      expect(pages.length).toBeGreaterThan(60)
      expect(misfits).toEqual([])
    },
  )
})

describe.skipIf(!hasChromium)('what a writer may set', unhurried, () => {
  test('a question in a text goes on in its line, with a link and a word with force in it', async () => {
    const page = await (await aReader({ width: 800 })).newPage()
    const question = 'Is it <strong>quiet</strong> in <a href="/">your</a> rooms?'
    await page.setContent(
      `<style>${styles(assets.css)}</style><main class="main text"><div class="prose">
        <section class="questions"><ul><li>${question}</li></ul></section></div></main>`,
    )

    const tops = await page
      .locator('li :is(strong, a)')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top))

    expect(new Set(tops).size).toEqual(1)
  })

  test('numbers in a table stand where the writer put them', async () => {
    const page = await (await aReader({ width: 800 })).newPage()
    await page.setContent(
      `<style>${styles(assets.css)}</style><div class="prose"><table><tr><td align="right">1</td><td align="center">2</td>
        <td>3</td></tr></table></div>`,
    )

    const set = await page
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign))

    expect(set).toEqual(['end', 'center', 'start'])
  })
})
