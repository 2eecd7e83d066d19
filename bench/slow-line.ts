/**
 * What somebody on a phone with a slow line waits for: `node bench/slow-line.ts`.
 *
 * Starts the demonstration network, and opens the call and each page of the form in Chromium at 360 px without JavaScript, each for
 * the first time, over what Chrome calls Slow 3G: 400 kbit/s down and up, and 400 ms until anything comes back. Prints when
 * the page can be read and filled in, and what came over the line. It only tells; the weight of pages is tested.
 */
import { startChromium } from './chromium.ts'
import { startDemonstration } from './demonstration.ts'

const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const paths = [
  '',
  '/apply/you',
  '/apply/work',
  '/apply/talking',
  '/apply/partner',
  '/apply/more',
  '/apply/check',
]

const { origin, stop } = await startDemonstration('serve', '--no-worker')
const browser = await startChromium()

/** In a browser that has never been there. */
async function look(path: string): Promise<{ usableMs: number; bytes: number }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 760 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', slow3G)
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const since = performance.now()
  // Stylesheets hold up the first picture of a page, so it is usable when they are there.
  await page.goto(origin + path, { waitUntil: 'load' })
  const usableMs = performance.now() - since
  await context.close()
  return { usableMs, bytes }
}

try {
  for (const path of paths) {
    const { usableMs, bytes } = await look(`/rounds/2016B${path}`)
    const [seconds, kilobytes] = [(usableMs / 1000).toFixed(1), (bytes / 1000).toFixed(1)]
    console.log(`/rounds/2016B${path}`.padEnd(32), `${seconds} s`.padStart(7), `${kilobytes} kB`.padStart(9))
  }
} finally {
  await browser.close()
  await stop()
}
