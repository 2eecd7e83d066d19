/**
 * Whether a web archive of ours is read by ReplayWeb.page: `node bench/replay.ts FOLDER`. FOLDER is its package, unpacked
 * (`npm pack replaywebpage`), which is under a licence of its own and so no part of this project.
 *
 * Starts the demonstration network, copies its site by `twinleaf archive publish` into a `.wacz`, and opens each page of that
 * in ReplayWeb.page in Chromium. What can be read there must be what the site says itself, in our colours, with its pictures.
 * Prints a line for each page that differs, and how many there were; ends with 1 when one does. Takes three minutes.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Frame, Page } from 'playwright-core'
import { startChromium } from './chromium.ts'
import { startDemonstration } from './demonstration.ts'

const [player = ''] = process.argv.slice(2)
if (!existsSync(join(player, 'sw.js'))) {
  console.error('Name the folder of ReplayWeb.page: `npm pack replaywebpage`, unpacked.')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-replay-'))
const network = await startDemonstration('serve', '--no-worker')
const files = new Hono()
  .get('/site.wacz', serveStatic({ root: folder }))
  .get('*', serveStatic({ root: player }))
const port = 45_000 + (process.pid % 10_000)
const server = serve({ fetch: files.fetch, port, hostname: 'localhost' })
const browser = await startChromium()

/** What a reader has before their eyes: words, how many pictures there are, how many of them to be seen, and the colour of the paper. */
const seenOn = (page: Page | Frame) =>
  page.evaluate(async () => {
    const pictures = [...document.images]
    // Nobody scrolls here.
    for (const one of pictures) one.loading = 'eager'
    await Promise.all(pictures.map((one) => one.decode().catch(() => {})))
    return {
      words: document.body.textContent.replace(/\s+/g, ' '),
      pictures: pictures.length,
      shown: pictures.filter(({ naturalWidth }) => naturalWidth > 0).length,
      paper: getComputedStyle(document.body).backgroundColor,
    }
  })

/** Has the archive opened as anyone would. @returns the frame in which its pages are shown */
async function opened(page: Page): Promise<Frame> {
  const at = `http://localhost:${port}`
  await page.goto(`${at}/?source=${at}/site.wacz#view=pages&url=${encodeURIComponent(`${network.origin}/`)}`)
  for (let tries = 0; tries < 120; tries += 1) {
    const found = page.frames().find((frame) => frame.url().endsWith(`mp_/${network.origin}/`))
    if (found) return found
    await page.waitForTimeout(500)
  }
  throw new Error('ReplayWeb.page did not open the archive within a minute')
}

/** The pages that it lists, as it has read them from the archive. */
const listedIn = (page: Page, before: string): Promise<string[]> =>
  page.evaluate(async (id) => {
    const { pages } = await (await fetch(`/w/api/c/${id}?all=1`)).json()
    return pages.map(({ url }: { url: string }) => url)
  }, before.split('/')[4] ?? '')

try {
  const archive = join(folder, 'site.wacz')
  const { pages } = JSON.parse(await network.command('archive', 'publish', archive, '--json'))
  const [living, replayed] = [await browser.newPage(), await opened(await browser.newPage())]
  const before = replayed.url().slice(0, -`${network.origin}/`.length)
  const listed = await listedIn(replayed.page(), before)
  let differ = 0
  for (const address of listed) {
    await Promise.all([living.goto(address), replayed.goto(before + address)])
    const [there, here] = [await seenOn(living), await seenOn(replayed)]
    if (isDeepStrictEqual(there, here)) continue
    differ += 1
    console.log(address, there, here)
  }
  console.log(`${listed.length} of ${pages} pages are listed, ${differ} differ`)
  if (listed.length !== pages || differ > 0) process.exitCode = 1
} finally {
  await browser.close()
  server.close()
  await network.stop()
  rmSync(folder, { recursive: true, force: true })
}
