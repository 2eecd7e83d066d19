import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/refusals.ts'
import { kindCounts, leftOn, stateCounts } from '../desk.ts'
import { applicationById } from '../queries/applications.ts'
import { batchesOf, settledCount, wordsBefore } from '../queries/batches.ts'
import { deskFor } from '../queries/desk.ts'
import { realSource } from '../real-file.ts'
import { applyCountryCap } from './cap.ts'
import { dropApplication, mapSectorGroup, mendApplication, settleDuplicate } from './cleaning.ts'
import { importFile } from './imports.ts'
import { acceptObvious } from './obvious.ts'
import { undoBatch } from './undoing.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator', name: 'Kay Lin' })
const round = await aRound(app)
await importFile(app, coordinator, '2016A', {
  kind: 'applications',
  zone: 'Europe/London',
  fileName: 'a.csv',
  source: realSource('applications'),
})

const desk = () => deskFor(app.db, coordinator, round.id)
const byEmail = async (email: string) =>
  (await desk()).applications.filter((one) => one.email.toLowerCase() === email)
const left = async () => leftOn(await desk())
const everything = () => app.db.selectFrom('application').selectAll().orderBy('id').execute()

test('the obvious is accepted together, and taken back together to the last letter', async () => {
  const before = await everything()

  const done = await acceptObvious(app, coordinator, '2016A')
  const after = await desk()

  expect(done.kinds).toEqual({
    'swapped-fields': 4,
    'bad-address': 7,
    'unknown-sector': 46,
    'merged-answers': 14,
    merged: 15,
    'keep-both': 106,
  })
  expect([
    kindCounts(after).map(({ kind, count }) => [kind, count]),
    await settledCount(app.db, round.id),
  ]).toEqual([
    [
      ['swapped-fields', 1],
      ['bad-address', 6],
      ['unknown-sector', 18],
      ['missing-consent', 2],
      ['duplicate', 4],
    ],
    178,
  ])
  expect(stateCounts(after)).toMatchObject({ ready: 1006, problem: 34, merged: 15 })
  expect((await acceptObvious(app, coordinator, '2016A')).batchId).toBeNull()
  await undoBatch(app, coordinator, done.batchId ?? '')
  expect(await everything()).toEqual(before)
  expect(await left()).toBe(216)
  await expect(undoBatch(app, coordinator, done.batchId ?? '')).rejects.toEqual(new NotFound('no-such-batch'))
})

test('each change is in the log and the journal, by whom and how many, without personal data', async () => {
  const [batch] = await batchesOf(app.db, round.id)

  expect([batch?.madeBy, batch?.undoneAt, batch?.name]).toEqual(['Kay Lin', app.now(), null])
  const acts = await app.db
    .selectFrom('journal')
    .select(['act', 'detail'])
    .where('act', 'like', 'desk.%')
    .orderBy('id')
    .execute()
  expect(acts.map(({ act }) => act)).toEqual(['desk.obvious-accepted', 'desk.undone'])
  expect(JSON.stringify(acts)).not.toContain('@')
})

test('a mend is taken back unless the answer was changed again', async () => {
  const [kate] = await byEmail('kate.reid at city.example.org')
  const id = kate?.id ?? ''

  const first = await mendApplication(app, coordinator, id, {
    kind: 'bad-address',
    change: { email: 'kate.reid@city.example.org' },
  })
  const second = await mendApplication(app, coordinator, id, {
    kind: 'edited',
    change: { email: 'kate@city.example.org', givenName: 'Kate' },
  })

  await expect(undoBatch(app, coordinator, first.batchId ?? '')).rejects.toEqual(
    new Conflict('changed-since'),
  )
  await undoBatch(app, coordinator, second.batchId ?? '')
  await undoBatch(app, coordinator, first.batchId ?? '')
  expect((await applicationById(app.db, coordinator, id)).email).toBe('kate.reid at city.example.org')
  expect(
    (await mendApplication(app, coordinator, id, { kind: 'edited', change: { givenName: 'Kate' } })).batchId,
  ).toBeNull()
})

test('of two who answer one question at once the second undoes nothing, and may still correct', async () => {
  const [kate] = await byEmail('kate.reid at city.example.org')
  const id = kate?.id ?? ''
  const answer = (email: string) =>
    mendApplication(app, coordinator, id, { kind: 'bad-address', change: { email } })
  const first = await answer('kate.reid@city.example.org')

  const same = await answer('kate.reid@city.example.org')
  await expect(answer('kate@city.example.org')).rejects.toEqual(new Conflict('problem-settled'))

  expect(same.batchId).toBeNull()
  expect((await applicationById(app.db, coordinator, id)).email).toBe('kate.reid@city.example.org')
  await undoBatch(app, coordinator, first.batchId ?? '')
})

