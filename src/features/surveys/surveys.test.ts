import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { aSurveyedRound, typedFor } from '../../../test/surveys/surveyed-round.ts'
import { drainOutbox, holdMail, leaveList } from '../../platform/mail/index.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { locales } from '../../platform/words.ts'
import { aBrowser } from '../calls/browser.builder.ts'
import { announceAbsence } from '../checkins/actions/absence.ts'
import { partPairing } from '../pairings/actions/part.ts'
import type { Question } from '../questions/index.ts'
import { saveAnswers } from './actions/answering.ts'
import { closeSurvey, planSurvey, recallSurvey, releaseSurvey, supplySurvey } from './actions/planning.ts'
import { surveyMatters } from './queries/matters.ts'
import { suppliedQuestions } from './queries/supplied.ts'

const { app, site, running, code, place, ready, askedAt, responseOf, emailTo, linkTo, asked, answerAll } =
  await aSurveyedRound()

test('a draft asks nobody; it is made ready by a coordinator, and no other, when it asks something', async () => {
  const empty = releaseSurvey(app, running.coordinator, place())
  await expect(empty).rejects.toEqual(new Conflict('survey-empty'))
  await supplySurvey(app, running.coordinator, place())
  await supplySurvey(app, running.coordinator, place())
  const draft = await askedAt('2016-06-14T12:13:00Z')
  app.at('2016-03-01T12:00:00Z')

  const editor = await aPerson(app, { role: 'editor' })
  await expect(releaseSurvey(app, editor, place())).rejects.toThrow(Forbidden)
  await releaseSurvey(app, running.coordinator, place())
  await expect(releaseSurvey(app, running.coordinator, place())).rejects.toEqual(
    new Conflict('survey-released'),
  )
  await recallSurvey(app, running.coordinator, place())
  await releaseSurvey(app, running.coordinator, place())

  expect((await asked()).map(({ lineageId }) => lineageId).sort()).toEqual(
    suppliedQuestions('end')
      .map(({ lineageId }) => lineageId)
      .sort(),
  )
  expect(draft).toEqual({ asked: 0, reminded: 0 })
})

test('a last day that leaves no time to answer is not taken, and says so beside its field', async () => {
  await supplySurvey(app, running.coordinator, place())
  const base = `/office/rounds/${code()}/surveys/end`
  const saved = (asksOn: string, closesOn: string) => office.send(`${base}/days`, { asksOn, closesOn })

  app.at('2016-06-20T12:00:00Z')
  let office = aBrowser(site, app.origin, await signedIn(app, running.coordinator))
  const past = await saved('2016-06-01', '2016-06-19')
  const today = await saved('2016-06-01', '2016-06-20')
  const said = await past.text()
  const late = await office.read(base)
  app.at('2016-07-10T12:00:00Z')
  office = aBrowser(site, app.origin, await signedIn(app, running.coordinator))
  const tooLate = await office.read(base)
  const moved = await saved('2016-07-01', '2016-07-20')
  await releaseSurvey(app, running.coordinator, place())
  const closing = await saved('2016-07-01', '2016-07-09')
  const tonight = await saved('2016-07-01', '2016-07-10')

  expect([past, today, moved, closing, tonight].map(({ status }) => status)).toEqual([
    422, 422, 303, 422, 303,
  ])
  expect(said).toContain('This day leaves no time to answer. Please give a later one.')
  expect(said).toContain('value="2016-06-19"')
  expect(late).toContain('Its first day has come, so it goes out at once')
  expect(tooLate).toContain('The last day of the survey has passed. Change its days first.')
  expect(tooLate).not.toContain('Make the survey ready</button>')
})

test('everyone who has a partner is asked once, by day, and whoever is away when they are back', async () => {
  await ready()
  app.at('2016-06-10T12:00:00Z')
  await announceAbsence(app, running.people.fay.person, {
    from: '2016-06-12',
    until: '2016-06-15',
    tells: false,
  })

  const night = await askedAt('2016-06-13T02:13:00Z')
  const day = await askedAt('2016-06-13T14:13:00Z')
  const again = await askedAt('2016-06-13T15:13:00Z')
  const back = await askedAt('2016-06-16T14:13:00Z')

  // In India it is morning before it is day elsewhere; Eun, in reserve, has met nobody.
  expect([night.asked, day.asked, again.asked, back.asked]).toEqual([0, 5, 0, 1])
  expect((await emailTo('ana')).subject).toContain('¿Cómo le fue en')
  expect((await emailTo('fay')).html).not.toMatch(/<img/)
})

test('who has not finished is reminded once after a week, then left in peace; a held mail asks nobody', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  await answerAll('chi')
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  const held = await askedAt('2016-06-20T14:13:00Z')
  await app.db.deleteFrom('mailHold').execute()

  const reminded = await askedAt('2016-06-20T15:13:00Z')
  const silent = await askedAt('2016-06-28T15:13:00Z')

  expect([held, reminded, silent]).toEqual([
    { asked: 0, reminded: 0 },
    { asked: 0, reminded: 5 },
    { asked: 0, reminded: 0 },
  ])
  expect((await emailTo('chi')).kind).toBe('survey')
  expect((await emailTo('bo')).subject).toContain('Your answers would still help')
})

