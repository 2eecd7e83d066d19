import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { formats } from '../../../platform/formats.ts'
import { type FormReply, readButton, readForm, returnedForm } from '../../../platform/forms.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import { chooseScenario } from '../actions/choose.ts'
import { cancelRun, openScenario } from '../actions/run.ts'
import { runMatching } from '../jobs.ts'
import { LabPage } from '../pages/lab/lab.tsx'
import { ScenarioListsPage } from '../pages/lab/lists.tsx'
import { formOf, NewScenarioPage } from '../pages/lab/new.tsx'
import { RunProgress } from '../pages/lab/running.tsx'
import { ScenarioPage } from '../pages/lab/scenario.tsx'
import { scenarioName } from '../pages/lab/telling.ts'
import { scenarioPath } from '../paths.ts'
import { participantCount } from '../queries/inputs.ts'
import { labDesk, newScenarioDesk, scenarioDesk, scenarioStanding } from '../queries/lab.ts'
import { scenarioNumbered } from '../queries/scenarios.ts'
import { settingsOf } from '../scenario/choices.ts'
import { presetSettings } from '../scenario/presets.ts'
import { listQuery, presetQuery, scenarioForm, scenarioNumbers } from '../schema.ts'
import { words } from '../words.ts'
import { roundFor } from './round-for.ts'

export const office = router()

office.get('/rounds/:code/matching/lab', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundFor(c)
  const desk = await labDesk(app.db, round, app.now(), scenarioNumbers(c.req.queries('s') ?? []))
  const isFirst = desk.scenarios.length === 0
  const people = isFirst ? await participantCount(app.db, round.id) : null
  return c.html(<LabPage {...{ frame, round, people, ...desk }} zone={actor.zone} now={app.now()} />)
})

office.get('/rounds/:code/matching/lab/new', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const [number = null] = scenarioNumbers(c.req.queries('from') ?? [])
  const { preset } = presetQuery.parse(c.req.query())
  const desk = await newScenarioDesk(app.db, round, app.now(), number)
  const form = preset
    ? formOf(presetSettings(preset), words(frame.locale)(`preset.${preset}`))
    : formOf(desk.settings)
  return c.html(<NewScenarioPage {...{ frame, round, ...desk, form }} from={preset ?? number ?? undefined} />)
})

office.post('/rounds/:code/matching/lab/new', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, scenarioForm)
  if (!form.ok) return formAgain(c, form, 422)
  const { title, seed, ...choices } = form.value
  try {
    const { number } = await openScenario(app, actor, c.req.param('code'), {
      title,
      settings: settingsOf(choices),
      seed: seed ?? undefined,
      asPlan: false,
      later: (tx, scenarioId) => enqueue(app, tx, runMatching, { scenarioId }),
    })
    return c.redirect(scenarioPath(c.req.param('code'), number), 303)
  } catch (error) {
    if (error instanceof Conflict && error.code === 'run-in-progress') return formAgain(c, form, 409)
    throw error
  }
})

/** The form as it was sent, so that nothing of it is lost. */
async function formAgain<Value>(c: Context<Env>, form: FormReply<Value>, status: 409 | 422) {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const desk = await newScenarioDesk(app.db, round, app.now(), null)
  const returned = returnedForm(form.typed, form.ok ? {} : form.errors)
  return c.html(<NewScenarioPage {...{ frame, round, ...desk }} form={returned} />, status)
}

office.get('/rounds/:code/matching/lab/:number{[0-9]{1,6}}', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundFor(c)
  const desk = await scenarioDesk(app.db, round, app.now(), Number(c.req.param('number')))
  return c.html(<ScenarioPage frame={frame} round={round} {...desk} zone={actor.zone} now={app.now()} />)
})

office.get('/rounds/:code/matching/lab/:number{[0-9]{1,6}}/lists', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const { counts, standing } = await scenarioStanding(app.db, round, Number(c.req.param('number')))
  const asked = listQuery.parse(c.req.query())
  return c.html(<ScenarioListsPage {...{ frame, round, counts, standing, asked }} />)
})

office.get('/rounds/:code/matching/lab/:number{[0-9]{1,6}}/progress', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const scenario = await scenarioNumbered(app.db, round.id, Number(c.req.param('number')))
  const here = scenarioPath(round.code, scenario.number)
  return c.html(<RunProgress frame={frame} scenario={scenario} now={app.now()} here={here} />)
})

office.post('/rounds/:code/matching/lab/:number{[0-9]{1,6}}/choose', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, number } = c.req.param()
  const { title } = await chooseScenario(app, actor, code, Number(number))
  const voice = { t: words(actor.locale), f: formats(actor.locale, actor.zone), locale: actor.locale }
  const scenario = scenarioName({ number: Number(number), title }, voice)
  return redirectWith(c, scenarioPath(code, Number(number)), voice.t('choose.done', { scenario }))
})

office.post('/rounds/:code/matching/cancel', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  const { number, pool } = await cancelRun(app, actor, code)
  const path = pool === 'rematch' ? rematchPath(code) : scenarioPath(code, number)
  return redirectWith(c, path, words(actor.locale)('run.cancelled'))
})
