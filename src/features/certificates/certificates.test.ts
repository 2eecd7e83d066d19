import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { documentLoader } from '../../platform/credentials/contexts.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { unseal } from '../../platform/sealed.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { answerCheckIn, askCheckIns } from '../checkins/index.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { terminal, visitor } from '../people/index.ts'
import { askForCertificate } from './actions/asking.ts'
import { issueCertificates } from './actions/issuing.ts'
import { changeKey } from './actions/keys.ts'
import { issueAgain, remindOfName, setRule, withdrawCertificate } from './actions/running.ts'
import {
  codeFrom,
  codeTyped,
  conditionsOf,
  isEarned,
  isMet,
  lacksSurveyAlone,
  standingOf,
} from './certificate.ts'
import { certificateToken } from './policy.ts'
import { latestOf } from './queries/certificates.ts'
import { certificateMatters } from './queries/matters.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
type Made = Awaited<ReturnType<typeof aRunningRound>>
let made: Made

/** Chi has answered a check-in, nobody else has; two weeks before the end the desk asks who gets a certificate. */
beforeAll(async () => {
  made = await aRunningRound(app)
  await drainOutbox(app)
  app.at('2016-03-04T12:00:00Z')
  await askCheckIns(app)
  const asked = await app.db
    .selectFrom('checkIn')
    .where('applicationId', '=', made.people.chi.id)
    .select('id')
    .executeTakeFirstOrThrow()
  await answerCheckIn(app, { id: asked.id, personId: null }, { answer: 'not-yet', words: '', way: 'link' })
})

const page = (path: string, headers: Record<string, string> = {}) => site.request(path, { headers })
const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await page(path, headers)).text()

const suite = new DataIntegrityProof({ cryptosuite })

/** Checks a badge as a stranger does: with what is published at the host that issued it. */
async function verified(badge: object, host = 'localhost:3000') {
  const published = async (path: string) =>
    (await page(path, { Host: host })).json() as Promise<Record<string, unknown>>
  const did = (badge as { issuer: { id: string } }).issuer.id
  const loader = async (url: string) => {
    const found = (document: object) => ({ contextUrl: null, documentUrl: url, document })
    if (url.startsWith('http://')) return found(await published(new URL(url).pathname))
    if (!url.startsWith('did:web:')) return documentLoader(url)
    const document = (await published('/.well-known/did.json')) as { verificationMethod: { id: string }[] }
    if (url === did) return found(document)
    const method = document.verificationMethod.find(({ id }) => id === url)
    if (!method) throw new Error(`${url} is not listed`)
    return found({ '@context': 'https://w3id.org/security/multikey/v1', ...method })
  }
  const check = { suite, documentLoader: loader, verifyBitstringStatusListCredential: true }
  const result = await verifyCredential({
    credential: badge,
    suite,
    documentLoader: loader,
    now: app.now(),
    checkStatus: (asked: object) => checkStatus({ ...asked, ...check }),
  })
  return { isGenuine: result.verified, isWithdrawn: result.statusResult?.results[0]?.status }
}

const lastOf = async (one: { id: string }) => {
  const last = await latestOf(app.db, one.id)
  if (!last) throw new Error('there is none')
  return last
}

async function badgeOf(one: { id: string }) {
  const { id } = await lastOf(one)
  const row = await app.db
    .selectFrom('certificate')
    .where('id', '=', id)
    .select('credential')
    .executeTakeFirstOrThrow()
  return row.credential as { credentialSubject: object; issuer: { id: string } }
}

async function issued(one: Made['people']['chi'], name: string): Promise<void> {
  await askForCertificate(app, one.id, name)
  await issueCertificates(app)
}

