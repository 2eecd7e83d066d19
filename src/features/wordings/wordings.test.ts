import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import type { App } from '../../platform/app.ts'
import type { CommandInput } from '../../platform/commands.ts'
import { networkIn } from '../../platform/network/index.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/refusals.ts'
import type { WordedEmail } from '../../platform/worded.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { releasePairings } from '../pairings/actions/release.ts'
import { openScenario, runScenario } from '../scenarios/actions/run.ts'
import { wordEmail } from './actions.ts'
import { commands } from './commands.ts'
import { invented } from './queries/example.ts'
import { newestRevisions, oursAt, wordingMatters } from './queries/revisions.ts'
import { typedForm } from './wording.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const kate = await aPerson(app, { name: 'Kate Byrne', role: 'director' })
const molly = await aPerson(app, { name: 'Molly Duarte', role: 'director' })
const coordinator = await aPerson(app, { role: 'coordinator' })
const [asKate, asMolly] = [await signedIn(app, kate), await signedIn(app, molly)]
const office = async (path: string, headers = asKate) => (await site.request(path, { headers })).text()
const send = (path: string, fields: Record<string, string>, headers = asKate) =>
  site.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

const emailNamed = (name: string) => app.worded.find((one) => one.name === name) as WordedEmail<App>
const introduction = emailNamed('introduction')
const farewell = emailNamed('farewell')
const path = '/office/wording/pairings/farewell/en'

/** The form of the farewell as its page has it, with what was typed into it. */
const form = (typed: Record<string, string> = {}, bases = '0 0 0 0 0 0') => ({
  ...Object.fromEntries(
    farewell.keys.map((key) => [key, typedForm(oursAt({ feature: 'pairings', key, locale: 'en' }))]),
  ),
  ...{ bases, person: '', act: 'save' },
  ...typed,
})

test('what a director says is in the next introduction and on the pages that quote it, and what is queued stays', async () => {
  const round = await aRound(app)
  await anApplication(app, round, { name: 'Ana Luz', country: 'BR' })
  const bo = await anApplication(app, round, { name: 'Bo Ek', country: 'SE' })
  await runScenario(app, (await openScenario(app, coordinator, round.code)).id)
  const place = { email: introduction, locale: 'en' } as const
  const breaker = { key: 'intro.ice.1', base: 0, text: 'Which smell does your reading room have?' }
  await wordEmail(app, kate, place, [breaker, { key: 'intro.start', base: 0, text: 'First steps' }])
  await releasePairings(app, coordinator, round.code, null)
  await wordEmail(app, kate, place, [{ ...breaker, base: 1, text: 'What do you hear?' }])

  const queued = await app.db
    .selectFrom('outbox')
    .select(['text', 'html'])
    .where('kind', '=', 'introduction')
    .execute()
  const asBo = await signedIn(app, bo.person)

  expect(queued).toHaveLength(2)
  for (const { text, html } of queued)
    for (const part of [text, html]) expect(part).toContain('Which smell does your reading room have?')
  expect(queued.map(({ text }) => text).join()).not.toContain('What do you hear?')
  expect(await office('/me/partner', asBo)).toContain('<li>What do you hear?</li>')
  expect(await office('/me', asBo)).toContain('First steps')
  const preview = await office(`/office/wording/pairings/introduction/en?person=${bo.person.email}`)
  expect(preview).toContain('As Bo Ek would get it')
  expect(preview).toContain('Ana Luz')
})

test('the introduction of two who are made up says why they were paired, and of which hours it speaks', async () => {
  const preview = await office('/office/wording/pairings/introduction/en')

  expect(preview).toMatch(/Why we paired you with Sami[\s\S]*You can write to each other in English\./)
  expect(preview).toMatch(
    /You can both talk [\s\S]*clocks change in one of your countries, and these hours shift/,
  )
})

