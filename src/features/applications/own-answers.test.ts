import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { addQuestion } from '../questions/index.ts'
import { importFile } from './actions/imports.ts'

const app = await testApp('2016-02-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const coordinator = await aPerson(app, { role: 'coordinator' })
await aRound(app)

const wish = { isRequired: false, isShown: false, shownIf: null, prefers: null, weight: 15 }
const asked = (label: string) => ({ en: { label, hint: '' } })
await addQuestion(app, coordinator, { code: '2016A', sheet: 'application' }, {
  ...{ ...wish, kind: 'several', words: asked('How do you talk?') },
  options: [{ en: 'Email' }, { en: 'Video' }],
} as never)
await addQuestion(app, coordinator, { code: '2016A', sheet: 'application' }, {
  ...{ ...wish, kind: 'line', words: asked('What do you read?'), options: [] },
} as never)

const csv = `Timestamp,Email,First name,Country,How do you talk?,What do you read?
2016-01-20 10:00:00,ada@lib.example,Ada,Portugal,"Email; Video",Dune
2016-01-20 11:00:00,sol@lib.example,Sol,Spain,Video,
`
const sourceOf = (text: string) => () => new Blob([text]).stream() as never
const file = sourceOf(csv)

test('a file answers the questions of its round, once, and the list is narrowed by an answer', async () => {
  const wished = { kind: 'applications' as const, zone: 'UTC', fileName: 'a.csv', source: file }
  const { added, reading } = await importFile(app, coordinator, '2016A', wished)
  await importFile(app, coordinator, '2016A', wished)

  expect([added, reading.columns.slice(4).every((field) => field?.startsWith('own:'))]).toEqual([2, true])
  const answers = await app.db
    .selectFrom('ownAnswer')
    .innerJoin('application', 'application.id', 'ownAnswer.applicationId')
    .leftJoin('ownOption', 'ownOption.id', 'ownAnswer.optionId')
    .select(['application.givenName', 'ownOption.words', 'ownAnswer.said', 'ownAnswer.optionId'])
    .orderBy('application.givenName')
    .orderBy('ownOption.position')
    .execute()
  expect(
    answers.map(({ givenName, words, said }) => [givenName, (words as { en: string } | null)?.en ?? said]),
  ).toEqual([
    ...[
      ['Ada', 'Email'],
      ['Ada', 'Video'],
      ['Ada', 'Dune'],
      ['Sol', 'Video'],
    ],
  ])
  const email = answers[0]?.optionId
  const headers = await signedIn(app, coordinator)
  const page = await (
    await site.request(`/office/rounds/2016A/applications?answer=${email}`, { headers })
  ).text()
  const main = page.slice(page.indexOf('<main'))
  expect([
    main.includes('>Ada'),
    main.includes('>Sol'),
    main.includes('<optgroup label="How do you talk?"'),
  ]).toEqual([...[true, false, true]])
})

test('a later file answers for who is known what they had not answered, and changes nothing they had', async () => {
  const later = csv.replace(',Video,\n', ',Email,Emma\n')
  const wished = { kind: 'applications' as const, zone: 'UTC', fileName: 'b.csv' }

  const first = await importFile(app, coordinator, '2016A', { ...wished, source: sourceOf(later) })
  const second = await importFile(app, coordinator, '2016A', { ...wished, source: sourceOf(`${later}\n`) })

  expect([first, second].map(({ added, known, answered }) => [added, known, answered])).toEqual([
    [0, 2, 1],
    [0, 2, 0],
  ])
  const sol = await app.db
    .selectFrom('ownAnswer')
    .innerJoin('application', 'application.id', 'ownAnswer.applicationId')
    .leftJoin('ownOption', 'ownOption.id', 'ownAnswer.optionId')
    .where('application.givenName', '=', 'Sol')
    .select(['ownOption.words', 'ownAnswer.said'])
    .execute()
  expect(sol.map(({ words, said }) => (words as { en: string } | null)?.en ?? said).toSorted()).toEqual([
    'Emma',
    'Video',
  ])
})
