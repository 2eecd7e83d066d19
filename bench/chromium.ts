import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Debian's, of either kind. */
const paths = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: paths.find((path) => existsSync(path)) ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  })
