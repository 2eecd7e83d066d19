import { expect, test } from 'vitest'
import { aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { locales } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'

/** What a slow telephone network carries in the time that people wait. */
const most = 30_000

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
await aRound(app)
const base = '/rounds/2016A/apply'

/** Bytes on the wire for someone who comes for the first time: the page, and all files that it names. */
async function firstVisit(browser: ReturnType<typeof aBrowser>, path: string): Promise<number> {
  const files = [...(await browser.read(path)).matchAll(/(?:href|src)="(\/(?:assets|look)\/[^"]+)"/g)]
  const named = new Set([path, ...files.map(([, file]) => file ?? '')])
  const sizes = await Promise.all([...named].map((one) => sizeOf(browser, one)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function sizeOf(browser: ReturnType<typeof aBrowser>, path: string): Promise<number> {
  const answer = await browser.ask(path, { headers: { 'Accept-Encoding': 'gzip, br' } })
  return (await answer.arrayBuffer()).byteLength + [...answer.headers].join('\r\n').length
}

test('whichever page of the form someone sees first, it comes with all it needs in 30 KB, in each language', async () => {
  const heavy: Record<string, number> = {}
  for (const locale of locales) {
    const browser = aBrowser(site, app.origin, { Cookie: `twinleaf_pref=${locale}.auto` })
    for (const page of formPages) await browser.fill('2016A', page, lagos[page])
    for (const page of ['', '/you', '/work', '/talking', '/partner', '/check', '/sent', '/later']) {
      const path = page === '' ? '/rounds/2016A' : base + page
      if (page === '/sent') await browser.send(`${base}/send`, { acceptsCode: ['2026-11-27'] })
      heavy[`${path} (${locale})`] = await firstVisit(browser, path)
    }
  }

  const [[path, bytes] = ['', 0]] = Object.entries(heavy).toSorted(([, a], [, b]) => b - a)
  console.info(`The heaviest page of the form: ${path}, ${(bytes / 1000).toFixed(1)} KB on a first visit.`)
  expect(Object.entries(heavy).filter(([, size]) => size > most)).toEqual([])
})
