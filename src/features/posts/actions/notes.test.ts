import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { Forbidden, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { notesOn, onPassages } from '../queries/notes.ts'
import { giveBackPost, proposePost, submitPost } from './course.ts'
import { answerNote, noteOnPassage, reopenNote, resolveNote } from './notes.ts'
import { restoreText, saveText } from './saving.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const ada = await aPerson(app, { name: 'Ada Molina', role: 'editor' })
const sol = await aPerson(app, { name: 'Sol Quispe', role: 'editor' })
const coordinator = await aPerson(app, { role: 'coordinator' })
const text = {
  ...{ title: 'A shelf', summary: 'Maps.', questions: [], tags: [], hashtag: '', locale: 'en', authors: [] },
  body: 'We keep old maps of Cusco.\n\nThey are read on Mondays.',
}
const chosen = { words: 'old maps', paragraph: null }

async function aText() {
  const idea = { summary: '', locale: 'en', code: '', fortnight: null, part: null, dueOn: null }
  const id = await proposePost(app, ada, { ...idea, title: 'A shelf', assigneeId: ada.id })
  await saveText(app, ada, id, { base: 1, text })
  return id
}
const shown = async (id: string) =>
  onPassages(await notesOn(app.db, id)).map(({ quote, place, text: said, answers, resolvedBy }) => ({
    ...{ quote, isThere: place !== null, said, resolvedBy },
    answers: answers.map(({ by, text: answer }) => `${by}: ${answer}`),
  }))

test('a note stays with its passage through editing, is orphaned with its quote, and comes back with it', async () => {
  const id = await aText()
  const noteId = await noteOnPassage(app, sol, id, { text: 'How old?', chosen })
  await answerNote(app, ada, noteId, { text: 'Of 1780.' })
  const write = (base: number, body: string) => saveText(app, ada, id, { base, text: { ...text, body } })
  const states = []
  await write(2, `Welcome.\n\n${text.body.replace('old maps', 'old **and torn** maps')}`)
  states.push(await shown(id))
  await write(3, 'They are read on Mondays.')
  states.push(await shown(id))
  await restoreText(app, ada, id, 3)
  states.push(await shown(id))

  const note = { said: 'How old?', resolvedBy: null, answers: ['Ada Molina: Of 1780.'] }
  expect(states).toEqual([
    [{ ...note, quote: 'old **and torn** maps', isThere: true }],
    [{ ...note, quote: 'old **and torn** maps', isThere: false }],
    [{ ...note, quote: 'old **and torn** maps', isThere: true }],
  ])
})

test('a note is resolved and opened again; who is given the post back reads how many are open', async () => {
  const id = await aText()
  const [first, second] = [
    await noteOnPassage(app, sol, id, { text: 'How old?', chosen }),
    await noteOnPassage(app, sol, id, { text: 'And Sundays?', chosen: { words: '', paragraph: 1 } }),
  ]
  await resolveNote(app, ada, first)
  await resolveNote(app, ada, second)
  await reopenNote(app, sol, second)
  await submitPost(app, ada, id, { reviewerId: sol.id, text: '' })
  await giveBackPost(app, sol, id, 'See my notes.')
  const mail = await app.db
    .selectFrom('outbox')
    .select('text')
    .where('personId', '=', ada.id)
    .orderBy('id', 'desc')
    .executeTakeFirst()

  expect((await shown(id)).map(({ quote, resolvedBy }) => [quote, resolvedBy])).toEqual([
    ['old maps', 'Ada Molina'],
    ['They are read on Mondays.', null],
  ])
  expect(mail?.text).toContain('There is one note beside a passage of the text.')
  expect(mail?.text).toContain(`/office/posts/${id}/write#notes`)
})

test.each([
  [
    'words that are not there',
    () => ada,
    { words: 'new maps', paragraph: null },
    new Unacceptable('passage-not-found'),
  ],
  [
    'words of another paragraph',
    () => ada,
    { words: 'Mondays', paragraph: 0 },
    new Unacceptable('passage-not-found'),
  ],
  [
    'a paragraph that is not there',
    () => ada,
    { words: '', paragraph: 9 },
    new Unacceptable('passage-not-found'),
  ],
  ['a coordinator', () => coordinator, chosen, new Forbidden('not-allowed')],
])('no note comes of %s', async (_what, who, about, refusal) => {
  const id = await aText()

  await expect(noteOnPassage(app, who(), id, { text: 'So?', chosen: about })).rejects.toEqual(refusal)

  expect(await shown(id)).toEqual([])
})

test('an answer is answered in its own thread only', async () => {
  const id = await aText()
  await answerNote(app, ada, await noteOnPassage(app, sol, id, { text: 'How old?', chosen }), {
    text: 'Of 1780.',
  })
  const [note] = await notesOn(app.db, id)

  const answer = answerNote(app, sol, note?.answers[0]?.id ?? '', { text: 'Thanks.' })

  await expect(answer).rejects.toEqual(new NotFound('no-such-note'))
})

test('a note, or an answer, that is sent twice by one form is there once; other words by the same form are another', async () => {
  const id = await aText()
  const once = crypto.randomUUID()
  const say = (said: string) => noteOnPassage(app, sol, id, { text: said, chosen, once })
  const first = await say('How old?')
  const again = [await say('How old?'), await say('Which ones?')]
  const twice = { text: 'Of 1780.', once }
  await Promise.all([answerNote(app, ada, first, twice), answerNote(app, ada, first, twice)])

  expect(again[0]).toBe(first)
  expect(again[1]).not.toBe(first)
  expect((await shown(id)).map(({ said, answers }) => [said, answers])).toEqual([
    ['How old?', ['Ada Molina: Of 1780.']],
    ['Which ones?', []],
  ])
})