test('two applications of one person become the earlier one with the later answers', async () => {
  const [earlier, later] = await byEmail('jack.bailey@univ.example.edu')
  const ids = [later?.id ?? '', earlier?.id ?? ''] as const

  const done = await settleDuplicate(app, coordinator, ids, 'merge')

  const standing = await applicationById(app.db, coordinator, earlier?.id ?? '')
  expect([standing.submittedAt, standing.about, standing.mergedInto]).toEqual([
    earlier?.submittedAt,
    later?.about,
    null,
  ])
  expect((await applicationById(app.db, coordinator, later?.id ?? '')).mergedInto).toBe(earlier?.id)
  await expect(settleDuplicate(app, coordinator, ids, 'keep-both')).rejects.toEqual(
    new Conflict('application-settled'),
  )
  await undoBatch(app, coordinator, done.batchId ?? '')
})

test('two people need two addresses', async () => {
  const [earlier, later] = await byEmail('jack.bailey@univ.example.edu')

  const both = settleDuplicate(app, coordinator, [earlier?.id ?? '', later?.id ?? ''], 'keep-both')

  await expect(both).rejects.toEqual(new Conflict('same-address'))
})

test('of two people’s names that became one, either is found, and both stand in the application', async () => {
  const [earlier, later] = await byEmail('jack.bailey@univ.example.edu')
  const rename = await mendApplication(app, coordinator, later?.id ?? '', {
    kind: 'edited',
    change: { givenName: 'Pepa', familyName: 'Ruiz' },
  })
  const merge = await settleDuplicate(app, coordinator, [earlier?.id ?? '', later?.id ?? ''], 'merge')

  const standing = await applicationById(app.db, coordinator, earlier?.id ?? '')
  const before = await wordsBefore(app.db, round.id)

  expect([standing.givenName, standing.familyName]).toEqual(['Pepa', 'Ruiz'])
  expect(before.get(standing.id)).toEqual(['Jack Bailey jack.bailey@univ.example.edu'])
  await undoBatch(app, coordinator, merge.batchId ?? '')
  await undoBatch(app, coordinator, rename.batchId ?? '')
  expect((await wordsBefore(app.db, round.id)).get(standing.id)).toBeUndefined()
})

test('two that somebody has kept are not merged by somebody who does not know', async () => {
  const { duplicates } = await desk()
  const { earlier = '', later = '' } = duplicates.find(({ suggestion }) => suggestion === 'keep-both') ?? {}
  const settle = (verdict: 'keep-both' | 'merge' | 'drop-later') =>
    settleDuplicate(app, coordinator, [earlier, later], verdict)
  const kept = await settle('keep-both')

  await settle('keep-both')
  await expect(settle('merge')).rejects.toEqual(new Conflict('pair-kept'))
  await expect(settle('drop-later')).rejects.toEqual(new Conflict('pair-kept'))

  await undoBatch(app, coordinator, kept.batchId ?? '')
})

test('one of two is dropped, kept with its reason, and put back', async () => {
  const [earlier, later] = await byEmail('thiago.assuncao@univ.example.edu')

  const done = await settleDuplicate(app, coordinator, [earlier?.id ?? '', later?.id ?? ''], 'drop-later')

  const row = await app.db
    .selectFrom('application')
    .where('id', '=', later?.id ?? '')
    .select(['droppedAt', 'dropReason'])
    .executeTakeFirst()
  expect(row).toEqual({ droppedAt: app.now(), dropReason: 'duplicate' })
  await undoBatch(app, coordinator, done.batchId ?? '')
  expect((await desk()).states.get(later?.id ?? '')).toBe('problem')
})

test('a group of free answers is put into a sector in one go', async () => {
  const done = await mapSectorGroup(app, coordinator, '2016A', { group: 'prison library', sector: 'special' })

  expect([
    done.mends,
    await app.db
      .selectFrom('application')
      .where('sectorWritten', '=', 'prison library')
      .where('sector', '=', 'special')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirst(),
  ]).toEqual([8, { count: 8 }])
  await expect(
    mapSectorGroup(app, coordinator, '2016A', { group: 'prison library', sector: 'special' }),
  ).rejects.toEqual(new NotFound('no-such-group'))
  await undoBatch(app, coordinator, done.batchId ?? '')
})

test.each(['editor', 'ambassador'] as const)('an %s may not clean, nor give places', async (role) => {
  const actor = await aPerson(app, { role, country: role === 'ambassador' ? 'AU' : undefined })
  const [kate] = await byEmail('kate.reid at city.example.org')
  const id = kate?.id ?? ''
  const no = new Forbidden('not-allowed')

  await expect(mendApplication(app, actor, id, { kind: 'edited', change: { email: 'x' } })).rejects.toEqual(
    no,
  )
  await expect(dropApplication(app, actor, id, 'other')).rejects.toEqual(no)
  await expect(settleDuplicate(app, actor, [id, id], 'merge')).rejects.toEqual(no)
  await expect(acceptObvious(app, actor, '2016A')).rejects.toEqual(no)
  await expect(mapSectorGroup(app, actor, '2016A', { group: 'ngo', sector: 'other' })).rejects.toEqual(no)
  await expect(undoBatch(app, actor, id)).rejects.toEqual(no)
  await expect(applyCountryCap(app, actor, '2016A')).rejects.toEqual(no)
  expect((await deskFor(app.db, actor, round.id)).applications).toEqual([])
})