test('a director looks first, and each fault comes back beside its sentence with all that was typed', async () => {
  const typed = { 'farewell.why': 'You left {round}; see https://network.example', person: 'Bo' }
  const looked = await send(path, form({ ...typed, act: 'preview' }))
  const beside = await send(path, form({ ...typed, 'farewell.bye': '<b>Bye</b>', act: 'beside' }))
  const faulty = await send(
    path,
    form({ 'farewell.why': 'You left.', 'farewell.next': 'Thank you, {nmae}.' }),
  )
  const [preview, laidOut, back] = await Promise.all([looked.text(), beside.text(), faulty.text()])

  expect([looked.status, beside.status, faulty.status]).toEqual([200, 200, 422])
  expect(preview).toMatch(
    /Nothing is saved yet[\s\S]*As Bo Ek would get it[\s\S]*You left Round 2016A; see https/,
  )
  expect(beside.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(laidOut).toContain('&lt;b&gt;Bye&lt;/b&gt;')
  expect(back).toContain('{round} is missing. Put it where it belongs in your sentence.')
  expect(back).toContain('We know no {nmae} here. What we can fill in: –.')
  expect(back).toContain('You left.</textarea>')
  expect(back).toContain('We fill in: \u2068{round}\u2069')
  expect((await newestRevisions(app.db)).filter(({ key }) => key.startsWith('farewell'))).toEqual([])
  const unknown = await send(path, form({ person: 'Nobody Here', act: 'preview' }))
  expect([unknown.status, await unknown.text()]).toEqual([
    422,
    expect.stringContaining('We find nobody of this name or address.'),
  ])
})

test('of two directors at once each keeps what only they changed, and a clash shows both', async () => {
  const first = await send(path, form({ 'farewell.bye': 'Farewell\nKate’s team' }))
  const other = await send(path, form({ 'farewell.next': 'Do come back.' }), asMolly)
  const second = await send(path, form({ 'farewell.bye': 'So long' }), asMolly)
  const twice = await send(path, form({ 'farewell.bye': 'Farewell\nKate’s team' }))
  const back = await second.text()
  const agreed = await send(
    path,
    form({ 'farewell.bye': 'So long', 'farewell.next': 'Do come back.' }, '0 0 0 1 1 0'),
    asMolly,
  )

  expect([first.status, other.status, second.status, twice.status, agreed.status]).toEqual([
    303, 303, 409, 303, 303,
  ])
  expect(back).toContain('Kate Byrne has changed this email in the meantime')
  expect(back).toContain('So long</textarea>')
  expect(back).toContain('Farewell\nKate’s team</span>')
  expect(back).toContain('value="0 0 0 1 1 0"')
  expect(back).toContain('Do come back.</textarea>')
  const revisions = await app.db
    .selectFrom('wordingRevision')
    .select(['key', 'number', 'text', 'writtenBy'])
    .where('key', 'like', 'farewell%')
    .orderBy('id')
    .execute()
  expect(revisions).toEqual([
    { key: 'farewell.bye', number: 1, text: 'Farewell\nKate’s team', writtenBy: kate.id },
    { key: 'farewell.next', number: 1, text: 'Do come back.', writtenBy: molly.id },
    { key: 'farewell.bye', number: 2, text: 'So long', writtenBy: molly.id },
  ])
  expect(await office(path)).toMatch(/What was changed[\s\S]*So long[\s\S]*Molly Duarte[\s\S]*Kate Byrne/)
})

test('one press says a sentence as it comes again, and what else was typed is not lost', async () => {
  const bases = '0 0 0 1 2 0'
  const half = form(
    { 'farewell.bye': 'So long', 'farewell.next': 'Do come back.', 'farewell.subject': 'Bye, {round}' },
    bases,
  )
  const pressed = await send(path, { ...half, act: 'ours:farewell.bye' })
  const back = await pressed.text()
  const whole = { ...form({ 'farewell.next': 'Do come back.' }, '0 0 0 1 3 0'), act: 'ours:farewell.next' }
  const again = await send(path, whole)

  expect([pressed.status, again.status]).toEqual([200, 303])
  expect(back).toContain('What else you typed is still in the form, and not saved yet.')
  expect(back).toContain('Bye, {round}</textarea>')
  expect(back).toContain('The network team</textarea>')
  const { wording } = await networkIn(app)
  expect(Object.keys(wording)).toEqual(['en pairings:intro.ice.1', 'en pairings:intro.start'])
})

test('whoever empties a sentence that they had changed reads that it is said as it comes again', async () => {
  const saidAfter = async (typed: Record<string, string>, bases: string) =>
    decodeURIComponent((await send(path, form(typed, bases))).headers.getSetCookie().join())

  const changed = await saidAfter({ 'farewell.bye': 'So long' }, '0 0 0 2 3 0')
  const emptied = await saidAfter({ 'farewell.bye': '' }, '0 0 0 2 4 0')

  expect(changed).toContain('Saved. It is said from the next email on.')
  expect(emptied).toContain('Saved. The sentence that you emptied is said as it comes again.')
})

test('what a later version of ours says differently is shown until a director decides, and what no longer fits is not said', async () => {
  const old = { feature: 'pairings', locale: 'en', number: 1, writtenBy: null, writtenAt: app.now() }
  await app.db
    .insertInto('wordingRevision')
    .values([
      { ...old, key: 'note-mail.subject', text: 'From {name}', ours: 'A message from {name}' },
      {
        ...old,
        key: 'note-mail.footer',
        text: 'Passed on for {helper} by {site}.',
        ours: 'For {helper}: {site}',
      },
    ])
    .execute()
  const note = emailNamed('note')
  const place = '/office/wording/pairings/note/en'
  const network = await networkIn(app)

  const page = await office(place)
  const mail = await note.draw(app, { ...invented('en').people[0], personId: null, locale: 'en' }, network)

  expect(page).toContain('It now says: A note from {name}')
  expect(page).toContain('This no longer fits')
  expect(mail.text).toContain('Nobody on the team reads them.')
  expect((await wordingMatters(app.db, kate, app.now())).map(({ text }) => text)).toEqual([
    '2 sentences of our emails that you worded otherwise read differently now.',
  ])
  expect(await wordingMatters(app.db, coordinator, app.now())).toEqual([])
  await wordEmail(app, kate, { email: note, locale: 'en' }, [
    { key: 'note-mail.subject', text: 'From {name}', base: 1, keeps: true },
    { key: 'note-mail.footer', text: null, base: 1 },
  ])
  expect(await wordingMatters(app.db, kate, app.now())).toEqual([])
  expect(await office(place)).not.toContain('It now says')
})

test('none but a director changes anything, and nothing but what can be changed', async () => {
  const place = { email: farewell, locale: 'en' } as const
  const change = { key: 'farewell.subject', text: 'Bye, {round}', base: 0 }

  await expect(wordEmail(app, coordinator, place, [change])).rejects.toEqual(new Forbidden('not-allowed'))
  await expect(wordEmail(app, kate, place, [{ ...change, key: 'intro.ice.1' }])).rejects.toEqual(
    new NotFound('no-such-sentence', { key: 'intro.ice.1' }),
  )
  await expect(wordEmail(app, kate, place, [{ ...change, base: 7 }])).rejects.toEqual(
    new Conflict('wording-changed'),
  )
  expect((await site.request('/office/wording/people/sign-in/en', { headers: asKate })).status).toBe(404)
  expect((await site.request(path, { headers: await signedIn(app, coordinator) })).status).toBe(403)
})

test('the terminal lists, shows, sets by argument or file, and resets', async () => {
  const run = (name: string, args: string[], options: Record<string, string> = {}) => {
    const input: CommandInput = { args, options, switches: new Set(), lists: {} }
    return commands.find((one) => one.name === name)?.run(app, input)
  }
  const file = join(await mkdtemp(join(tmpdir(), 'wording-')), 'es.json')
  await writeFile(
    file,
    JSON.stringify({ 'calls:mail.copy.heading': 'Recibida', 'pairings:intro.ice.2': 'Sin {nada}' }),
  )

  await run('wording set', ['calls:mail.copy.heading', "It's here"])
  const faulty = run('wording set', [], { file, in: 'es' })

  await expect(faulty).rejects.toMatchObject({
    code: 'wording-faults',
    args: { faults: expect.stringContaining('pairings:intro.ice.2: We know no {nada} here') },
  })
  expect((await run('wording list', []))?.text).toContain('changed: calls:mail.copy.heading\ten\tIt’s here')
  expect((await run('wording show', ['calls/received']))?.text).toContain(
    'calls:mail.copy.heading (changed)\tIt’s here',
  )
  await run('wording reset', ['calls:mail.copy.heading'])
  expect((await run('wording list', []))?.text).not.toContain('calls:mail.copy')
})
