import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { postOnDesk } from '../queries/desk.ts'
import { approvePost, bringPostBack, takePostBack, unschedulePost } from './coming-out.ts'
import { assignPost, claimPost, giveBackPost, proposePost, submitPost, takeBackPost } from './course.ts'
import { saveText } from './saving.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const [ada, sol, dina] = [
  await aPerson(app, { name: 'Ada Molina', role: 'editor' }),
  await aPerson(app, { name: 'Sol Quispe', role: 'editor' }),
  await aPerson(app, { name: 'Dina Obi', role: 'director' }),
]
const coordinator = await aPerson(app, { role: 'coordinator' })
const plan = { summary: 'An idea.', locale: 'en', code: '', fortnight: null, part: null, dueOn: '2016-03-10' }
const text = {
  ...{
    title: 'A shelf',
    summary: 'What we found on it.',
    body: 'Forty maps.',
    questions: [],
    tags: ['maps'],
  },
  ...{ hashtag: '', locale: 'en', authors: [{ name: 'Sol Quispe' }] },
}
const later = new Date('2016-03-14T09:00:00Z')

const mails = async () => {
  const rows = await app.db.selectFrom('outbox').select(['toAddress', 'subject']).orderBy('id').execute()
  await app.db.deleteFrom('outbox').execute()
  const nameOf = new Map([ada, sol, dina].map(({ email, name }) => [email, name.split(' ')[0]]))
  return rows.map(({ toAddress, subject }) => `${nameOf.get(toAddress ?? '')}: ${subject}`).toSorted()
}
const standing = async (id: string) => {
  const { stage, assignee, reviewer, publishAt, withdrawnAt } = await postOnDesk(app.db, ada, id)
  return { stage, writer: assignee?.name, reader: reviewer?.name, publishAt, withdrawnAt }
}
const written = async () => {
  const id = await proposePost(app, ada, { ...plan, title: 'A shelf', assigneeId: sol.id })
  await saveText(app, sol, id, { base: 1, text })
  await mails()
  return id
}

beforeEach(async () => {
  await mails()
})

test('what the only editor submits is read by a director', async () => {
  const id = await proposePost(app, sol, { ...plan, title: 'A shelf', assigneeId: sol.id })
  await saveText(app, sol, id, { base: 1, text })
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', ada.id).execute()
  await submitPost(app, sol, id, { reviewerId: null, text: '' })
  await app.db.updateTable('person').set({ disabledAt: null }).where('id', '=', ada.id).execute()

  expect(await mails()).toEqual(['Dina: To read: A shelf'])
})

test('whoever is told is called as they wish to be', async () => {
  await app.db.updateTable('person').set({ givenName: 'Solcito' }).where('id', '=', sol.id).execute()

  await proposePost(app, ada, { ...plan, title: 'A shelf', assigneeId: sol.id })

  const { text: email } = await app.db.selectFrom('outbox').select('text').executeTakeFirstOrThrow()
  expect(email).toContain('Hello Solcito,')
})

test('a post goes from an idea to its readers, and the next person is told each time', async () => {
  const id = await proposePost(app, ada, { ...plan, title: 'A shelf', assigneeId: sol.id })
  const assigned = await mails()
  await saveText(app, sol, id, { base: 1, text })
  await submitPost(app, sol, id, { reviewerId: null, text: 'Is it too long?' })
  const submitted = await mails()
  await giveBackPost(app, ada, id, 'Say where the maps come from.')
  const back = await mails()
  await saveText(app, sol, id, { base: 2, text: { ...text, body: 'Forty maps from Cusco.' } })
  await submitPost(app, sol, id, { reviewerId: ada.id, text: '' })
  const again = await mails()
  await approvePost(app, ada, id, later)

  expect([assigned, submitted, back, again, await mails()]).toEqual([
    ['Sol: Yours to write: A shelf'],
    ['Ada: To read: A shelf'],
    ['Sol: Back to you: A shelf'],
    ['Ada: To read: A shelf'],
    ['Sol: Comes out on 14 March 2016 at 09:00 UTC: A shelf'],
  ])
  expect(await standing(id)).toEqual({
    ...{ stage: 'review', writer: 'Sol Quispe', reader: 'Ada Molina', publishAt: later, withdrawnAt: null },
  })
})

test('nobody approves what they submitted; they may take it back', async () => {
  const id = await written()
  await submitPost(app, sol, id, { reviewerId: ada.id, text: '' })
  await mails()

  await expect(approvePost(app, sol, id, later)).rejects.toThrow(Forbidden)
  await expect(giveBackPost(app, sol, id, 'No.')).rejects.toThrow(Forbidden)
  await expect(takeBackPost(app, ada, id)).rejects.toThrow(Forbidden)
  await takeBackPost(app, sol, id)

  expect([(await standing(id)).stage, await mails()]).toEqual([
    'drafting',
    ['Ada: No need to read it yet: A shelf'],
  ])
})

