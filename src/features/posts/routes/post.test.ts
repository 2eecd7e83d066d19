import { expect, test } from 'vitest'
import { aPicture } from '../../topics/topic.builder.ts'
import { aBlog } from './blog.builder.ts'

const { app, site, author, aPost, page } = await aBlog()

test('a post says who wrote it, how to cite it, and where its feeds are', async () => {
  await aPost('early', '2016-02-29T11:00:00Z')

  const text = await page('/posts/early')

  expect(text).toContain('By Ada Okafor')
  expect(text).toContain(
    'Okafor, A. (2016, February 29). Post early. <i>Mentoring network</i>. http://localhost:3000/posts/early',
  )
  expect(text).toContain('<meta name="DC.type" content="blogPost"/>')
  expect(text).toMatch(
    /<meta property="og:image" content="http:\/\/localhost:3000\/posts\/early\/card\.png\?v=/,
  )
  expect(text).toContain('<meta name="citation_publication_date" content="2016/02/29"/>')
  expect(text).toContain('<meta property="og:title" content="Post early"/>')
  expect(text).toContain('<link rel="canonical" href="http://localhost:3000/posts/early"/>')
  expect(text).toContain(
    '<link rel="alternate" type="application/atom+xml" title="Atom 1.0" href="/feed.atom"/>',
  )
})

test('its reference is taken along as a file', async () => {
  const bib = await site.request('/posts/early/reference.bib')

  expect(Object.fromEntries(bib.headers)).toMatchObject({
    'content-disposition': 'attachment; filename="early.bib"',
    'content-type': 'application/x-bibtex; charset=utf-8',
  })
  expect(await bib.text()).toMatch(/^@misc\{okafor2016post,\n {2}author = \{Okafor, Ada\},/)
  expect((await site.request('/posts/early/reference.docx')).status).toBe(404)
  expect((await site.request('/posts/draft/card.png')).status).toBe(404)
})

test('whoever passes it on by Mastodon is led to their own server by a link, never by us', async () => {
  const asked = (server: string) =>
    site.request('/posts/early/mastodon', {
      method: 'POST',
      body: new URLSearchParams({ server }),
      headers: { Origin: app.origin },
    })
  const [known, unknown] = [await asked('@amara@glammr.us'), await asked('my server')]

  expect(await known.text()).toContain('href="https://glammr.us/share?text=Post%20early%0Ahttp')
  expect(unknown.status).toBe(422)
  expect(await unknown.text()).toContain('value="my server"')
})

test('a post that no topic hands in prints its own place in the round, questions and hashtag', async () => {
  const lead = { number: 3, questions: ['What do you see?'], hashtag: '#mydesk' }
  await aPost('of-its-own', '2016-02-28T09:00:00Z', lead)

  const text = await page('/posts/of-its-own')
  const feed = await page('/feed.json')

  expect(text).toContain('>Round 2016A, topic 3</a>')
  expect(text).toContain('<li>What do you see?</li>')
  expect(text).toContain('#mydesk')
  expect(await page('/')).toContain('>Round 2016A, topic 3</a>')
  expect(JSON.parse(feed).items.at(-1).tags).toEqual(['Round 2016A', 'mydesk'])
})

test('only an author who is known by the parts of the name is cited by family name', async () => {
  await aPost('signed-otherwise', '2014-12-30T22:00:00Z', { byline: 'Ada and friends' })

  expect(await page('/posts/signed-otherwise')).toContain('Ada and friends. (2014, December 30)')
})

test('what is said in another language says in which, on pages and in feeds', async () => {
  const { id: mediaId } = await aPicture(app, author)
  const said = { alt: 'Dos mesas', caption: 'Dos mesas, una carta.', author: 'Sol Ruiz', licence: 'cc0-1.0' }
  await app.db.updateTable('media').set(said).where('id', '=', mediaId).execute()
  app.at('2016-02-29T13:05:00Z')
  await aPost('dos-mesas', '2016-02-29T13:01:00Z', { locale: 'es', mediaId, questions: ['¿Qué ves?'] })
  const words = [
    /<img [^>]*alt="Dos mesas"[^>]* lang="es"/,
    /<span [^>]*lang="es" dir="auto">Dos mesas, una carta\.<\/span>/,
  ]

  const post = await page('/posts/dos-mesas')
  const front = await page('/')
  const entry = JSON.parse(await page('/feed.json')).items.find(({ title }: { title: string }) =>
    title.includes('dos-mesas'),
  )

  for (const one of words) expect(post).toMatch(one)
  for (const one of words) expect(front).toMatch(one)
  expect(post).toContain('<h1 lang="es" dir="ltr">')
  expect(entry.content_html).toMatch(/^<div lang="es" dir="ltr">.*<span lang="en">Picture/s)
  await app.db.deleteFrom('post').where('slug', '=', 'dos-mesas').execute()
})

test('no picture is drawn of a title for which we have no letters', async () => {
  await aPost('thai', '2016-02-29T10:00:00Z', { title: 'ห้องสมุด', locale: 'th' })

  expect(await page('/posts/thai')).not.toContain('card.png')
  expect((await site.request('/posts/thai/card.png')).status).toBe(404)
})
