import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { postOnDesk, revisionsOf } from '../queries/desk.ts'
import { mergeOf } from '../queries/merging.ts'
import { othersWriting, writingOf } from '../queries/texts.ts'
import { proposePost } from './course.ts'
import { keepTyped, mergeTexts, restoreText, saveText } from './saving.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const ada = await aPerson(app, { name: 'Ada Molina', role: 'editor' })
const sol = await aPerson(app, { name: 'Sol Quispe', role: 'editor' })
const text = {
  ...{ title: 'A shelf', summary: 'Maps.', body: 'One.\n\nTwo.\n\nThree.', questions: [], tags: ['maps'] },
  ...{ hashtag: '', locale: 'en', authors: [{ name: 'Sol Quispe' }] },
}
const typed = {
  ...{ title: 'A shelf', summary: 'Maps.', questions: '', tags: 'maps, Cusco', hashtag: '', locale: 'en' },
  authors: 'Sol Quispe',
}
const window = { rev: 0, writer: 'a-window', seq: 1 }

async function aText() {
  const idea = {
    summary: '',
    locale: 'en',
    code: '',
    fortnight: null,
    part: null,
    dueOn: null,
    assigneeId: null,
  }
  const id = await proposePost(app, ada, { ...idea, title: 'A shelf' })
  await saveText(app, ada, id, { base: 1, text })
  return id
}

test('two write on one draft: the second sees what the first wrote and chooses, and nothing is lost', async () => {
  const id = await aText()
  await saveText(app, ada, id, { base: 2, text: { ...text, body: 'One.\n\nTwo, hers.\n\nThree.' } })

  const late = saveText(app, sol, id, { base: 2, text: { ...text, body: 'One!\n\nTwo, his.\n\nThree.' } })
  await expect(late).rejects.toEqual(new Conflict('post-changed'))
  await keepTyped(app, sol, id, {
    ...window,
    base: 2,
    typed: { ...typed, body: 'One!\n\nTwo, his.\n\nThree.' },
  })
  const merge = await mergeOf(app.db, sol, id)
  await mergeTexts(app, sol, id, { head: 3, chosen: { facts: {}, pieces: ['both'] } })
  const after = await postOnDesk(app.db, sol, id)

  expect(merge?.asked).toEqual([])
  expect(merge?.pieces.filter(({ kind }) => kind === 'both')).toEqual([
    { kind: 'both', base: 'Two.', theirs: 'Two, hers.', mine: 'Two, his.' },
  ])
  expect([after.body, after.tags]).toEqual(['One!\n\nTwo, hers.\n\nTwo, his.\n\nThree.', ['maps', 'Cusco']])
  expect((await revisionsOf(app.db, id)).map(({ number, kind, by }) => [number, kind, by])).toEqual([
    [4, 'merged', 'Sol Quispe'],
    [3, 'saved', 'Ada Molina'],
    [2, 'saved', 'Ada Molina'],
    [1, 'begun', 'Ada Molina'],
  ])
  expect(await writingOf(app.db, sol, id)).toBe(null)
})

test('when somebody saves once more while one chooses, one chooses anew', async () => {
  const id = await aText()
  await keepTyped(app, sol, id, { ...window, base: 2, typed: { ...typed, body: 'His.' } })
  await saveText(app, ada, id, { base: 2, text: { ...text, body: 'Hers.' } })
  await saveText(app, ada, id, { base: 3, text: { ...text, body: 'Hers, once more.' } })

  const stale = mergeTexts(app, sol, id, { head: 3, chosen: { facts: {}, pieces: ['mine'] } })

  await expect(stale).rejects.toEqual(new Conflict('post-changed'))
  expect((await writingOf(app.db, sol, id))?.typed.body).toBe('His.')
})

test('a title that both changed is asked about', async () => {
  const id = await aText()
  await keepTyped(app, sol, id, {
    ...window,
    base: 2,
    typed: { ...typed, title: 'His shelf', body: text.body },
  })
  await saveText(app, ada, id, { base: 2, text: { ...text, title: 'Her shelf' } })

  const merge = await mergeOf(app.db, sol, id)
  await mergeTexts(app, sol, id, { head: 3, chosen: { facts: { title: 'mine' }, pieces: [] } })

  expect([merge?.asked, merge?.facts.title]).toEqual([['title'], { theirs: 'Her shelf', mine: 'His shelf' }])
  expect((await postOnDesk(app.db, sol, id)).title).toBe('His shelf')
})

test('what is typed is kept for its writer alone, changes nothing, and an older save of it does not win', async () => {
  const id = await aText()
  const keep = (came: Partial<typeof window>, body: string) =>
    keepTyped(app, sol, id, { ...window, ...came, base: 2, typed: { ...typed, body } })

  const answers = [
    await keep({ seq: 1 }, 'A'),
    await keep({ seq: 3 }, 'ABC'),
    await keep({ seq: 2 }, 'AB'),
    await keep({ writer: 'another-window', rev: 0 }, 'Else'),
    await keep({ writer: 'another-window', rev: 2 }, 'Gone on with'),
  ]

  expect(answers).toEqual([
    { rev: 1, conflict: false },
    { rev: 2, conflict: false },
    { rev: 2, conflict: false },
    { rev: 2, conflict: true },
    { rev: 3, conflict: false },
  ])
  expect((await writingOf(app.db, sol, id))?.typed.body).toBe('Gone on with')
  expect((await othersWriting(app.db, ada, id)).map(({ name }) => name)).toEqual(['Sol Quispe'])
  expect((await postOnDesk(app.db, ada, id)).body).toBe(text.body)
})

test('an earlier text is restored as a new one, with those who signed it', async () => {
  const id = await aText()
  await saveText(app, sol, id, {
    base: 2,
    text: { ...text, body: 'Short.', authors: [{ name: 'Ada Molina' }] },
  })

  const number = await restoreText(app, ada, id, 2)
  const after = await postOnDesk(app.db, ada, id)

  expect([number, after.body, after.authors, after.revision]).toEqual([4, text.body, ['Sol Quispe'], 4])
})
