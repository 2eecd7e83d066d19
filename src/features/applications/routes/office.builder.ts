import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { importFile } from '../actions/imports.ts'
import { realSource } from '../real-file.ts'

export const base = '/office/rounds/2016A'

/** What is read on a page, without its markup. */
export const inWords = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The value of the first hidden field of a name. */
export const idIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''

/** For tests: round 2016A, its coordinator at the office, and, where wanted, the real file imported. */
export async function anOffice({ imported }: { imported: boolean }) {
  const app = await testApp('2016-02-20T12:00:00Z')
  const site = createSite(app, await buildAssets())
  const round = await aRound(app, { zone: 'Europe/London' })
  const coordinator = await aPerson(app, { name: 'Ruth Bellamy', role: 'coordinator' })
  const headers = await signedIn(app, coordinator)
  if (imported) {
    const file = { kind: 'applications', zone: 'Europe/London', fileName: 'a.csv' } as const
    await importFile(app, coordinator, round.code, { ...file, source: realSource('applications') })
  }
  const get = async (path: string, as = headers) => {
    const response = await site.request(path, { headers: as })
    return { status: response.status, text: await response.text() }
  }
  /** Posts, goes where it leads, and says what is read there first. */
  async function post(
    path: string,
    body: FormData | Record<string, string>,
  ): Promise<{ status: number; to: string; text: string }> {
    const response = await site.request(path, {
      method: 'POST',
      headers,
      body: body instanceof FormData ? body : new URLSearchParams(body),
    })
    const to = response.headers.get('Location') ?? ''
    if (to === '') return { status: response.status, to, text: await response.text() }
    const flash = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const page = await site.request(to, { headers: { ...headers, Cookie: `${headers.Cookie}; ${flash}` } })
    return { status: response.status, to, text: await page.text() }
  }
  return { app, round, get, post }
}
