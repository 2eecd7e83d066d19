import { serve } from '@hono/node-server'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { all } from '../../src/features/all.ts'
import { runWaiting } from '../../src/platform/jobs.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { workOf } from '../../src/worker/work-of.ts'
import { type TestApp, testApp } from '../harness.ts'
import { freePort } from '../running/free-port.ts'
import { signedIn } from '../signed-in.ts'
import { aReader } from './browser.ts'

const usualSite = async (app: TestApp) => createSite(app, await buildAssets())

/**
 * A site in this very process, whose clock is moved by the steps of a journey. Call it at the top of the file.
 *
 * @param made the site around an app, where it is not the usual one
 */
export async function siteHere(now: string, made: typeof usualSite = usualSite) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const app = await testApp(now, { BASE_URL: url })
  const site = await made(app)
  const server = serve({ fetch: site.fetch, port })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

  /** Lets somebody in, as their link would. */
  async function letIn(context: BrowserContext, person: { id: string }): Promise<void> {
    const cookies = (await signedIn(app, person)).Cookie?.split('; ') ?? []
    await context.addCookies(
      cookies.map((one) => ({
        name: one.split('=', 1)[0] ?? '',
        value: one.slice(one.indexOf('=') + 1),
        url,
      })),
    )
  }

  return {
    app,
    site,
    url,
    letIn,
    /** A page in a browser of somebody who is signed in, or of a visitor. */
    async pageOf(person?: { id: string }, wish: Parameters<typeof aReader>[0] = {}): Promise<Page> {
      const context = await aReader(wish)
      if (person) await letIn(context, person)
      return context.newPage()
    },
    /** The address in the newest email to somebody that has one which leads there, once waiting work is done. */
    async linkMailed(email: string, path: string): Promise<string> {
      await runWaiting(app, workOf(all).jobs)
      const mails = await app.db
        .selectFrom('outbox')
        .where('toAddress', '=', email)
        .select('text')
        .orderBy('createdAt', 'desc')
        .execute()
      const link = new RegExp(`${url}${path}\\S*`)
      return mails.map(({ text }) => link.exec(text)?.[0]).find(Boolean) ?? ''
    },
  }
}
