import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/refusals.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { authorsInOffice, publicAuthor } from '../queries/authors.ts'
import { publishedPost } from '../queries/signed.ts'
import { changeAuthor, mergeAuthors } from './printing.ts'
import { saveText } from './saving.ts'
import { translatePost } from './translating.ts'
import { startPost } from './writing.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const member = await aPerson(app)

const text = {
  ...{ title: 'Desks', summary: 'About desks.', body: 'A **text**.', questions: [], hashtag: '', tags: [] },
  ...{ locale: 'en', mediaId: null },
}

/** A post that nobody can read yet, signed by these. */
function aDraft(title: string, ...names: string[]) {
  const said = { ...text, title, authors: names.map((name) => ({ name })) }
  return app.db.transaction().execute((tx) => startPost(app, tx, said, { byId: editor.id, wished: title }))
}

/** A post that everyone can read, signed by these. */
async function aPost(title: string, ...names: string[]) {
  const post = await aDraft(title, ...names)
  await app.db.updateTable('post').set({ publishAt: app.now() }).where('id', '=', post.id).execute()
  return post
}

const one = await aPost('One', 'Jose Nunez', 'José Núñez')
const two = await aPost('Two', 'Sol Ruiz', 'Jose Nunez')
const idOf = async (name: string) =>
  (await authorsInOffice(app.db, editor, app.now())).find((author) => author.name === name)?.id ?? ''
const bylines = async () =>
  (await app.db.selectFrom('post').select('byline').orderBy('slug').execute()).map(({ byline }) => byline)

test('only editors say what is printed of authors', async () => {
  const id = await idOf('Sol Ruiz')
  const printed = { name: 'Sol', familyName: '', country: null, about: '', orcid: null }

  await expect(changeAuthor(app, member, id, printed)).rejects.toBeInstanceOf(Forbidden)
  await expect(mergeAuthors(app, member, id, id)).rejects.toBeInstanceOf(Forbidden)
  await expect(translatePost(app, member, one.id, { locale: 'es' })).rejects.toBeInstanceOf(Forbidden)
})

test('two who are one sign once, in the name that stays, and the other address leads on', async () => {
  const [from, into] = [await idOf('Jose Nunez'), await idOf('José Núñez')]

  await mergeAuthors(app, editor, from, into)

  expect(await bylines()).toEqual(['José Núñez', 'Sol Ruiz and José Núñez'])
  expect((await publicAuthor(app.db, app.now(), 'jose-nunez')).name).toBe('José Núñez')
  await expect(mergeAuthors(app, editor, from, into)).rejects.toEqual(new NotFound('no-such-author'))
  await expect(mergeAuthors(app, editor, into, into)).rejects.toEqual(new Conflict('same-author'))
})

test('a corrected name is printed anew, with country and words below the post', async () => {
  const id = await idOf('Sol Ruiz')
  const headers = await signedIn(app, editor)
  const sent = (familyName: string, orcid = '') =>
    site.request(`/office/authors/${id}`, {
      ...{ method: 'POST', headers: { ...headers, Origin: app.origin } },
      body: new URLSearchParams({
        ...{ name: 'Sol Ruiz Paz', country: 'PE', about: 'Runs a school library.', familyName, orcid },
      }),
    })

  expect((await sent('Pa')).status).toBe(422)
  expect((await sent('Ruiz Paz', '0000-0002-1825-0098')).status).toBe(422)
  expect((await sent('Ruiz Paz', 'https://orcid.org/0000-0002-1825-0097')).status).toBe(303)
  expect(await bylines()).toEqual(['José Núñez', 'Sol Ruiz Paz and José Núñez'])
  const page = await (await site.request(`/posts/${two.slug}`)).text()
  expect(page).toContain('Runs a school library.')
  expect(page).toContain(
    '<meta name="citation_author_orcid" content="https://orcid.org/0000-0002-1825-0097"/>',
  )
  expect(await (await site.request('/authors/sol-ruiz')).text()).toContain(
    'https://orcid.org/0000-0002-1825-0097',
  )
  expect(page).toContain('Ruiz Paz, S., &amp; ')
  expect(page).toContain('<a href="/authors/sol-ruiz" rel="author">')
})

test('of an author is told how much everyone can read, and apart from it what is not published', async () => {
  const { id } = await aPost('Three', 'Ana Paz')
  await aPost('Seven', 'Ana Paz')
  await aDraft('Eight', 'Ana Paz')
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('id', '=', id).execute()
  const headers = await signedIn(app, editor)

  const page = await site.request(`/office/authors/${await idOf('Ana Paz')}`, { headers })

  const one = (await authorsInOffice(app.db, editor, app.now())).find(({ name }) => name === 'Ana Paz')
  expect([one?.published, one?.count]).toEqual([1, 3])
  expect(await page.text()).toContain('Has signed one published post. Signs 2 posts that are not published.')
})

test('a translation begins with the original beside it, one in each language, and both lead to each other', async () => {
  app.at('2016-03-01T12:00:01Z')
  const press = { locale: 'es', once: crypto.randomUUID() }
  const id = await translatePost(app, editor, one.id, press)
  const again = await translatePost(app, editor, one.id, press)
  const writing = await site.request(`/office/posts/${id}/write`, { headers: await signedIn(app, editor) })
  const spanish = { ...text, title: 'Mesas', locale: 'es', authors: [{ name: 'José Núñez' }] }
  await saveText(app, editor, id, { base: 1, text: spanish })

  expect(again).toBe(id)
  expect(await writing.text()).toContain('A <strong>text</strong>.')
  await expect(translatePost(app, editor, one.id, { locale: 'es' })).rejects.toEqual(
    new Conflict('translation-exists'),
  )
  await expect(translatePost(app, editor, id, { locale: 'en' })).rejects.toEqual(
    new Conflict('translation-exists'),
  )
  await expect(saveText(app, editor, id, { base: 2, text: { ...spanish, locale: 'en' } })).rejects.toEqual(
    new Conflict('translation-exists'),
  )
  expect((await publishedPost(app.db, app.now(), one.slug)).translations).toEqual([])

  await app.db.updateTable('post').set({ publishAt: app.now() }).where('id', '=', id).execute()

  const { translations } = await publishedPost(app.db, app.now(), one.slug)
  expect(translations).toEqual([{ slug: 'mesas', title: 'Mesas', locale: 'es' }])
  const page = await (await site.request('/posts/mesas')).text()
  expect(page).toContain(
    `<link rel="alternate" hreflang="x-default" href="${app.origin}/posts/${one.slug}"/>`,
  )
  expect(await (await site.request('/feed.atom')).text()).toContain(
    `hreflang="es" href="${app.origin}/posts/mesas"`,
  )
})

test('whoever takes records takes those of an author anew who is given the ORCID iD of another', async () => {
  await aPost('Four', 'Ada Ito')
  const five = await aPost('Five', 'A. Ito')
  const printed = { name: 'Ada Ito', familyName: '', country: null, about: '', orcid: '0000-0002-1825-0097' }
  await changeAuthor(app, editor, await idOf('Ada Ito'), printed)
  app.at('2016-03-05T12:00:00Z')

  await mergeAuthors(app, editor, await idOf('Ada Ito'), await idOf('A. Ito'))

  const { updatedAt } = await app.db
    .selectFrom('post')
    .select('updatedAt')
    .where('id', '=', five.id)
    .executeTakeFirstOrThrow()
  expect(updatedAt).toEqual(app.now())
})