test('cleaned to zero, the round is answered: everyone ready once, and what comes later once more', async () => {
  await acceptObvious(app, coordinator, '2016A')
  for (const [group, sector] of [
    ['prison library', 'special'],
    ['parliamentary library', 'national'],
    ['seminary', 'academic'],
  ] as const) {
    await mapSectorGroup(app, coordinator, '2016A', { group, sector })
  }
  const now = await desk()
  for (const { earlier, later } of now.duplicates)
    await settleDuplicate(app, coordinator, [earlier, later], 'keep-both')
  for (const [id, [problem]] of now.problems) {
    if (problem?.suggestion)
      await mendApplication(app, coordinator, id, { kind: problem.kind, change: problem.suggestion })
    else if (problem?.kind === 'bad-address') await dropApplication(app, coordinator, id, 'no-address')
  }
  expect(await left()).toBe(2)

  const first = await applyCountryCap(app, coordinator, '2016A')
  const again = await applyCountryCap(app, coordinator, '2016A')

  const { countries, ...firstCounts } = first
  expect(firstCounts).toEqual({
    percent: 20,
    accepted: 993,
    waiting: 41,
    newlyAccepted: 993,
    newlyWaiting: 41,
  })
  expect(countries.slice(0, 2)).toEqual([
    { country: 'AU', asking: 239, accepted: 198, waiting: 41 },
    { country: 'US', asking: 120, accepted: 120, waiting: 0 },
  ])
  expect([again.newlyAccepted, again.newlyWaiting]).toEqual([0, 0])
  const mails = await queuedMail(app)
  expect([mails.length, new Set(mails.map(({ to }) => to)).size]).toEqual([1034, 1034])
  expect(
    [...Map.groupBy(mails, ({ subject }) => subject)].map(([subject, of]) => [subject, of.length]).sort(),
  ).toEqual([
    ['Round 2016A: you are on the waiting list', 41],
    ['You are in: Round 2016A', 993],
  ])

  const [open] = [...(await desk()).problems.keys()]
  await mendApplication(app, coordinator, open ?? '', {
    kind: 'missing-consent',
    change: { acceptsCode: true },
  })
  const later = await applyCountryCap(app, coordinator, '2016A', 25)
  expect([later.percent, later.newlyAccepted, later.newlyWaiting, later.waiting]).toEqual([25, 42, 0, 0])
  expect((await queuedMail(app)).length).toBe(1076)
})

test('who has a place keeps the answers it needs', async () => {
  const accepted = (await desk()).applications.find(({ acceptedAt }) => acceptedAt !== null)
  const mend = { kind: 'edited', change: { acceptsCode: false } }

  const taken = mendApplication(app, coordinator, accepted?.id ?? '', mend)

  await expect(taken).rejects.toEqual(new Conflict('place-needs-answer'))
})

test('who waits can be merged and dropped, and waits again when that is taken back', async () => {
  const two = (await desk()).applications.filter(({ acceptedAt }) => acceptedAt !== null).slice(0, 2)
  const [first, second] = two.map(({ id }) => id) as [string, string]
  const waiting = { acceptedAt: null, waitlistedAt: app.now() }
  await app.db.updateTable('application').set(waiting).where('id', 'in', [first, second]).execute()
  const standing = async () =>
    (await applicationById(app.db, coordinator, second)).waitlistedAt ?? 'does not wait'

  const dropped = await dropApplication(app, coordinator, second, 'on-request')
  const whileDropped = await standing()
  await undoBatch(app, coordinator, dropped.batchId ?? '')

  expect([whileDropped, await standing()]).toEqual(['does not wait', app.now()])
  const { kinds } = await settleDuplicate(app, coordinator, [first, second], 'merge')
  expect([kinds.merged, (await desk()).states.get(second)]).toEqual([1, 'merged'])
  await app.db
    .updateTable('application')
    .set({ acceptedAt: app.now(), waitlistedAt: null })
    .where('id', '=', first)
    .execute()
})

test('who was given a place is not dropped, and the batch that made them ready stands', async () => {
  const accepted = (await desk()).applications.find(({ acceptedAt }) => acceptedAt !== null)
  const mended = (await batchesOf(app.db, round.id)).find(
    ({ kinds, undoneAt }) => undoneAt === null && kinds.some(({ kind }) => kind === 'swapped-fields'),
  )

  await expect(dropApplication(app, coordinator, accepted?.id ?? '', 'other')).rejects.toEqual(
    new Conflict('already-accepted'),
  )
  await expect(undoBatch(app, coordinator, mended?.id ?? '')).rejects.toEqual(new Conflict('accepted-since'))
})
