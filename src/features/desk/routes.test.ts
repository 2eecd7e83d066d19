import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'

const app = await testApp('2016-02-21T18:00:00Z')
const site = createSite(app, await buildAssets())

const pageFor = async (role: 'coordinator' | 'editor' | 'ambassador', path = '/office') => {
  const person = await aPerson(app, { role, country: role === 'ambassador' ? 'EG' : undefined })
  const answer = await site.request(path, { headers: await signedIn(app, person) })
  return answer.text()
}

test('without a round the desk teaches the first step', async () => {
  const page = await pageFor('coordinator')

  expect(page).toContain('Nothing waits for you')
  expect(page).toContain('href="/office/rounds/new"')
})

test('a coordinator sees each round that needs hands, and what comes next in it', async () => {
  await aRound(app, {
    code: '2015B',
    title: 'Long over',
    startsOn: '2015-08-17',
    endsOn: '2015-12-06',
    applyFrom: new Date('2015-07-01T00:00:00Z'),
    applyUntil: new Date('2015-08-01T00:00:00Z'),
  })
  await aRound(app, { code: '2016A', title: 'Spring' })
  await aRound(app, { code: '2016B', title: 'Autumn', announcedAt: null })

  const page = await pageFor('coordinator')

  expect(page).toContain('Spring')
  expect(page).toContain('Bring in the applications')
  expect(page).toContain('Autumn')
  expect(page).toContain('Announce the round')
  expect(page).not.toContain('Long over')
})

test.each([
  ['an editor', 'editor' as const, 'Topics and posts wait'],
  ['an ambassador', 'ambassador' as const, 'The numbers of your country'],
])('%s is told where their work is, and sees no round’s numbers', async (_name, role, words) => {
  const page = await pageFor(role)

  expect(page).toContain(words)
  expect(page).not.toContain('Bring in the applications')
})

test('a coordinator is led to the topics, which editors write', async () => {
  const page = await pageFor('coordinator', '/office/rounds/2016A')

  expect(page).toContain('First topic')
  expect(page).toContain('href="/office/topics/2016A"')
})
