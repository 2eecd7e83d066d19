import { expect, test } from 'vitest'
import { anApplication } from '../../../../test/builders.ts'
import { leftOutOf } from '../queries/left-out.ts'
import { anOffice, base, idIn, inWords } from './office.builder.ts'

const { app, round, get, post } = await anOffice({ imported: true })

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

  expect(accepted.to).toBe(`${base}/applications/clean`)
  expect(accepted.text).not.toContain('/clean/obvious"')
  expect([...(await leftOutOf(app.db, round.id))]).toEqual(expect.arrayContaining([before, now]))
  for (let batch = 1; batch <= 2; batch++) {
    const log = await get(`${base}/applications/clean`)
    await post(`${base}/applications/clean/log/undo`, { batch: idIn(log.text, 'batch'), back: obvious })
  }
  await app.db.deleteFrom('obviousLeftOut').execute()
})

test('what was done together is told in part in the log, and in full on a page of its own', async () => {
  const shown = await get(obvious)
  await post(`${obvious}/accept`, choice(shown.text, rowsOn(shown.text), 'all'))
  const log = await get(`${base}/applications/clean/log`)
  const batch = idIn(log.text, 'batch')
  const told = (html: string) => /<ul class="told">(.*?)<\/ul>/s.exec(html)?.[1]?.match(/<li>/g)?.length

  const whole = await get(`${base}/applications/clean/log/${batch}`)
  const last = await get(`${base}/applications/clean/log/${batch}?page=99`)

  expect(inWords(log.text)).toContain('175 more changes')
  expect(inWords(whole.text)).toContain('178 changes made together')
  expect([told(log.text), told(whole.text), told(last.text)]).toEqual([3, 50, 28])
  await post(`${base}/applications/clean/log/undo`, { batch })
  expect((await get(`${base}/applications/clean/log/${round.id}`)).status).toBe(404)
})

test('probable duplicates stand ten on a page, and the last page has the rest', async () => {
  const path = `${base}/applications/clean/duplicates`
  const pairs = (html: string) => [...html.matchAll(/<li id="([^"]{73})"/g)].map(([, id]) => id)

  const [first, second, last] = [await get(path), await get(`${path}?page=2`), await get(`${path}?page=99`)]

  expect([first, second].map(({ text }) => pairs(text).length)).toEqual([10, 10])
  expect(new Set([...pairs(first.text), ...pairs(second.text)]).size).toBe(20)
  expect(second.text).toMatch(/<title>[^<]*Page 2 of 14/)
  expect(last.text).toContain('Page 14 of 14')
  expect(second.text).toContain(
    'name="back" value="/office/rounds/2016A/applications/clean/duplicates?page=2#',
  )
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
  expect(inWords(desk.text)).toMatch(/Tala Reyes.*Asked on 20 February 2016.* by Ruth Bellamy, no answer yet/)
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
    country: 'Netherland Isles',
  })

  expect(again.status).toBe(422)
  for (const typed of ['Atlantis', 'Keeper of &lt;maps&gt;', 'Dutch, Frisian', 'Netherland Isles'])
    expect(again.text).toContain(`value="${typed}"`)
  expect(inWords(again.text)).toContain('We do not know a country of this name.')
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
