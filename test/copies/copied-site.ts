import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { siteToCopy } from '../../src/cli/copy-site.ts'
import { aPublishedPost } from '../../src/features/archive/archive.builder.ts'
import { publish } from '../../src/features/copies/copying/publish.ts'
import { changeNetwork } from '../../src/features/network/index.ts'
import { terminal } from '../../src/features/people/index.ts'
import { keptAssets } from '../../src/web/kept-assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aRound } from '../builders.ts'
import { type TestApp, testApp } from '../harness.ts'
import { lived } from '../lived.ts'

const more = lived.filter((one) => !['en', 'es', 'ar'].includes(one))

const on = (day: string) => new Date(`${day}T09:00:00Z`)

/** What stands at an address: the text of a page, or the bytes of a file. */
export type Stands = { html: string } | { bytes: Buffer }

const begins = ['/', '/archive', '/posts/games', '/posts/juegos', '/posts/han', '/posts/taken']

export const known = [
  '/feed.rss',
  '/feed.atom',
  '/feed.json',
  '/comments.atom',
  '/sitemap.xml',
  '/robots.txt',
]

/** For tests: a site with posts in three scripts, and its first copy. */
export async function aCopy() {
  const app = await testApp('2016-03-01T12:00:00Z')
  const site = await siteToCopy(app)
  const visited = createSite(app, await keptAssets())
  const visit = (address: string, locale: string) =>
    visited.request(address, { headers: { 'Accept-Language': locale } })

  await fill(app)
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-copy-'))
  const first = await publish(app, site, folder)

  const living = (locale: string) => livingOf(visit, locale)

  return { app, site, folder, first, living }
}

/** Posts, a comment, and an address of before. */
async function fill(app: TestApp): Promise<void> {
  await changeNetwork(app, terminal, { locales: ['en', 'es', 'ar', ...more] })
  const round = await aRound(app, { code: '2015A' })
  const games = await aPublishedPost(app, {
    ...{ slug: 'games', title: 'Games in libraries', roundId: round.id, fortnight: 2, part: 'lead' },
    ...{
      tags: ['Games', '图书馆'],
      publishAt: on('2015-03-15'),
      body: 'Dice, and [the next one](/posts/juegos). See [how to join](/subscribe).',
    },
  })

  await aPublishedPost(app, {
    slug: 'juegos',
    title: 'Bibliotecas y juegos',
    locale: 'es',
    byline: 'Sol Ruiz',
    publishAt: on('2015-12-31'),
  })

  await aPublishedPost(app, { slug: 'han', title: '图书馆的夜', body: 'نَصٌّ', publishAt: on('2016-01-05') })
  await aPublishedPost(app, {
    slug: 'taken',
    title: 'Taken back',
    publishAt: on('2016-01-07'),
    withdrawnAt: on('2016-01-08'),
  })

  await app.db
    .insertInto('comment')
    .values({
      ...{
        postId: games,
        name: 'Ada',
        email: 'ada@secret.example',
        locale: 'en',
        text: 'We play on Fridays.',
      },
      ...{ sentAt: on('2015-03-16'), state: 'shown', stateAt: on('2015-03-16'), score: 0, reasons: '[]' },
      ...{ onceHash: Buffer.from('once'), textHash: Buffer.from('text') },
    })
    .execute()

  await app.db
    .insertInto('postAddress')
    .values({ slug: 'games-of-old', postId: games, until: on('2015-04-01') })
    .execute()
}

/** All that is public and that a link leads to, and what says that something was withdrawn, found by a crawler of the test's own. */
async function livingOf(
  visit: (address: string, locale: string) => Response | Promise<Response>,
  locale: string,
): Promise<Map<string, Stands>> {
  const found = new Map<string, Stands>()
  const due = [...begins, ...known]
  const seen = new Set(due)
  for (const address of due) {
    const answer = await visit(address, locale)
    const { headers, ok, status } = answer
    if (!(ok ? headers.get('Cache-Control')?.includes('public') : status === 410)) continue
    // Its pages run a script of their own.
    if (headers.get('Content-Type')?.includes('javascript')) continue
    if (!headers.get('Content-Type')?.startsWith('text/html')) {
      found.set(address, { bytes: Buffer.from(await answer.arrayBuffer()) })
      continue
    }
    const html = await answer.text()
    found.set(address, { html })
    for (const [, href = ''] of html.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (seen.has(link)) continue
      seen.add(link)
      due.push(link)
    }
  }
  return found
}
