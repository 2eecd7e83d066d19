import type { App } from '../src/platform/app.ts'
import { makeLink, useLink } from '../src/platform/sign-in/index.ts'

/**
 * Signs a person in as a browser would, by a link, and returns the headers of its next requests:
 * `site.request('/me', { headers: await signedIn(app, ada) })`. They say that the request comes from a page of ours.
 */
export async function signedIn(app: App, person: { id: string }): Promise<Record<string, string>> {
  const { outcome, cookies } = await useLink(app, await makeLink(app, person.id), new Headers())
  if (outcome !== 'signed-in') throw new Error(`signing in ended with ${outcome}`)
  return {
    Cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
    Origin: app.origin,
    'Sec-Fetch-Site': 'same-origin',
  }
}
