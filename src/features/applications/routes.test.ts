import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { encoded } from '../../../test/encoded.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { leftOutOf } from './queries/left-out.ts'
import { realFile } from './real-file.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app, { zone: 'Europe/London' })
const headers = await signedIn(app, await aPerson(app, { name: 'Ruth Bellamy', role: 'coordinator' }))

const base = '/office/rounds/2016A'
const get = async (path: string, as = headers) => {
  const response = await site.request(path, { headers: as })
  return { status: response.status, text: await response.text() }
}
/** Posts, goes where it leads, and says what is read there first. */
async function post(
  path: string,
  body: FormData | Record<string, string>,
): Promise<{ status: number; to: string; text: string }> {
  const response = await site.request(path, {
    method: 'POST',
    headers,
    body: body instanceof FormData ? body : new URLSearchParams(body),
  })
  const to = response.headers.get('Location') ?? ''
  if (to === '') return { status: response.status, to, text: await response.text() }
  const flash = response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const page = await site.request(to, { headers: { ...headers, Cookie: `${headers.Cookie}; ${flash}` } })
  return { status: response.status, to, text: await page.text() }
}
function upload(content: BlobPart, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ kind: 'applications', zone: 'Europe/London', ...fields }))
    form.set(name, value)
  form.set('file', new File([content], 'form.csv'))
  return form
}
const inWords = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const idIn = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
/** Every page but the list, which ambassadors may open as well. */
async function pagesOfCoordinators(): Promise<string[]> {
  const { id } = await app.db
    .selectFrom('application')
    .select('id')
    .where('roundId', '=', round.id)
    .limit(1)
    .executeTakeFirstOrThrow()
  const parts = ['', '/obvious', '/duplicates', '/sectors', '/problems?kind=bad-address', '/log']
  const desk = parts.map((part) => `/applications/clean${part}`)
  return ['/applications/import', ...desk, '/cap', `/applications/${id}`]
}
const counted = async () =>
  Number(
    (
      await app.db
        .selectFrom('application')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirst()
    )?.count,
  )

describe('importing', () => {
  test('an upload is shown before anything is written, then imported', async () => {
    const shown = await post(`${base}/applications/import`, upload(await readFile(realFile('applications'))))
    const before = await counted()
    const columns = [...shown.text.matchAll(/name="columns\[\]" value="([^"]*)"/g)].map(
      ([, field]) => field ?? '',
    )
    const form = new FormData()
    form.set('zone', 'Europe/London')
    form.set('dateOrder', 'dmy')
    for (const field of columns) form.append('columns[]', field)

    const imported = await post(`${shown.to.split('?')[0]}/import`, form)

    expect([
      shown.status,
      before,
      inWords(shown.text).includes('1,055 new applications') ||
        inWords(shown.text).includes('new applications 1,055'),
    ]).toEqual([303, 0, true])
    expect([imported.status, await counted()]).toEqual([303, 1055])
    expect(inWords(imported.text)).toContain('1,055 new rows were imported.')
  })

  test('letters and dates that can be read in two ways are shown both ways, and chosen in the address', async () => {
    const content =
      'Timestamp,Email,First name,Country\n01/02/2016 10:00,g@library.example,Gergő,Chile\n02/01/2016 10:00,e@library.example,Előd,Peru\n'

    const shown = await post(`${base}/applications/import`, upload(encoded(content, 'windows-1250')))
    const chosen = await get(`${shown.to}&encoding=windows-1250&dateOrder=dmy`)

    const asked = inWords(shown.text)
    expect(asked).toContain('Central European, Windows: Gergő, Előd')
    expect(asked).toContain('Western European, Windows: Gergõ, Elõd')
    expect(asked).toContain('day, month, year: 01/02/2016 10:00 is 1 February 2016')
    expect(asked).toContain('month, day, year: 01/02/2016 10:00 is 2 January 2016')
    expect(asked).not.toContain('Import 2 applications')
    expect(inWords(chosen.text)).toContain('Import 2 applications')
  })

  test('columns that were not found are asked for, and can be named in the address', async () => {
    const shown = await post(
      `${base}/applications/import`,
      upload('Timestamp,Contact,First name,Country\n13/01/2016 10:00,ada@library.example,Ada,Polska\n'),
    )
    const columns = ['submittedAt', 'email', 'givenName', 'country']
      .map((field) => `columns=${field}`)
      .join('&')

    const corrected = await get(`${shown.to}&${columns}`)

    expect(inWords(shown.text)).toContain('We did not find a column for: Email address.')
    expect(inWords(corrected.text)).toContain('Import one application')
  })

  test.each([
    ['', 'Please choose a file.'],
    ['PK\x03\x04zip', 'This is a spreadsheet or a compressed file.'],
    ['Name,Town\n', 'This file names its columns but has no rows below.'],
    ['Name,Town\n"Ada,Wien\n', 'A quotation mark in this file is opened and never closed'],
  ])(
    'a file that cannot be taken comes back with a sentence beside its field: %j',
    async (content, sentence) => {
      const form = upload(content)
      if (content === '') form.set('file', new File([], ''))

      const answer = await post(`${base}/applications/import`, form)
      const page = answer.to === '' ? answer : await get(answer.to)

      expect(page.status).toBe(answer.to === '' ? 422 : page.status)
      expect(inWords(page.text)).toContain(sentence)
    },
  )
})