test('a certificate is earned by whoever has done all that is asked', () => {
  const rule = { checkIns: 2, endSurvey: false }
  const earned = (isIn: boolean, checkIns: number, isLast: boolean) =>
    isEarned(conditionsOf(rule, { isIn, checkIns, hasAnswered: false }, isLast))

  expect([earned(true, 2, true), earned(true, 5, true)]).toEqual([true, true])
  expect([earned(true, 1, true), earned(true, 2, false), earned(false, 2, true)]).toEqual([
    false,
    false,
    false,
  ])
  const withSurvey = { checkIns: 0, endSurvey: true }
  const one = { isIn: true, checkIns: 0, hasAnswered: false }
  expect(conditionsOf(withSurvey, one, true).map(isMet)).toEqual([true, false])
  expect(isEarned(conditionsOf(withSurvey, { ...one, hasAnswered: true }, true))).toBe(true)
  expect([true, false].map((isLast) => lacksSurveyAlone(conditionsOf(withSurvey, one, isLast)))).toEqual([
    true,
    false,
  ])
})

test('a code is read however it is grouped, and nothing else is', () => {
  const code = codeFrom(Buffer.from('0123456789abcdefghijklmnopqrstuv'))

  expect(codeTyped(`${code.slice(0, 4)} ${code.slice(4, 8)}–${code.slice(8).toLowerCase()}`)).toBe(code)
  expect(['', 'ABC', `${code}2`, code.replace(/.$/, 'A'), '../../../etc'].map(codeTyped)).toEqual(
    Array(5).fill(null),
  )
  expect(() => codeFrom([255, 255])).toThrow(RangeError)
})

test('what became of a certificate is told by the strongest of its marks', () => {
  const marks = { nameWritten: 'Ana', issuedAt: app.now(), withdrawnAt: null, isReplaced: false }

  expect(standingOf(marks)).toBe('valid')
  expect(standingOf({ ...marks, issuedAt: null })).toBe('being-made')
  expect(standingOf({ ...marks, nameWritten: '' })).toBe('erased')
  expect(standingOf({ ...marks, withdrawnAt: app.now() })).toBe('withdrawn')
  expect(standingOf({ ...marks, withdrawnAt: app.now(), isReplaced: true })).toBe('replaced')
})

test('before the end the desk asks for the rule, and only coordinators decide it', async () => {
  const { round, coordinator, people } = made
  app.at('2016-06-10T12:00:00Z')
  const before = await certificateMatters(app.db, coordinator, app.now())
  await setRule(app, coordinator, round.code, { checkIns: 1, endSurvey: false })
  const after = await certificateMatters(app.db, coordinator, app.now())

  expect(before.map(({ text }) => text)).toEqual([
    'The round ends, and nobody has said who gets a certificate.',
  ])
  expect([after, await certificateMatters(app.db, visitor('en'), app.now())]).toEqual([[], []])
  for (const act of [
    setRule(app, people.ana.person, round.code, { checkIns: 0, endSurvey: false }),
    remindOfName(app, people.ana.person, round.code),
  ])
    await expect(act).rejects.toBeInstanceOf(Forbidden)
  await expect(changeKey(app, coordinator, { isStolen: false })).rejects.toBeInstanceOf(Forbidden)
})

test('a certificate is not to be had before the last day, nor without what is asked', async () => {
  const { chi, dev } = made.people
  app.at('2016-06-18T12:00:00Z')
  const early = askForCertificate(app, chi.id, 'Chi Eze')
  await expect(early).rejects.toEqual(new Conflict('not-earned'))
  app.at('2016-06-19T12:00:00Z')

  await expect(askForCertificate(app, dev.id, 'Dev Rao')).rejects.toEqual(new Conflict('not-earned'))
})

