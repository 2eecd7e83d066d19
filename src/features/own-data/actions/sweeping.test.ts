import { expect, test } from 'vitest'
import { ownDataWorld } from '../routes/own-data.builder.ts'
import { sweepOldData } from './sweeping.ts'

const { app, round, stateOf, anApplicant } = await ownDataWorld()

test('what is past its time goes by itself, and is counted; what must stay stays', async () => {
  const { id, person } = await anApplicant('Fay Gray')
  const waiting = await anApplicant('Gil Dow', { acceptedAt: null, waitlistedAt: app.now() })
  const form = { page: '/me', action: '/me', typed: '{}', keptAt: app.now() }
  await app.db
    .insertInto('keptForm')
    .values({ personId: person.id, ...form })
    .execute()
  const draft = { roundId: round.id, personId: person.id, locale: 'en', networkHash: Buffer.from('x') }
  await app.db
    .insertInto('applicationDraft')
    .values({ ...draft, begunAt: app.now(), savedAt: app.now() })
    .execute()
  const sent = { ...draft, personId: waiting.person.id, applicationId: waiting.id, sentAt: app.now() }
  await app.db
    .insertInto('applicationDraft')
    .values({ ...sent, begunAt: app.now(), savedAt: app.now() })
    .execute()
  const fix = { batchId: id, kind: 'x', before: '"I raed"', after: '"I read"', madeAt: app.now() }
  await app.db
    .insertInto('applicationFix')
    .values([id, waiting.id].map((applicationId) => ({ ...fix, applicationId })))
    .execute()
  const left = async () => ({
    fixes: (await app.db.selectFrom('applicationFix').select('id').execute()).length,
    forms: (await app.db.selectFrom('keptForm').select('personId').execute()).length,
    drafts: (await app.db.selectFrom('applicationDraft').select('id').execute()).length,
    placed: await aboutOf(id),
    waiting: await aboutOf(waiting.id),
  })
  const after = async (instant: string) => {
    app.at(instant)
    await sweepOldData(app)
    return left()
  }

  expect(await after('2016-02-20T13:00:00Z')).toEqual({
    forms: 1,
    drafts: 2,
    fixes: 2,
    placed: 'I read',
    waiting: 'I read',
  })
  expect(await after('2016-05-15T12:00:00Z')).toMatchObject({ forms: 0, drafts: 2 })
  expect(await after('2016-05-17T12:00:00Z')).toEqual({
    forms: 0,
    drafts: 0,
    fixes: 2,
    placed: 'I read',
    waiting: 'I read',
  })
  expect(await after('2017-06-21T12:00:00Z')).toMatchObject({
    placed: 'I read',
    waiting: '',
    fixes: 1,
  })
  expect(await after('2019-06-21T12:00:00Z')).toMatchObject({ placed: '', waiting: '', fixes: 0 })
  const swept = await app.db
    .selectFrom('journal')
    .where('act', '=', 'data.swept')
    .select('detail')
    .orderBy('id')
    .execute()
  expect(swept.map(({ detail }) => (detail as { rows: object }).rows)).toContainEqual({ applicationDraft: 2 })
  expect(await stateOf(person.id)).toMatchObject({ name: 'Fay Gray' })
  app.at('2016-02-20T12:00:00Z')
})

const aboutOf = async (id: string) =>
  (await app.db.selectFrom('application').where('id', '=', id).select('about').executeTakeFirstOrThrow())
    .about
