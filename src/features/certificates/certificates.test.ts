import { expect, test } from 'vitest'
import { aRoundNearItsEnd } from '../../../test/certificates/certified-round.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { visitor } from '../people/index.ts'
import { askForCertificate } from './actions/asking.ts'
import { issueCertificates } from './actions/issuing.ts'
import { changeKey } from './actions/keys.ts'
import { issueAgain, remindOfName, setRule, withdrawCertificate } from './actions/running.ts'
import { certificateToken } from './policy.ts'
import { certificateMatters } from './queries/matters.ts'

const { app, site, made, page, verified, lastOf, badgeOf, issued } = await aRoundNearItsEnd()

const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await page(path, headers)).text()

const sent = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: {
      ...{ 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
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
  const ask = (name: string) => sent(`${path}/ask`, { name })
  const unwritten = await ask('Chi \u{f1234}')
  const answer = await ask('  Chi Ngozi  Eze ')
  const meanwhile = await (await ask('')).text()
  await Promise.all([issueCertificates(app), issueCertificates(app)])
  const { code, standing, nameWritten } = await lastOf(chi)
  const check = await page(`/certificates/${code}`)
  const shown = await check.text()
  const pdf = await page(`/certificates/${code}/certificate.pdf`)
  const mails = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'certificate')
    .select(['toAddress', 'text'])
    .execute()

  expect([unwritten.status, answer.status]).toEqual([422, 303])
  const faulty = await unwritten.text()
  expect(faulty).toContain('We have no font for one of these letters')
  expect(faulty).toContain('href="#f-name"')
  expect(meanwhile).toContain('Your certificate is being made')
  expect(meanwhile).not.toContain('href="#f-name"')
  expect([standing, nameWritten]).toEqual(['valid', 'Chi Ngozi Eze'])
  expect(shown).toContain('This certificate is valid')
  expect(shown).toContain('Chi Ngozi Eze')
  expect(shown).not.toContain(chi.person.email)
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[\s\S]*pdfuaid/)
  expect(mails.map(({ toAddress }) => toAddress)).toEqual([chi.person.email])
  expect(mails[0]?.text.split(`/certificates/${code}`)).toHaveLength(2)
  expect(await verified(await badgeOf(chi))).toEqual({ isGenuine: true, isWithdrawn: false })
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
  const withdraw = (actor: typeof coordinator, why = 'A test.') =>
    withdrawCertificate(app, actor, round.code, { id, why })
  await expect(withdraw(people.ana.person as typeof coordinator)).rejects.toBeInstanceOf(Forbidden)
  await withdraw(coordinator)
  const own = await textOf(`/me/rounds/${round.code}/certificate`, await signedIn(app, people.chi.person))
  const stranger = await textOf(`/certificates/${code}`)
  await withdraw(coordinator)
  await expect(withdraw(coordinator, 'Another.')).rejects.toEqual(new Conflict('already-withdrawn'))
  await expect(askForCertificate(app, people.chi.id, 'Chi')).rejects.toEqual(
    new Conflict('certificate-withdrawn'),
  )
  const after = await verified(badge)
  const withdrawing = `/office/rounds/${round.code}/certificates/${id}/withdraw`
  const sendAs = async (why: string) => {
    const answer = await sent(withdrawing, { why }, await signedIn(app, coordinator))
    return [answer.status, await answer.text()] as const
  }
  const late = [await sendAs('A slip of mine.'), await sendAs(' ')]
  await issueAgain(app, coordinator, round.code, id)
  late.push(await sendAs('A slip of mine.'))
  await issueAgain(app, coordinator, round.code, id)
  await issueCertificates(app)
  const again = await lastOf(people.chi)
  const replaced = await page(
    `/office/rounds/${round.code}/certificates/${id}/withdraw`,
    await signedIn(app, coordinator),
  )
  const told = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'certificate-withdrawn')
    .select('id')
    .execute()

  expect(own).toContain('A test.')
  expect(told).toHaveLength(1)
  expect(replaced.status).toBe(409)
  expect(late.map(([status]) => status)).toEqual([409, 422, 409])
  for (const [, answer] of late)
    expect(answer).toContain('This certificate has been withdrawn or replaced already.')
  expect(late.map(([, answer]) => answer.includes('>A slip of mine.<'))).toEqual([true, false, true])
  expect(late.map(([, answer]) => answer.includes('A test.'))).toEqual([true, true, false])
  for (const [, answer] of late) expect(answer).not.toContain('href="#f-why"')
  expect(stranger).toContain('This certificate is not valid')
  expect(stranger).not.toContain('A test.')
  expect(after).toEqual({ isGenuine: true, isWithdrawn: true })
  expect([again.standing, again.nameWritten, again.code === code]).toEqual(['valid', 'Dr. Chi Eze', false])
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
