import { expect, test } from 'vitest'
import { agents, crawlerKinds, miningReserved, robotsText, usualCrawlers } from './crawlers.ts'

const site = { unlisted: ['/office', '/confirm/'], sitemaps: ['https://iln.example/sitemap.xml'] }

/** What a machine may read, by the rules of RFC 9309: the group of its own name, else that of all. */
function mayRead(robots: string, agent: string, path: string): boolean {
  const groups = robots
    .split('\n\n')
    .map((group) => group.split('\n').filter((line) => !line.startsWith('#')))
  const of = (name: string) =>
    groups.find((lines) => lines.some((line) => line.toLowerCase() === `user-agent: ${name.toLowerCase()}`))
  const rules = (of(agent) ?? of('*') ?? []).filter((line) => line.startsWith('Disallow: '))
  return !rules.some((line) => path.startsWith(line.slice('Disallow: '.length)))
}

const reading = (crawlers: Parameters<typeof robotsText>[0]['crawlers']) => {
  const robots = robotsText({ ...site, crawlers })
  return {
    ...Object.fromEntries(
      Object.entries(agents).map(([kind, names]) => [
        kind,
        names.map((name) => mayRead(robots, name, '/posts/desks')),
      ]),
    ),
    search: [mayRead(robots, 'Googlebot', '/posts/desks')],
  }
}

const all = (answer: boolean, kind: keyof typeof agents) => agents[kind].map(() => answer)

test('as it comes, only machines that gather texts to train models are kept out', () => {
  expect(reading(usualCrawlers)).toEqual({
    ...{ search: [true], archive: all(true, 'archive'), answering: all(true, 'answering') },
    training: all(false, 'training'),
  })
})

test('each kind is kept out by itself', () => {
  expect(reading(['search', 'training'])).toEqual({
    ...{ search: [true], archive: all(false, 'archive'), answering: all(false, 'answering') },
    training: all(true, 'training'),
  })
})

test('whoever is let in is still asked to leave alone what is for those it concerns', () => {
  const robots = robotsText({ ...site, crawlers: crawlerKinds })

  expect([mayRead(robots, 'GPTBot', '/office/posts'), mayRead(robots, 'Bingbot', '/confirm/x')]).toEqual([
    ...[false, false],
  ])
})

test('search engines that are not wanted get no map of the site, and read that they are not', () => {
  const robots = robotsText({ ...site, crawlers: ['archive'] })

  expect([robots.includes('Sitemap:'), mayRead(robots, 'Googlebot', '/')]).toEqual([false, true])
})

test('no machine is of two kinds', () => {
  const names = Object.values(agents)
    .flat()
    .map((name) => name.toLowerCase())

  expect(names.length).toBe(new Set(names).size)
})

test('texts may be mined where they may be gathered to train models', () => {
  expect([miningReserved(usualCrawlers), miningReserved(crawlerKinds)]).toEqual([
    [{ location: '/', 'tdm-reservation': 1 }],
    [{ location: '/', 'tdm-reservation': 0 }],
  ])
})
