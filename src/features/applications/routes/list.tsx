import { csvOf } from '../../../platform/csv.ts'
import { readButton } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { questionLabel, questionsOf, tellAnswer } from '../../questions/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { exportAnswers } from '../actions/answers.ts'
import { type Application, fullName } from '../application.ts'
import type { Desk } from '../desk.ts'
import { fold } from '../fold.ts'
import { ApplicationsPage } from '../pages/list.tsx'
import { UnreachablePage } from '../pages/unreachable.tsx'
import { maySeeApplications } from '../policy.ts'
import { wordsBefore } from '../queries/batches.ts'
import { deskFor } from '../queries/desk.ts'
import { whoChose } from '../queries/own-answers.ts'
import { unreachableIn } from '../queries/unreachable.ts'
import { type ListQuery, listQuery } from '../schema.ts'

export const list = router()

list.get('/rounds/:code/applications', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeApplications(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const query = listQuery.parse(c.req.query())
  const desk = await deskFor(app.db, actor, round.id)
  const before = query.q ? await wordsBefore(app.db, round.id) : new Map<string, string[]>()
  const chose = query.answer ? await whoChose(app.db, round.id, query.answer) : null
  const found = foundOn(desk, query, before).filter(({ id }) => chose === null || chose.has(id))
  const questions = await questionsOf(app.db, round.id)
  return c.html(<ApplicationsPage {...{ frame, round, desk, query, found, questions }} />)
})

list.post('/rounds/:code/applications/answers/download', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { locale } = actor
  const { questions, people } = await exportAnswers(app, actor, c.req.param('code'))
  const rows = people.map(({ name, email, country, own }) => {
    const said = new Map(own.map((given) => [given.question.id, tellAnswer(given, locale).answer]))
    return [name, email, country, ...questions.map(({ id }) => said.get(id) ?? '')]
  })
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="answers.csv"')
  const header = ['name', 'email', 'country', ...questions.map((one) => questionLabel(one, locale))]
  return c.body(csvOf(header, rows))
})

list.get('/rounds/:code/applications/unreachable', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeApplications(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  return c.html(<UnreachablePage {...{ frame, round }} people={await unreachableIn(app.db, round.id)} />)
})

/** An application is found by every name and address it had, before it was mended too. */
function foundOn(
  desk: Desk,
  { state, country, sector, q = '' }: ListQuery,
  before: ReadonlyMap<string, readonly string[]>,
): Application[] {
  const sought = fold(q)
  const mentions = (text: string) => fold(text).includes(sought)
  return desk.applications.filter(
    (one) =>
      (state === undefined || desk.states.get(one.id) === state) &&
      (country === undefined || one.country === country) &&
      (sector === undefined || one.sector === sector) &&
      (sought === '' ||
        mentions(`${fullName(one)} ${one.email} ${one.workplace}`) ||
        (before.get(one.id) ?? []).some(mentions)),
  )
}