test('a text that lacks what readers need does not come out, nor one for its own writer to read', async () => {
  const id = await proposePost(app, ada, { ...plan, title: 'Empty', assigneeId: sol.id })

  await expect(approvePost(app, ada, id, later)).rejects.toEqual(new Conflict('post-incomplete'))
  await expect(approvePost(app, ada, id, new Date('2016-02-01'))).rejects.toMatchObject({
    code: 'post-time-past',
  })
  await expect(submitPost(app, sol, id, { reviewerId: null, text: '' })).rejects.toEqual(
    new Conflict('post-empty'),
  )
  await expect(submitPost(app, sol, id, { reviewerId: sol.id, text: '' })).rejects.toEqual(
    new Conflict('post-own-review'),
  )
  expect((await standing(id)).stage).toBe('assigned')
})

test('what nobody writes anyone takes, once; handing it over tells both', async () => {
  const id = await proposePost(app, ada, { ...plan, title: 'Free', assigneeId: null })
  await claimPost(app, sol, id)
  await expect(claimPost(app, dina, id)).rejects.toThrow(Forbidden)
  const claimed = await mails()
  await assignPost(app, ada, id, { assigneeId: dina.id, dueOn: '2016-03-20' })
  const handed = await mails()
  await assignPost(app, ada, id, { assigneeId: dina.id, dueOn: '2016-03-21' })

  expect([claimed, handed, await mails()]).toEqual([
    [],
    ['Dina: Yours to write: Free', 'Sol: No longer yours: Free'],
    [],
  ])
  expect((await standing(id)).writer).toBe('Dina Obi')
})

test('a day that was told is taken back, a public post with a reason, and each brings back what was', async () => {
  const id = await written()
  await approvePost(app, ada, id, later)
  await mails()
  await unschedulePost(app, ada, id)
  const off = [(await standing(id)).stage, await mails()]
  await approvePost(app, ada, id, null)
  const out = await mails()
  await takePostBack(app, ada, id, 'A map is not ours to show.')
  const withdrawn = await mails()
  await expect(takePostBack(app, ada, id, 'Again.')).rejects.toEqual(new Conflict('post-moved-on'))
  await bringPostBack(app, ada, id)

  expect([off, out, withdrawn, await mails()]).toEqual([
    ['drafting', ['Sol: Off the schedule: A shelf']],
    ['Sol: Public now: A shelf'],
    ['Sol: Withdrawn: A shelf'],
    ['Sol: Public again: A shelf'],
  ])
  expect(await standing(id)).toMatchObject({ publishAt: app.now(), withdrawnAt: null })
})

test('who coordinates sees the desk and does nothing on it', async () => {
  const id = await written()
  const tries = [
    claimPost(app, coordinator, id),
    approvePost(app, coordinator, id, null),
    saveText(app, coordinator, id, { base: 2, text }),
    proposePost(app, coordinator, { ...plan, title: 'Mine', assigneeId: null }),
  ]

  for (const one of tries) await expect(one).rejects.toThrow(Forbidden)
  expect((await postOnDesk(app.db, coordinator, id)).title).toBe('A shelf')
})

test('a button that is pressed twice does it once; other words, or somebody else, are told that it is done', async () => {
  const free = await proposePost(app, ada, { ...plan, title: 'Free', assigneeId: null })
  const id = await written()
  const twice = async (press: () => Promise<void>) => {
    await press()
    await press()
    return mails()
  }

  const told = [
    await twice(() => claimPost(app, sol, free)),
    await twice(() => submitPost(app, sol, id, { reviewerId: ada.id, text: 'Please.' })),
    await twice(() => giveBackPost(app, ada, id, 'Longer.')),
    await twice(() => approvePost(app, ada, id, later)),
    await twice(() => unschedulePost(app, ada, id)),
    await twice(() => approvePost(app, ada, id, null)),
    await twice(() => takePostBack(app, ada, id, 'Not ours.')),
  ]

  expect(told).toEqual([
    [],
    ['Ada: To read: A shelf'],
    ['Sol: Back to you: A shelf'],
    ['Sol: Comes out on 14 March 2016 at 09:00 UTC: A shelf'],
    ['Sol: Off the schedule: A shelf'],
    ['Sol: Public now: A shelf'],
    ['Sol: Withdrawn: A shelf'],
  ])
  await expect(takePostBack(app, ada, id, 'Again.')).rejects.toEqual(new Conflict('post-moved-on'))
  await expect(takePostBack(app, dina, id, 'Not ours.')).rejects.toEqual(new Conflict('post-moved-on'))
  await expect(claimPost(app, ada, free)).rejects.toThrow(Forbidden)
})

test('a post that is proposed twice by one form is there once, and told once', async () => {
  const once = crypto.randomUUID()
  const propose = () => proposePost(app, ada, { ...plan, title: 'Slow line', assigneeId: sol.id }, once)
  const ids = [...(await Promise.all([propose(), propose()])), await propose()]

  expect(new Set(ids).size).toBe(1)
  expect(await mails()).toEqual(['Sol: Yours to write: Slow line'])
})
