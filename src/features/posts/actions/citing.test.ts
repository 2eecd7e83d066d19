import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { correctPost, setCiting } from './citing.ts'
import { saveText } from './saving.ts'
import { startPost } from './writing.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const member = await aPerson(app)
const headers = await signedIn(app, editor)

const text = {
  ...{ title: 'Desks', summary: 'About desks.', body: 'It is red.', questions: [], hashtag: '', tags: [] },
  ...{ locale: 'en', authors: [{ name: 'Sol Ruiz' }] },
}

/** A post that everyone can read. */
const aPost = (title: string) =>
  app.db.transaction().execute(async (tx) => {
    const said = { ...text, title, mediaId: null }
    const post = await startPost(app, tx, said, { byId: editor.id, wished: title })
    await tx.updateTable('post').set({ publishAt: app.now() }).where('id', '=', post.id).execute()
    return post
  })

const [one, other] = [await aPost('Desks'), await aPost('Chairs')]
const page = (path: string) => site.request(path)
const send = (path: string, fields: Record<string, string>) =>
  site.request(path, {
    ...{ method: 'POST', headers: { ...headers, Origin: app.origin } },
    body: new URLSearchParams(fields),
  })
const doi = '10.1234/desks'

test('only editors say how a post is cited and corrected', async () => {
  await expect(setCiting(app, member, one.id, { licence: null, doi })).rejects.toBeInstanceOf(Forbidden)
  await expect(correctPost(app, member, one.id, 'It is green.')).rejects.toBeInstanceOf(Forbidden)
  expect((await site.request(`/office/posts/${one.id}/datacite.json`)).status).not.toBe(200)
})

test('licence and DOI stand under the post and in its header at once, and its record is anew for harvesters', async () => {
  const before = await page(`/posts/${one.slug}`)
  const refused = await send(`/office/posts/${one.id}/citing`, { licence: 'cc-by-4.0', doi: '10.1234' })
  app.at('2016-03-01T12:05:00Z')
  const saved = await send(`/office/posts/${one.id}/citing`, {
    ...{ licence: 'cc-by-4.0', doi: `https://doi.org/${doi.toUpperCase()}` },
  })
  const after = await page(`/posts/${one.slug}`)
  const shown = await after.text()

  expect([refused.status, (await refused.text()).includes('value="10.1234"'), saved.status]).toEqual([
    ...[422, true, 303],
  ])
  expect(before.headers.get('Link')).toContain(`<${app.origin}/posts/${one.slug}>; rel="cite-as"`)
  expect(after.headers.get('Link')).toContain(`<https://doi.org/${doi}>; rel="cite-as"`)
  expect(shown).toContain('<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">')
  expect(shown).toContain('<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>')
  expect(shown).toContain(`<meta name="citation_doi" content="${doi}"/>`)
  const record = { verb: 'GetRecord', metadataPrefix: 'mods', identifier: `urn:uuid:${one.id}` }
  const mods = await (await page(`/oai?${new URLSearchParams(record)}`)).text()
  expect(mods).toContain('<datestamp>2016-03-01T12:05:00Z</datestamp>')
  expect(mods).toContain(`<identifier type="doi">${doi}</identifier>`)
  expect(await (await page('/feed.atom')).text()).toContain(`<prism:doi>${doi}</prism:doi>`)
})

test('a DOI leads to one post', async () => {
  const again = await send(`/office/posts/${other.id}/citing`, { licence: '', doi })

  expect([again.status, (await again.text()).includes('Another post has this DOI already.')]).toEqual([
    ...[422, true],
  ])
  await expect(app.db.updateTable('post').set({ doi }).where('id', '=', other.id).execute()).rejects.toThrow(
    /post_doi/,
  )
})

test('the record for DataCite is one of the post as it is now', async () => {
  const answer = await site.request(`/office/posts/${one.id}/datacite.json`, { headers })
  const record = (await answer.json()) as Record<string, unknown>

  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="desks.datacite.json"')
  expect([record.doi, record.publicationYear]).toEqual([doi, '2016'])
})

test('readers are told how a post was put right, once there is another text', async () => {
  await expect(correctPost(app, editor, one.id, 'It is green.')).rejects.toEqual(
    new Conflict('post-not-corrected'),
  )
  app.at('2016-03-01T12:10:00Z')
  await saveText(app, editor, one.id, { base: 1, text: { ...text, body: 'It is green.' } })
  await send(`/office/posts/${one.id}/correct`, { correction: 'The desk is not red, but gren.' })
  const empty = await send(`/office/posts/${one.id}/correct`, { correction: ' ' })
  await correctPost(app, editor, one.id, 'The desk is not red, but green.')
  const shown = await (await page(`/posts/${one.slug}`)).text()

  expect(empty.status).toBe(422)
  expect(shown).toContain('<h2 id="corrections">Corrections</h2>')
  expect(shown).toContain('The desk is not red, but green.')
  expect(shown).not.toContain('gren.')
})