describe('cleaning', () => {
  const obvious = `${base}/applications/clean/obvious`
  const rowsOn = (html: string) =>
    [...html.matchAll(/name="rows\[\]" value="([^"]*)"/g)].map(([, key]) => key ?? '')
  const choice = (html: string, ticked: readonly string[], accept = 'page') => {
    const form = new FormData()
    form.set('shown', idIn(html, 'shown'))
    form.set('accept', accept)
    for (const key of ticked) form.append('rows[]', key)
    return form
  }

  test('a page of the obvious is looked through, accepted and taken back; an unticked row stays a question', async () => {
    const shown = await get(obvious)
    const [left = '', ...ticked] = rowsOn(shown.text)

    const accepted = await post(`${obvious}/accept`, choice(shown.text, ticked))
    const desk = await get(`${base}/applications/clean`)
    const undone = await post(`${base}/applications/clean/log/undo`, {
      batch: idIn(desk.text, 'batch'),
      back: `${base}/applications/clean`,
    })
    const again = await get(obvious)

    expect(ticked).toHaveLength(24)
    expect(shown.text.match(/name="rows\[\]"[^>]*checked/g)).toHaveLength(25)
    expect(shown.text).toMatch(/<title>[^<]*Page 1 of 6/)
    expect([...shown.text.matchAll(/Accept all \d+/g)]).toHaveLength(2)
    expect([...shown.text.matchAll(/Accept the 25 on this page/g)]).toHaveLength(2)
    expect(accepted.to).toBe(obvious)
    expect(inWords(accepted.text)).toMatch(
      /\d+ questions were answered together, and one is left for you to check\./,
    )
    expect(rowsOn(accepted.text)).not.toContain(left)
    expect(inWords(undone.text)).toContain('216 questions left (0 of 216 answered)')
    expect(rowsOn(again.text)).toEqual([...ticked, rowsOn(again.text).at(-1)])
    await app.db.deleteFrom('obviousLeftOut').execute()
  })

  test('all that is obvious is accepted at once, but for the rows unticked here and those left out before', async () => {
    const first = await get(obvious)
    const [before = '', ...others] = rowsOn(first.text)
    await post(`${obvious}/accept`, choice(first.text, others))
    const shown = await get(obvious)
    const [now = '', ...ticked] = rowsOn(shown.text)

    const accepted = await post(`${obvious}/accept`, choice(shown.text, ticked, 'all'))

    expect(inWords(accepted.text)).toContain('Nothing obvious is left')
    expect([...(await leftOutOf(app.db, round.id))]).toEqual(expect.arrayContaining([before, now]))
    for (let batch = 1; batch <= 2; batch++) {
      const log = await get(`${base}/applications/clean`)
      await post(`${base}/applications/clean/log/undo`, { batch: idIn(log.text, 'batch'), back: obvious })
    }
    await app.db.deleteFrom('obviousLeftOut').execute()
  })

  test('ticks are there again after a session ended while ticking', async () => {
    const shown = await get(obvious)
    const [, kept = ''] = rowsOn(shown.text)
    const ruth = await app.db
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Ruth Bellamy')
      .executeTakeFirstOrThrow()
    const typed = JSON.stringify({ shown: idIn(shown.text, 'shown'), rows: [kept] })
    await app.db
      .insertInto('keptForm')
      .values({ personId: ruth.id, page: obvious, action: `${obvious}/accept`, typed, keptAt: app.now() })
      .execute()

    const again = await get(`${obvious}?kept=1`)

    expect(again.text.match(/name="rows\[\]" value="[^"]*" checked/g)).toEqual([
      `name="rows[]" value="${kept}" checked`,
    ])
    expect(again.text).toContain('id="kept"')
    await app.db.deleteFrom('keptForm').execute()
  })

  test('one problem is mended in its place, and the page says so', async () => {
    const path = `${base}/applications/clean/problems?kind=bad-address`
    const before = await get(path)
    const id = /applications\/([0-9a-f-]{36})\/mend/.exec(before.text)?.[1] ?? ''

    const after = await post(`${base}/applications/${id}/mend`, {
      kind: 'bad-address',
      back: path,
      has: 'email',
      email: 'ioana@library.example',
    })

    expect([after.status, after.to]).toEqual([303, path])
    expect(inWords(after.text)).toContain('Saved.')
    expect(inWords(after.text)).toContain('215 questions left (1 of 216 answered)')
  })

  test('an address that is still wrong is refused beside its field, and nothing is lost', async () => {
    const path = `${base}/applications/clean/problems?kind=bad-address`
    const id = /applications\/([0-9a-f-]{36})\/mend/.exec((await get(path)).text)?.[1] ?? ''
    const email = async () =>
      (await app.db.selectFrom('application').select('email').where('id', '=', id).executeTakeFirstOrThrow())
        .email
    const before = await email()

    const form = { kind: 'bad-address', back: path, has: 'email', email: 'ioana at nowhere' }
    const refused = await post(`${base}/applications/${id}/mend`, form)
    const edited = await post(`${base}/applications/${id}/mend`, { ...form, kind: 'edited' })

    const field = `f-email-${id}`
    expect([refused.status, edited.status, await email()]).toEqual([422, 422, before])
    expect(inWords(refused.text)).toContain('Error: Addresses that do not work')
    expect(refused.text).toContain(`href="#${field}"`)
    expect(refused.text).toMatch(new RegExp(`id="${field}"[^>]*value="ioana at nowhere"`))
    expect(edited.text).toContain('value="ioana at nowhere"')
  })

  test('a permission that is no clear yes or no is asked, with what was written', async () => {
    const { id } = await anApplication(app, round, { name: 'Tala Reyes', acceptedAt: null })
    const change = { sharesEmail: null, sharesEmailWritten: 'You may not like it' }
    await app.db.updateTable('application').set(change).where('id', '=', id).execute()
    const path = `${base}/applications/clean/problems?kind=unread-sharing`

    const asked = await get(path)
    const answered = await post(`${base}/applications/${id}/mend`, {
      ...{ kind: 'unread-sharing', back: path },
      ...{ has: 'sharesEmail', sharesEmail: 'no' },
    })

    expect(inWords(asked.text)).toMatch(/Tala Reyes.* Written: You may not like it /)
    expect(inWords(answered.text)).toContain('No questions of this kind are left')
    await app.db.deleteFrom('applicationFix').where('applicationId', '=', id).execute()
    await app.db.deleteFrom('application').where('id', '=', id).execute()
  })

  test('a question for a person is read, sent and set aside, and can be taken up again', async () => {
    const { id } = await anApplication(app, round, {
      name: 'Tala Reyes',
      acceptedAt: null,
      acceptsCode: false,
    })
    const path = `${base}/applications/clean/problems?kind=missing-consent`
    const ask = /href="([^"]*\/ask\?[^"]*)"/g
    const links = [...(await get(path)).text.matchAll(ask)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const link = links.find((href) => href.includes(`/${id}/ask`)) ?? ''

    const shown = await get(link)
    const form = { kind: 'missing-consent', back: path }
    const sent = await post(`${base}/applications/${id}/ask`, form)
    const again = await post(`${base}/applications/${id}/ask`, form)
    const desk = await get(`${base}/applications/clean`)
    const back = await post(`${base}/applications/${id}/stop-waiting`, form)

    expect(inWords(shown.text)).toMatch(
      /Ask Tala Reyes .* Do you accept the code of conduct .* Send this email/,
    )
    expect(inWords(sent.text)).toContain('One question sent, no answer yet')
    expect(inWords(again.text)).toContain('This person was asked a moment ago')
    expect(inWords(desk.text)).toMatch(
      /Tala Reyes.*Asked on 20 February 2016.* by Ruth Bellamy, no answer yet/,
    )
    expect(inWords(back.text)).toContain('The question is back in the list.')
    await app.db.deleteFrom('applicationQuestion').where('applicationId', '=', id).execute()
    await app.db.deleteFrom('application').where('id', '=', id).execute()
  })

  test('who cannot be reached is not asked: the page says which ways are left', async () => {
    const page = await get(`${base}/applications/clean/problems?kind=bad-address`)

    expect(inWords(page.text)).toContain('No email can reach this address')
    expect(page.text).not.toContain('/ask?')
  })

  test('duplicates are settled by a press, and a refusal is said on the same page', async () => {
    const path = `${base}/applications/clean/duplicates?certainty=certain`
    const page = await get(path)
    const two = { first: idIn(page.text, 'first'), second: idIn(page.text, 'second'), back: path }

    const refused = await post(`${base}/applications/clean/duplicates/settle`, {
      ...two,
      verdict: 'keep-both',
    })
    const merged = await post(`${base}/applications/clean/duplicates/settle`, { ...two, verdict: 'merge' })

    expect(inWords(refused.text)).toContain('Both applications have the same address.')
    expect([merged.to, inWords(merged.text).includes('The two applications were merged.')]).toEqual([
      path,
      true,
    ])
    expect(inWords(page.text)).toMatch(/ kept /)
    const stands = await get(`${base}/applications/${two.first}`)
    const gone = await get(`${base}/applications/${two.second}`)
    expect(inWords(stands.text + gone.text)).toMatch(
      /merged into this one.*This application was merged|This application was merged.*merged into this one/,
    )
  })

  test('a group of answers is put into a sector', async () => {
    const done = await post(`${base}/applications/clean/sectors/map`, {
      group: 'prison library',
      sector: 'special',
    })
    const none = await post(`${base}/applications/clean/sectors/map`, { group: 'seminary', sector: '' })

    expect(inWords(done.text)).toContain('8 people are now in: Special, health or law library.')
    expect(inWords(none.text)).toContain('Please choose a kind of library first.')
  })

  test('what was typed wrongly into an application comes back beside its field', async () => {
    const [row] = await app.db.selectFrom('application').select('id').limit(1).execute()

    const again = await post(`${base}/applications/${row?.id}/mend`, {
      has: 'zone,jobTitle,languages,country',
      zone: 'Atlantis',
      jobTitle: 'Keeper of <maps>',
      languages: 'Dutch, Frisian',
      country: 'NL',
    })

    expect(again.status).toBe(422)
    for (const typed of ['Atlantis', 'Keeper of &lt;maps&gt;', 'Dutch, Frisian'])
      expect(again.text).toContain(`value="${typed}"`)
    expect(again.text).toMatch(/value="NL" selected/)
    expect(inWords(again.text)).toContain('This is not the name of a time zone.')
  })

  test('an application is found by the name and the address it had before', async () => {
    const [row] = await app.db
      .selectFrom('application')
      .where('givenName', '=', 'Heather')
      .where('mergedInto', 'is', null)
      .select(['id', 'familyName', 'email'])
      .execute()
    const find = (q: string) => get(`${base}/applications?${new URLSearchParams({ q })}`)

    await post(`${base}/applications/${row?.id}/mend`, {
      ...{ has: 'givenName,email', givenName: 'Zlatka', email: 'zlatka@library.example' },
    })

    for (const q of ['zlatka', `Heather ${row?.familyName}`, row?.email ?? ''])
      expect((await find(q)).text).toContain(`/applications/${row?.id}`)
    expect((await find('Heather Zlatka')).text).not.toContain(`/applications/${row?.id}`)
  })

  test('filters live in the address', async () => {
    const page = await get(`${base}/applications?country=AU&state=problem&q=heather`)

    expect(inWords(page.text)).toMatch(/\d+ applications, earliest first/)
    expect(
      [...page.text.matchAll(/person-name"><a[^>]*>([^<]+)/g)].every(([, name]) =>
        /^(Heather|Zlatka)/.test(name ?? ''),
      ),
    ).toBe(true)
  })
})

describe('the cap', () => {
  test('the act stands at the top and at the end, and who is left out is named', async () => {
    const page = await get(`${base}/cap`)

    const acts = [...page.text.matchAll(/action="[^"]*\/cap\/apply"/g)].map(({ index }) => index)
    const figures = page.text.indexOf('class="figures"')
    expect(acts.length).toBe(2)
    expect(acts[0]).toBeLessThan(figures)
    expect(acts[1]).toBeGreaterThan(page.text.indexOf('All countries'))
    expect(inWords(page.text)).toMatch(/\d+ still have to be cleaned \S+ \S+ .* and \d+ more/)
    expect(inWords(page.text)).toContain('They cannot get a place before their applications are clean.')
  })

  test('another percentage is previewed and changes nothing; what is none is refused beside its field', async () => {
    const preview = await get(`${base}/cap?percent=5`)
    const wrong = await Promise.all(['0', 'abc', '101'].map((typed) => get(`${base}/cap?percent=${typed}`)))

    expect(preview.status).toBe(200)
    expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(wrong[1]?.text).toMatch(/id="f-percent-error"[^>]*>[^<]*Please give a whole number/)
    expect(wrong[1]?.text).toContain('value="abc"')
    expect(inWords(preview.text)).toContain('At most 5 % of those accepted come from one country.')
    expect(
      await app.db.selectFrom('application').where('acceptedAt', 'is not', null).select('id').execute(),
    ).toEqual([])
  })

  test('once it was applied the page says so in the past, and leads on to the matching', async () => {
    const applied = await post(`${base}/cap/apply`, { percent: '20' })
    const again = await get(`${base}/cap`)
    const preview = await get(`${base}/cap?percent=10`)

    expect(inWords(applied.text)).toContain('Their emails are on the way.')
    expect(inWords(again.text)).toContain('The cap of 20 % was applied on 20 February 2016')
    expect(inWords(again.text)).toContain('The cap has been applied')
    expect(inWords(again.text)).not.toMatch(/gets? a place|goe?s? on the waiting list|people ask,/)
    expect(again.text).not.toContain('/cap/apply"')
    expect([...again.text.matchAll(/class="button primary" href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      `${base}/matching`,
    ])
    expect(inWords(preview.text)).toContain('A cap of 10 % would change nothing')
  })
})

describe('who may see what', () => {
  test('an ambassador sees the numbers of the own country, and nobody’s name', async () => {
    const other = await aRound(app, { code: '2017A' })
    await anApplication(app, other, { name: 'Ada Secret', country: 'ZA' })
    await anApplication(app, other, {
      name: 'Sol Hidden',
      country: 'PL',
      acceptedAt: null,
      waitlistedAt: app.now(),
    })
    const ambassador = await signedIn(app, await aPerson(app, { role: 'ambassador', country: 'ZA' }))

    const page = await get('/office/rounds/2017A/applications', ambassador)

    expect(page.status).toBe(200)
    expect(inWords(page.text)).toMatch(/South Africa.*application/)
    expect(page.text).not.toMatch(/Secret|Hidden|Poland|library\.example/)
  })

  test.each(['editor', 'ambassador'] as const)('an %s finds every other door closed', async (role) => {
    const actor = await signedIn(
      app,
      await aPerson(app, { role, country: role === 'ambassador' ? 'ZA' : undefined }),
    )
    const statuses = await Promise.all(
      (await pagesOfCoordinators()).map(async (door) => (await get(base + door, actor)).status),
    )

    expect(new Set(statuses)).toEqual(new Set([403]))
    if (role === 'editor') expect((await get(`${base}/applications`, actor)).status).toBe(403)
  })
})

test.each(['en', 'es', 'ar'])('every page is there in %s', async (locale) => {
  const actor = await signedIn(app, await aPerson(app, { role: 'coordinator', locale: locale as 'en' }))
  const paths = ['/applications', ...(await pagesOfCoordinators())]

  const pages = await Promise.all(paths.map((path) => get(base + path, actor)))

  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect(pages.every(({ text }) => text.includes(`<html lang="${locale}"`))).toBe(true)
})
