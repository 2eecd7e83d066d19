import { requireSound } from '../../features/backups/index.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusals.ts'
import { sayRefusal } from '../../platform/words.ts'
import { keptAssets } from '../../web/kept-assets.ts'
import { createSite } from '../../web/site.tsx'

/** The network does not work as it should; the message says what was seen. */
class NotWell extends Error {}

const pages = ['/', '/rounds', '/about', '/code-of-conduct', '/sign-in', '/feed.atom']

/** Asks the site for its pages, as a visitor would, and the rows whether they fit together. Nothing is written. */
export async function requireWell(app: App): Promise<void> {
  await requireSound(app.db)
  const site = createSite(app, await keptAssets())
  for (const path of pages) {
    const { status } = await site.request(app.origin + path, { headers: { Host: new URL(app.origin).host } })
    if (status !== 200) throw new NotWell(`${path} answers ${status} in place of 200; the log says why`)
  }
}

/** What went wrong, for the report. */
export function sayProblem(error: unknown): string {
  if (error instanceof Refusal) return sayRefusal('en', error.code, error.args) ?? error.code
  return error instanceof Error ? error.message : String(error)
}