test('somebody writes the name, and the worker makes paper and badge, which anyone can check', async () => {
  const { chi } = made.people
  app.at('2016-06-20T12:00:00Z')
  const path = `/my-certificate/${certificateToken(app, chi.id)}`
  const form = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
  const ask = (name: string) =>
    site.request(`${path}/ask`, {
      method: 'POST',
      headers: form,
      body: new URLSearchParams({ name }).toString(),
    })
  const unwritten = await ask('Chi \u{f1234}')
  const answer = await ask('  Chi Ngozi  Eze ')
  await Promise.all([issueCertificates(app), issueCertificates(app)])
  const { code, standing, nameWritten } = await lastOf(chi)
  const check = await page(`/certificates/${code}`)
  const shown = await check.text()
  const pdf = await page(`/certificates/${code}/certificate.pdf`)
  const mails = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'certificate')
    .select('toAddress')
    .execute()

  expect([unwritten.status, answer.status]).toEqual([422, 303])
  expect(await unwritten.text()).toContain('We have no font for one of these letters')
  expect([standing, nameWritten]).toEqual(['valid', 'Chi Ngozi Eze'])
  expect(shown).toContain('This certificate is valid')
  expect(shown).toContain('Chi Ngozi Eze')
  expect(shown).not.toContain(chi.person.email)
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[\s\S]*pdfuaid/)
  expect(mails).toEqual([{ toAddress: chi.person.email }])
  expect(await verified(await badgeOf(chi))).toEqual({ isGenuine: true, isWithdrawn: false })
})

test('a badge says no more than the paper, and a changed one is found out', async () => {
  const { chi } = made.people
  const badge = await badgeOf(chi)
  const forged = { ...badge, name: 'Doctor of Libraries' }

  expect(JSON.stringify(badge)).toContain('Chi Ngozi Eze')
  expect(JSON.stringify(badge)).not.toContain(chi.person.email)
  expect(await verified(forged)).toEqual({ isGenuine: false, isWithdrawn: undefined })
})

test('the same name again changes nothing; another takes the place of the first, whose page names nobody', async () => {
  const { chi } = made.people
  app.at('2016-06-21T12:00:00Z')
  const first = await lastOf(chi)
  const firstBadge = await badgeOf(chi)
  await issued(chi, 'Chi Ngozi Eze')
  const same = await lastOf(chi)
  await issued(chi, 'Dr. Chi Eze')
  const second = await lastOf(chi)
  const old = await textOf(`/certificates/${first.code}`)

  expect(same.id).toBe(first.id)
  expect(second.id).not.toBe(first.id)
  expect(old).toContain('This certificate was replaced')
  expect(old).not.toContain('Ngozi')
  expect((await page(`/certificates/${first.code}/certificate.pdf`)).status).toBe(404)
  expect(await verified(firstBadge)).toEqual({ isGenuine: true, isWithdrawn: true })
  expect(await verified(await badgeOf(chi))).toEqual({ isGenuine: true, isWithdrawn: false })
})

test('a coordinator withdraws one with a reason and issues it again', async () => {
  const { round, coordinator, people } = made
  app.at('2016-06-22T12:00:00Z')
  const { id, code } = await lastOf(people.chi)
  const badge = await badgeOf(people.chi)
  const withdraw = (actor: typeof coordinator) =>
    withdrawCertificate(app, actor, round.code, { id, why: 'A test.' })
  await expect(withdraw(people.ana.person as typeof coordinator)).rejects.toBeInstanceOf(Forbidden)
  await withdraw(coordinator)
  const own = await textOf(`/me/rounds/${round.code}/certificate`, await signedIn(app, people.chi.person))
  const stranger = await textOf(`/certificates/${code}`)
  await expect(withdraw(coordinator)).rejects.toEqual(new Conflict('already-withdrawn'))
  await expect(askForCertificate(app, people.chi.id, 'Chi')).rejects.toEqual(
    new Conflict('certificate-withdrawn'),
  )
  const after = await verified(badge)
  await issueAgain(app, coordinator, round.code, id)
  await issueCertificates(app)
  const again = await lastOf(people.chi)

  expect(own).toContain('A test.')
  expect(stranger).toContain('This certificate is not valid')
  expect(stranger).not.toContain('A test.')
  expect(after).toEqual({ isGenuine: true, isWithdrawn: true })
  expect([again.standing, again.nameWritten, again.code === code]).toEqual(['valid', 'Dr. Chi Eze', false])
})

