import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'

const app = await testApp('2016-02-21T18:00:00Z')
const site = createSite(app, await buildAssets())

const pageFor = async (role: 'coordinator' | 'editor' | 'ambassador' | 'director', path = '/office') => {
  const person = await aPerson(app, { role, country: role === 'ambassador' ? 'EG' : undefined })
  const answer = await site.request(path, { headers: await signedIn(app, person) })
  return answer.text()
}

test('without a round the desk teaches the first step', async () => {
  const page = await pageFor('coordinator')

  expect(page).toContain('Nothing is waiting for you')
  expect(page).toContain('href="/office/rounds/new"')
})

test('a coordinator sees what is open in each round that needs hands, each with its act', async () => {
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
  expect(page).toContain('href="/office/rounds/2016A/applications/import">Import the applications</a>')
  expect(page).toContain('Autumn')
  expect(page).toContain('href="/office/rounds/2016B">Check its dates and announce it</a>')
  expect(page).not.toContain('Long over')
})

test('an editor sees which topic is due, and the calendar; nothing of applications', async () => {
  const page = await pageFor('editor')

  expect(page).toContain('Topic 1 is due on 29 February 2016.')
  expect(page).toContain('href="/office/topics/2016A/1/write">Write it</a>')
  expect(page).toContain('Topics of Spring')
  expect(page).not.toContain('Import the applications')
})

test('an ambassador sees the numbers of the own country, and the way to what to pass on; no name', async () => {
  const [round] = await app.db.selectFrom('round').selectAll().where('code', '=', '2016A').execute()
  if (!round) throw new Error('no round')
  await anApplication(app, round, { name: 'Hala Mansour', country: 'EG' })
  for (let count = 0; count < 49; count += 1) await anApplication(app, round, { country: 'ZA' })

  const page = await pageFor('ambassador')

  expect(page).toContain('<h2>Egypt in Spring</h2>')
  expect(page).toContain('<dt>applied</dt><dd>0–4</dd>')
  expect(page).toContain('<dt>places left</dt><dd>6–10</dd>')
  expect(page).toContain('href="/office/countries/EG/kit"')
  expect(page).not.toMatch(/Hala|South Africa/)
})

test('a coordinator is led to the topics, which editors write', async () => {
  const page = await pageFor('coordinator', '/office/rounds/2016A')

  expect(page).toContain('First topic')
  expect(page).toContain('href="/office/topics/2016A"')
})

test('a question that is left after the cap does not hide the next step, and stays in the list', async () => {
  const round = await aRound(app, {
    code: '2016C',
    title: 'Capped',
    capAppliedAt: new Date('2016-02-20T00:00:00Z'),
  })
  await anApplication(app, round, {})
  await anApplication(app, round, { acceptedAt: null, country: null, countryWritten: 'Atlantis' })

  const page = await pageFor('coordinator', '/office/rounds/2016C')

  expect(page).toContain('<h2>Match one person</h2>')
  expect(page).toContain('One question about applications to answer.')
})

test('somebody who applied finds their application, what became of it, and whom to ask; nothing of anybody else', async () => {
  const [round] = await app.db.selectFrom('round').selectAll().where('code', '=', '2016A').execute()
  if (!round) throw new Error('no round')
  const { person } = await anApplication(app, round, { name: 'Ngozi Eze' })
  await anApplication(app, round, { name: 'Waiting Elsewhere', acceptedAt: null, waitlistedAt: app.now() })

  const page = await (await site.request('/me', { headers: await signedIn(app, person) })).text()

  expect(page).toContain('Your application to Spring')
  expect(page).toContain('Mentoring runs from Monday, 29 February 2016')
  expect(page).toContain('href="mailto:hello@localhost"')
  expect(page).toContain('href="/me/settings"')
  expect(page).not.toMatch(/waiting list|Elsewhere/)
})

test('a member who never applied is promised nothing, and led to the rounds', async () => {
  const page = await (await site.request('/me', { headers: await signedIn(app, await aPerson(app)) })).text()

  expect(page).toContain('You are not in a round yet')
  expect(page).toContain('href="/rounds"')
  expect(page).not.toContain('partner in')
})

test('one search finds persons and applications by a part of a name, without accents, by kind', async () => {
  const [round] = await app.db.selectFrom('round').selectAll().where('code', '=', '2016A').execute()
  if (!round) throw new Error('no round')
  const { id, person } = await anApplication(app, round, { name: 'Zoë Ångström' })

  const page = await pageFor('coordinator', '/office/search?q=angstrom')

  expect(page).toContain('2 things found for “angstrom”.')
  expect(page).toContain(`<h2>People</h2><ul class="found"><li><a href="/office/people/${person.id}">`)
  expect(page).toContain(`href="/office/rounds/2016A/applications/${id}"><bdi>Zoë Ångström</bdi>`)
  expect(page).toContain('name="q" value="angstrom"')
})

test.each(['editor', 'ambassador'] as const)('an %s finds no person, application or mail', async (role) => {
  const page = await pageFor(role, '/office/search?q=angstrom')

  expect(page).toContain('Nothing found for “angstrom”')
  expect(page).not.toContain('Zoë')
})

test('too little to look for is told how to search; % and _ mean themselves', async () => {
  expect(await pageFor('coordinator', '/office/search?q=a')).toContain('at least two letters')
  expect(await pageFor('coordinator', '/office/search')).toContain('at least two letters')
  expect(await pageFor('coordinator', '/office/search?q=%25_')).toContain('Nothing found')
})
