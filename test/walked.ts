import { aRunningRound } from '../src/features/pairings/actions/rematch.builder.ts'
import { publishTopic } from '../src/features/topics/index.ts'
import { aTopic } from '../src/features/topics/topic.builder.ts'
import type { createSite } from '../src/web/site.tsx'
import { anApplication, aPerson, aRound } from './builders.ts'
import type { TestApp } from './harness.ts'

type Site = ReturnType<typeof createSite>
type Headers = Record<string, string>

/**
 * A round that runs, with a topic that is public; one to be cleaned; one that is a draft; and mails of them all.
 *
 * @param odd what somebody typed as a name and as a title
 * @returns a participant of the round that runs
 */
export async function aNetworkToWalk(app: TestApp, odd: string): Promise<{ id: string }> {
  const { round, people } = await aRunningRound(app)
  const editor = await aPerson(app, { role: 'editor', name: 'Ed Moss' })
  await aTopic(app, editor, { code: round.code })
  app.at('2016-03-01T12:00:00Z')
  await publishTopic(app, editor, { code: round.code, number: 1 })
  const next = await aRound(app, { code: '2030A', startsOn: '2016-05-02', endsOn: '2016-08-21' })
  await anApplication(app, next, { name: 'Adisa Obi', acceptedAt: null })
  await anApplication(app, next, { name: 'Adisa Obi', acceptedAt: null })
  await anApplication(app, next, { acceptedAt: null, country: null, countryWritten: 'Atlantis' })
  await anApplication(app, next, { name: 'Hala Said', country: 'EG' })
  await anApplication(app, next, { name: `Mal ${odd}`, country: 'EG', acceptedAt: null })
  await aRound(app, { code: '2030C', title: `Round ${odd}`, startsOn: '2016-06-06', endsOn: '2016-09-25' })
  await aRound(app, { code: '2030B', announcedAt: null })
  app.at('2016-03-01T12:00:00Z')
  return people.ana.person
}

/** One page for each route stands for all that it draws, whatever its query. */
export function routeOf(site: Site): (path: string) => string {
  const routes = site.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => ({ path, is: new RegExp(`^${path.replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`) }))
  return (path) => routes.find(({ is }) => is.test(path.split('?')[0] ?? ''))?.path ?? path
}

/** Pages of one kind, such as those of single persons, countries or languages, are alike. */
const kindOf = (path: string) =>
  path.replaceAll(
    /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=[/=])\d+|(?<=\/countries\/)[A-Z]{2}|(?<=\/translations\/)[\w/.-]+/g,
    ':',
  )

/**
 * Every page that can be reached by links from one, with its status, and the page that first led there.
 *
 * @param mostOfAKind so many are opened of those that are alike
 */
export async function walk(
  app: TestApp,
  site: Site,
  from: string,
  headers: Headers,
  { mostOfAKind = 2, kind = kindOf }: { mostOfAKind?: number; kind?: (path: string) => string } = {},
) {
  const seen = new Map([[from, { status: 0, by: '', html: '' }]])
  const opened = new Map<string, number>()
  for (const [path, page] of seen) {
    const times = opened.get(kind(path)) ?? 0
    if (times === mostOfAKind) continue
    opened.set(kind(path), times + 1)
    const answer = await site.request(path, { headers })
    page.status = answer.status
    page.html = await htmlOf(answer)
    for (const link of linksOn(app, page.html, answer, path))
      if (!seen.has(link)) seen.set(link, { status: 0, by: path, html: '' })
  }
  return [...seen].map(([path, page]) => ({ path, ...page })).filter(({ status }) => status > 0)
}

const htmlOf = async (answer: Response) =>
  answer.headers.get('Content-Type')?.startsWith('text/html') ? await answer.text() : ''

function linksOn(app: TestApp, html: string, answer: Response, path: string): string[] {
  const location = answer.headers.get('Location')
  const hrefs = [...html.matchAll(/<a [^>]*?href="([^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return [...hrefs, ...(location ? [location] : [])]
    .map((href) => new URL(href, `${app.origin}${path}`))
    .filter(({ origin, pathname }) => origin === app.origin && !pathname.startsWith('/dev/'))
    .map(({ pathname, search }) => pathname + search)
}
