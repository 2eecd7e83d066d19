import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { proposePost } from '../../posts/index.ts'
import { publishTopic } from '../actions/publish.ts'
import { topicsOf } from '../queries/topics.ts'
import { aTopic } from '../topic.builder.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
await aRound(app, {
  ...{ applyFrom: new Date('2015-07-01T00:00:00Z'), applyUntil: new Date('2015-08-01T00:00:00Z') },
  code: '2015B',
  startsOn: '2015-08-17',
  endsOn: '2015-12-06',
})
const round = await aRound(app)
const editor = await aPerson(app, { role: 'editor', name: 'Ada Okafor' })
const [hers, theirs] = [
  await signedIn(app, editor),
  await signedIn(app, await aPerson(app, { role: 'coordinator', name: 'Ruth Bellamy' })),
]
const read = async (path: string, headers = hers) => (await site.request(path, { headers })).text()
const send = (path: string, fields: Record<string, string>, headers = hers) =>
  site.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
const planOf = (html: string) =>
  [...html.matchAll(/data-fortnight="(\d*)"(.*?)<\/section>/gs)]
    .map(
      ([, number, text = '']) =>
        `${number}: ${[...text.matchAll(/<bdi lang="en">([^<]*)/g)].map(([, t]) => t).join(', ')}`,
    )
    .filter((line) => !line.endsWith(': '))

test('a season shows each fortnight with its cluster; a post is moved by a form, its day stays', async () => {
  await aTopic(app, editor, { number: 1, title: 'Welcome' })
  const idea = { summary: '', locale: 'en', code: '2016A', part: 'companion' as const, dueOn: '2016-03-01' }
  const id = await proposePost(app, editor, { ...idea, title: 'Noise', fortnight: 1, assigneeId: editor.id })
  const before = planOf(await read('/office/plan/2016A'))

  const moved = await send('/office/plan/2016A/place', { post: id, fortnight: '3', part: 'wrap-up' })
  const out = await send('/office/plan/2016A/place', { post: id, fortnight: '', part: '' }, theirs)
  const page = await read('/office/plan/2016A')

  expect(before).toEqual(['1: Welcome, Noise'])
  const undone = await read(moved.headers.get('Location') ?? '')

  expect([moved.status, out.status]).toEqual([303, 403])
  // Where it was before, to be put back with one press.
  expect(
    undone
      .match(/name="fortnight" value="(\d*)"\/><input type="hidden" name="part" value="([a-z-]*)"/)
      ?.slice(1),
  ).toEqual(['1', 'companion'])
  expect(page).not.toContain('type="hidden" name="fortnight"')
  expect(planOf(page)).toEqual(['1: Welcome', '3: Noise'])
  expect(page).toContain('due 1 March 2016')
  expect(await read('/office/plan/2016A', theirs)).not.toContain('/place')
})

test('what was asked before is found, and an earlier season is copied as ideas, once', async () => {
  await aTopic(app, editor, { code: '2015B', number: 2, title: 'Copyright' })
  await publishTopic(app, editor, { code: '2015B', number: 2 })
  await proposePost(app, editor, {
    ...{ summary: '', locale: 'en', code: '2016A', part: null, dueOn: null, assigneeId: null },
    ...{ title: 'Discussion topic: copyright', fortnight: 4 },
  })
  const asked = await read('/office/plan/2016A')
  const copy = () => send('/office/plan/2016A/copy', { from: '2015B' })
  const first = await copy()
  const second = await copy()
  const topics = await topicsOf(app.db, round.id)

  expect(asked).toContain('Copyright (2016)')
  expect([first.status, second.status]).toEqual([303, 303])
  expect(topics.map(({ number, title, lead, publishAt }) => [number, title, lead, publishAt])).toEqual([
    [1, 'Welcome', 'Welcome to the **round**.', null],
    [2, 'Copyright', '', null],
  ])
  expect((await send('/office/plan/2016A/copy', { from: '2016A' })).status).toBe(409)
})

test('a round that has ended offers nothing new to write; what it has can be read, moved and finished', async () => {
  await aTopic(app, editor, { code: '2015B', number: 3, title: 'Weeding' })
  const offers = ['Write topic', 'Write one more topic', 'No topic yet', 'place=2015B', '/plan/2015B/copy']
  const offeredIn = async (code: string) => {
    const pages = [await read(`/office/topics/${code}`), await read(`/office/plan/${code}`)].join('')
    return offers.filter((offer) => pages.includes(offer.replace('2015B', code)))
  }
  const [running, ended] = [await offeredIn('2016A'), await offeredIn('2015B')]
  const calendar = await read('/office/topics/2015B')
  const write = await site.request('/office/topics/2015B/3/write', { headers: hers })

  expect(running).toEqual(offers)
  expect(ended).toEqual([])
  expect(calendar).toContain('href="/office/topics/2015B/3"')
  expect(calendar).toContain('Topic 4')
  expect(calendar).not.toContain('Everything')
  expect(planOf(await read('/office/plan/2015B'))[1]).toMatch(/^3: Weeding/)
  expect(write.status).toBe(200)
})