test('who leaves the list stays in the round, gets no more of it, and the log says so', async () => {
  await ready()
  const { person } = running.people.bo
  await leaveList(app, app.db, { readerId: person.id, list: 'surveys' })

  await askedAt('2016-06-13T14:13:00Z')
  await drainOutbox(app)

  expect((await emailTo('bo')).state).toBe('suppressed')
  expect((await emailTo('fay')).state).toBe('sent')
  expect(
    await app.db
      .selectFrom('consent')
      .where('personId', '=', person.id)
      .select(['purpose', 'given'])
      .execute(),
  ).toEqual([{ purpose: 'surveys', given: false }])
})

test('after the first answer only spelling may change; once somebody was asked it is closed, not recalled', async () => {
  await ready()
  await askedAt('2016-06-13T14:13:00Z')
  const headers = await signedIn(app, running.coordinator)
  const office = aBrowser(site, app.origin, headers)
  const [first] = await asked()
  await saveAnswers(
    app,
    { id: (await responseOf('fay')).id, personId: null, locale: 'en' },
    1,
    typedFor([first as Question]),
  )
  const base = `/office/rounds/${code()}/surveys/end`

  const gone = await office.send(`${base}/questions/${first?.id}/remove`, {})
  const list = await office.read(`${base}/questions`)
  const recalled = recallSurvey(app, running.coordinator, place())
  await expect(recalled).rejects.toEqual(new Conflict('survey-has-asked'))
  const moved = planSurvey(app, running.coordinator, place(), {
    asksOn: '2016-06-20',
    closesOn: '2016-07-10',
  })
  await expect(moved).rejects.toEqual(new Conflict('survey-days-fixed'))
  await expect(closeSurvey(app, running.coordinator, { ...place(), sheet: 'mid' })).rejects.toEqual(
    new Conflict('survey-not-open'),
  )
  await closeSurvey(app, running.coordinator, place())
  await closeSurvey(app, running.coordinator, place())

  expect(gone.status).toBe(409)
  expect(list).toContain('From now on you can correct the spelling, and nothing else')
  expect(list).not.toContain('In the matching')
  expect(await aBrowser(site, app.origin).read(await linkTo('fay'))).toContain('This survey has closed')
  expect(await askedAt('2016-06-21T14:13:00Z')).toEqual({ asked: 0, reminded: 0 })
})

test('the desk tells of a survey that is a draft when its day comes near', async () => {
  const matters = async (instant: string, actor = running.coordinator) => {
    app.at(instant)
    return (await surveyMatters(app.db, actor, app.now())).map(({ text, urgency }) => [text, urgency])
  }
  const early = await matters('2016-04-01T12:00:00Z')
  const near = await matters('2016-04-20T12:00:00Z')
  const past = await matters('2016-05-02T12:00:00Z')
  const editor = await matters('2016-05-02T12:00:00Z', await aPerson(app, { role: 'editor' }))

  expect(early).toEqual([])
  expect(near).toEqual([['The mid-round survey is not ready. Its day is Wednesday, 27 April 2016.', 'soon']])
  expect(past).toEqual([['The mid-round survey is not ready. Its day is Wednesday, 27 April 2016.', 'now']])
  expect(editor).toEqual([])
})

test('what comes with Twinleaf is said in each language, each question and each option', () => {
  const said = (words: object) => Object.keys(words).sort().join(' ')
  const all = locales.toSorted().join(' ')
  for (const one of [...suppliedQuestions('mid'), ...suppliedQuestions('end')]) {
    expect(said(one.words)).toBe(all)
    for (const [at, { words }] of one.options.entries())
      expect(said(words)).toBe(one.kind === 'scale' && at > 0 && at < 4 ? '' : all)
  }
})

test('whose pair parted before they were introduced is not asked what it was like; whoever had met is', async () => {
  const { coordinator, people, pairingOf } = running
  const pairing = await pairingOf(people.fay)
  await app.db
    .updateTable('outbox')
    .set({ state: 'queued', sentAt: null })
    .where('key', 'like', `introduction:${pairing}:%`)
    .execute()
  await partPairing(app, coordinator, code(), { pairing, leaving: [people.gil.id] })
  await partPairing(app, coordinator, code(), {
    pairing: await pairingOf(people.chi),
    leaving: [people.dev.id],
  })
  await ready()

  await askedAt('2016-06-13T14:13:00Z')

  const asked = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'survey')
    .select('personId')
    .orderBy('personId')
    .execute()
  const { ana, bo, chi } = people
  expect(asked.map(({ personId }) => personId)).toEqual([ana, bo, chi].map(({ person }) => person.id).sort())
})
