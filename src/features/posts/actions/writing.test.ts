import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { changePost, type PostText, startPost } from './writing.ts'

const app = await testApp('2016-02-29T12:00:00Z')
const ada = await aPerson(app, { name: 'Ada Molina', role: 'editor' })
const text: PostText = {
  ...{
    title: 'A shelf',
    summary: 'About it.',
    body: 'First.',
    questions: [],
    hashtag: '',
    tags: ['shelves'],
  },
  ...{ locale: 'en', mediaId: null, authors: [{ name: 'Ada Molina', personId: ada.id }, { name: 'Sol' }] },
}
const begin = (change: Partial<PostText> = {}) =>
  app.db
    .transaction()
    .execute((tx) => startPost(app, tx, { ...text, ...change }, { byId: ada.id, wished: 'A shelf' }))
const change = (id: string, changed: Partial<PostText>, basedOn: number | null) =>
  app.db.transaction().execute((tx) =>
    changePost(app, tx, id, {
      ...{ text: { ...text, ...changed }, byId: ada.id, basedOn, kind: 'saved', wished: 'A shelf' },
    }),
  )
const revisionsOf = (id: string) =>
  app.db
    .selectFrom('postRevision')
    .select(['number', 'basedOn', 'kind', 'body', 'byline'])
    .where('postId', '=', id)
    .orderBy('number')
    .execute()

test('every text of a post is kept, and the same once more is none', async () => {
  const { id } = await begin()

  const numbers = [
    await change(id, { body: 'Second.' }, 1),
    await change(id, { body: 'Second.' }, 2),
    await change(id, { body: 'Second.', authors: [{ name: 'Sol' }] }, 2),
  ]

  expect(numbers).toEqual([2, 2, 3])
  expect(await revisionsOf(id)).toEqual([
    { number: 1, basedOn: null, kind: 'begun', body: 'First.', byline: 'Ada Molina and Sol' },
    { number: 2, basedOn: 1, kind: 'saved', body: 'Second.', byline: 'Ada Molina and Sol' },
    { number: 3, basedOn: 2, kind: 'saved', body: 'Second.', byline: 'Sol' },
  ])
})

test('a text that was written over an older one is not saved over what somebody wrote meanwhile', async () => {
  const { id } = await begin()
  await change(id, { body: 'Hers.' }, 1)

  const late = change(id, { body: 'His.' }, 1)

  await expect(late).rejects.toEqual(new Conflict('post-changed'))
  expect((await revisionsOf(id)).map(({ body }) => body)).toEqual(['First.', 'Hers.'])
})

test('who signs twice is one author; a name is one with an account only where that was said', async () => {
  await app.db.deleteFrom('postAuthor').execute()
  await app.db.deleteFrom('author').execute()
  await begin()
  await begin({ authors: [{ name: 'Sol' }, { name: 'Ada Molina' }] })
  const other = await aPerson(app, { name: 'Sol' })
  await begin({ authors: [{ name: 'Sol', personId: other.id }] })

  const authors = await app.db
    .selectFrom('author')
    .innerJoin('postAuthor', 'postAuthor.authorId', 'author.id')
    .select(['author.name', 'author.personId'])
    .select((eb) => eb.fn.countAll<number>().as('posts'))
    .groupBy(['author.id', 'author.name', 'author.personId', 'author.createdAt'])
    .orderBy('author.name')
    .orderBy('posts', 'desc')
    .execute()

  expect(authors).toEqual([
    { name: 'Ada Molina', personId: ada.id, posts: 2 },
    { name: 'Sol', personId: null, posts: 2 },
    { name: 'Sol', personId: other.id, posts: 1 },
  ])
})
