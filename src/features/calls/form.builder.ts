import { aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser, lagos } from './browser.builder.ts'
import { formPages } from './draft.ts'

export const agreed = { acceptsCode: ['2026-11-27'] }

export const base = '/rounds/2016A/apply'

/** For tests: a round to which people apply, and somebody at its form. */
export async function anOpenCall() {
  const app = await testApp('2016-01-20T12:00:00Z')
  const site = createSite(app, await buildAssets())
  const round = await aRound(app)
  const applications = (email: string) =>
    app.db.selectFrom('application').selectAll().where('email', '=', email).orderBy('submittedAt').execute()

  const emailsTo = async (address: string) =>
    app.db
      .selectFrom('outbox')
      .select(['kind', 'subject', 'text'])
      .where('toAddress', '=', address)
      .orderBy('createdAt')
      .execute()

  /** The path of the one button of the newest email to an address. */
  const linkTo = async (address: string, kind: string) => {
    const text = (await emailsTo(address)).at(-1)?.text ?? ''
    return new RegExp(`/apply/${kind}/\\S+`).exec(text)?.[0] ?? ''
  }

  async function apply(email: string, browser = aBrowser(site, app.origin)) {
    for (const page of formPages)
      await browser.fill('2016A', page, page === 'you' ? { ...lagos.you, email } : lagos[page])
    return { browser, sent: await browser.send(`${base}/send`, agreed) }
  }

  return { app, site, round, applications, emailsTo, linkTo, apply }
}