test('a new key signs from then on, and what the last one signed holds; what a stolen one signed is signed again', async () => {
  const { chi } = made.people
  app.at('2016-06-23T12:00:00Z')
  const old = await badgeOf(chi)
  const none = await changeKey(app, terminal, { isStolen: false })
  const stillGood = await verified(old)
  await issued(chi, 'Chi E.')
  const newer = await badgeOf(chi)
  const again = await changeKey(app, terminal, { isStolen: true })
  const stolen = await verified(newer)
  await issueCertificates(app)

  expect([none, again]).toEqual([0, 1])
  expect(stillGood.isGenuine).toBe(true)
  expect(stolen.isGenuine).toBe(false)
  expect(await verified(await badgeOf(chi))).toEqual({ isGenuine: true, isWithdrawn: false })
})

test('after a move the host where a badge was issued still answers for it, and no other does', async () => {
  const { chi } = made.people
  const badge = await badgeOf(chi)
  const moved = { ...app, origin: 'http://moved.example' }
  const there = createSite(moved, await buildAssets())
  const did = await (
    await there.request('/.well-known/did.json', { headers: { Host: 'localhost:3000' } })
  ).json()
  const strange = await there.request('/.well-known/did.json', { headers: { Host: 'evil.example' } })

  expect(did).toMatchObject({ id: badge.issuer.id })
  expect(strange.status).toBe(421)
})

test('the private half of a key is sealed, and opens with nothing but our secret', async () => {
  const [row] = await app.db.selectFrom('signingSecret').select('sealed').execute()
  const sealed = row?.sealed ?? Buffer.alloc(0)
  const other = { config: { secret: 'another secret, as long as the first one was' } }

  expect(unseal(app, 'signing key', sealed)).not.toBeNull()
  expect([unseal(other, 'signing key', sealed), unseal(app, 'other', sealed)]).toEqual([null, null])
  expect(sealed.toString('latin1')).not.toContain('\x2b\x65\x70')
})

test('who has earned one and said nothing is reminded once; who never had a partner has earned none', async () => {
  const { round, coordinator } = made
  app.at('2016-06-25T12:00:00Z')
  await setRule(app, coordinator, round.code, { checkIns: 0, endSurvey: false })
  const [matter] = await certificateMatters(app.db, coordinator, app.now())
  const sent = await remindOfName(app, coordinator, round.code)
  const after = await certificateMatters(app.db, coordinator, app.now())

  expect(matter?.text).toContain('5 people have earned a certificate')
  expect([sent, after]).toEqual([5, []])
  await expect(remindOfName(app, coordinator, round.code)).rejects.toEqual(
    new Conflict('nobody-waits-for-a-name'),
  )
})

test('where the survey at the end is asked for, it shows who lacks it', async () => {
  const { round, coordinator, people } = made
  await setRule(app, coordinator, round.code, { checkIns: 0, endSurvey: true })
  const own = await textOf(`/me/rounds/${round.code}/certificate`, await signedIn(app, people.dev.person))
  const rule = await textOf(
    `/office/rounds/${round.code}/certificates/rule`,
    await signedIn(app, coordinator),
  )

  expect(own).toMatch(/Answer the survey at the end\.[\s\S]*Not yet\./)
  expect(rule).toContain('This round asks nothing at its end yet')
  await expect(askForCertificate(app, people.dev.id, 'Dev Rao')).rejects.toEqual(new Conflict('not-earned'))
  await setRule(app, coordinator, round.code, { checkIns: 0, endSurvey: false })
})

test('an erased person’s certificate says that it can no longer be checked', async () => {
  const { bo } = made.people
  await issued(bo, 'Bo Ek')
  const { code, id } = await lastOf(bo)
  const erased = app.ownData.tables.certificate?.erased
  if (typeof erased !== 'function') throw new Error('nothing is said of erasing')
  await app.db
    .updateTable('certificate')
    .set(erased('Someone', bo.person.id) as object)
    .where('id', '=', id)
    .execute()
  const shown = await textOf(`/certificates/${code}`)

  expect(shown).toContain('can no longer be checked')
  expect(shown).not.toContain('Bo Ek')
  expect(await issueCertificates(app)).toBe(0)
})
