import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { note } from '../../../platform/journal.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const director = await aPerson(app, { name: 'Dora Lindqvist', role: 'director' })

const get = async (path: string, headers: Record<string, string>) => site.request(path, { headers })
const post = (path: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

test('a director adds a person with a role for a country, and the journal shows it', async () => {
  const headers = await signedIn(app, director)

  const added = await post('/office/people/new', headers, {
    name: 'Bia <b>Lima</b>',
    email: 'bia@library.example',
    locale: 'es',
  })
  const page = added.headers.get('Location') ?? ''
  const half = await post(`${page}/grant`, headers, {
    role: 'ambassador',
    country: '',
    startsOn: '2016-02-20',
    endsOn: '',
  })
  const granted = await post(`${page}/grant`, headers, {
    role: 'ambassador',
    country: 'BR',
    startsOn: '2016-02-20',
    endsOn: '2016-12-31',
  })
  const shown = await (await get(page, headers)).text()
  const journal = await (await get('/office/journal?check=1', headers)).text()

  expect([half.status, granted.status]).toEqual([422, 303])
  expect(await half.text()).toContain('Please choose the country')
  expect(shown).toContain('Ambassador for Brazil')
  expect(shown).toContain('31 December 2016')
  expect(shown).not.toContain('<b>')
  expect(journal).toContain('The journal is whole')
  expect(journal.replace(/<[^>]*>/g, '')).toContain(
    'Bia &lt;b&gt;Lima&lt;/b&gt; became ambassador for Brazil from 20 February 2016 to 31 December 2016.',
  )
})

test('a role cannot start in a year that never was or be for a country that is none, and a name stays in one line', async () => {
  const headers = await signedIn(app, director)
  const ada = await aPerson(app, { name: 'Ada Okafor' })
  const role = { role: 'editor', country: '', startsOn: '0000-01-01', endsOn: '' }

  const granted = await post(`/office/people/${ada.id}/grant`, headers, role)
  const nowhere = await post(`/office/people/${ada.id}/grant`, headers, {
    ...role,
    role: 'ambassador',
    country: 'ZZ',
    startsOn: '2016-01-01',
  })
  const renamed = await post('/me/settings', headers, {
    name: 'Dora\r\nBcc: everybody@library.example',
    givenName: 'Dora',
    locale: 'en',
    zone: 'UTC',
  })

  const { name } = await app.db
    .selectFrom('person')
    .select('name')
    .where('id', '=', director.id)
    .executeTakeFirstOrThrow()
  expect([granted.status, nowhere.status, renamed.status, name]).toEqual([
    422,
    422,
    303,
    'Dora Bcc: everybody@library.example',
  ])
})

test('a coordinator sees people and the journal, and no way to give roles', async () => {
  const headers = await signedIn(app, await aPerson(app, { role: 'coordinator' }))
  const ada = await aPerson(app, { name: 'Ada Okafor' })

  const page = await (await get(`/office/people/${ada.id}`, headers)).text()
  const answers = [
    await post(`/office/people/${ada.id}/grant`, headers, {
      role: 'editor',
      country: '',
      startsOn: '2016-02-20',
      endsOn: '',
    }),
    await post(`/office/people/${ada.id}/disable`, headers),
    await get('/office/people/settings', headers),
    await get('/office/people/new', headers),
  ]

  expect(page).toContain('Ada Okafor')
  expect(page).not.toContain('Give a role')
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
})

test.each(['editor', 'ambassador'] as const)('an %s sees neither people nor the journal', async (role) => {
  const headers = await signedIn(
    app,
    await aPerson(app, role === 'ambassador' ? { role, country: 'BR' } : { role }),
  )
  const other = await aPerson(app, { name: 'Secret Person' })

  const answers = await Promise.all(
    ['/office/people', '/office/people?text=secret', `/office/people/${other.id}`, '/office/journal'].map(
      (path) => get(path, headers),
    ),
  )

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect((await Promise.all(answers.map((answer) => answer.text()))).join('')).not.toContain('Secret Person')
})

test.each(['x', '00000000-0000-4000-8000-000000000000', '------------------------------------'])(
  'for a person, a role or a session called %s the answer is that there is none',
  async (id) => {
    const headers = await signedIn(app, director)

    const answers = [
      await get(`/office/people/${id}`, headers),
      await post(`/office/people/${id}/disable`, headers),
      await post(`/office/people/${id}/enable`, headers),
      await post(`/office/people/${id}/remove-second-factor`, headers),
      await get(`/office/people/${director.id}/grants/${id}/end`, headers),
      await post(`/office/people/${director.id}/grants/${id}/end`, headers, { endsOn: '2016-02-20' }),
      await post(`/me/sessions/${id}/end`, headers),
    ]

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
  },
)

test('a long list comes a page at a time, and odd wishes in its address do no harm', async () => {
  for (let number = 0; number < 60; number += 1) await aPerson(app, { name: `Reader ${number}` })
  const headers = await signedIn(app, director)

  const second = await (await get('/office/people?page=2&text=Reader', headers)).text()
  const beyond = await (await get('/office/people?page=9&text=Reader', headers)).text()
  const odd = await get(`/office/people?page=-1&role=king&text=${encodeURIComponent("%_\\'")}`, headers)

  expect(second).toContain('Page 2 of 2')
  expect(second.match(/<a href="\/office\/people\/[0-9a-f-]{36}">/g)?.length).toBe(10)
  expect(beyond).toContain('Nobody found')
  expect(odd.status).toBe(200)
})

test('the journal calls what was acted on by its name, and leads there; no identifier is shown', async () => {
  const headers = await signedIn(app, await aPerson(app, { role: 'director' }))
  const ada = await aPerson(app, { name: 'Ada Mensah' })
  await post(`/office/people/${ada.id}/disable`, headers)

  const page = await (await site.request('/office/journal', { headers })).text()

  expect(page).toContain(`<a href="/office/people/${ada.id}">Ada Mensah</a>`)
  expect(page).not.toContain(`>${ada.id.slice(0, 8)}`)
})

test('the journal leads nobody to a page that they may not open', async () => {
  const written = { name: 'Elif Kaya', slug: 'elif-kaya', createdAt: app.now() }
  const { id } = await app.db.insertInto('author').values(written).returning('id').executeTakeFirstOrThrow()
  await app.db.transaction().execute((tx) => note(tx, app.now(), director.id, 'author.changed', id))
  const coordinator = await signedIn(app, await aPerson(app, { role: 'coordinator' }))

  const [seen, led] = await Promise.all(
    [coordinator, await signedIn(app, director)].map(async (headers) =>
      (await get('/office/journal', headers)).text(),
    ),
  )

  expect((await get(`/office/authors/${id}`, coordinator)).status).toBe(403)
  expect(seen).toContain('<bdi>Elif Kaya</bdi>')
  expect(led).toContain(`<bdi><a href="/office/authors/${id}">Elif Kaya</a></bdi>`)
})

test('a director reads from when a role is given, and that its person is told', async () => {
  const headers = await signedIn(app, director)
  const { id } = await aPerson(app, { name: 'Ivo Lund' })
  const giving = async (role: string, startsOn: string, endsOn = '') => {
    const given = await post(`/office/people/${id}/grant`, headers, {
      role,
      country: '',
      startsOn,
      endsOn,
    })
    const [flash = ''] = (given.headers.get('Set-Cookie') ?? '').split(';')
    return (await get(`/office/people/${id}`, { ...headers, Cookie: `${headers.Cookie}; ${flash}` })).text()
  }

  const over = await giving('editor', '2015-01-01', '2015-12-31')
  const emails = await app.db.selectFrom('outbox').select('id').where('personId', '=', id).execute()
  const [now, later] = [await giving('editor', '2016-02-20'), await giving('coordinator', '2016-03-01')]

  expect(now).toContain('as soon as they sign in again. An email tells them so.')
  expect(over).toContain('The role is noted. It ended on 31 December 2015.')
  expect(emails).toEqual([])
  expect(later).toContain('They have the role from 1 March 2016 on. An email tells them so.')
})
