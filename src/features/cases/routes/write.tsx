import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode, roundById } from '../../rounds/index.ts'
import { resetLadder, setLadder } from '../actions/ladder.ts'
import { mailCase, readyMail } from '../actions/mailing.ts'
import { kinds, ladders } from '../case.ts'
import type { Ladder } from '../ladder.ts'
import { type LetterName, letterNames } from '../letter.ts'
import { LadderPage, typedLadder } from '../pages/ladder.tsx'
import { WritePage } from '../pages/write.tsx'
import { casePath, ladderPath } from '../paths.ts'
import { mayHelpPairs } from '../policy.ts'
import { ladderOf } from '../queries/ladder.ts'
import { caseNumbered } from '../queries/one.ts'
import { readerOf } from '../queries/readers.ts'
import { ladderForm, mailForm } from '../schema.ts'
import { words } from '../words.ts'

/** Emails that are ready, and the days of each step. */
export const writeRoutes = router()

const letter = `/cases/:number{[0-9]{1,9}}/write/:name{(?:${letterNames.join('|')})}/:id`

writeRoutes.get(letter, (c) => writePage(c))

writeRoutes.post(`${letter}/send`, async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, mailForm)
  if (!form.ok) return writePage(c, returnedForm(form.typed, form.errors))
  const { number, name, id } = placeOf(c)
  await mailCase(app, actor, number, { name, to: id, ...form.value })
  return redirectWith(c, casePath(number), words(actor.locale)('done.mailed'))
})

const placeOf = (c: Context<Env>) => ({
  number: Number(c.req.param('number')),
  name: c.req.param('name') as LetterName,
  id: c.req.param('id') ?? '',
})

async function writePage(c: Context<Env>, again?: FormState) {
  const { app, actor, frame, network } = c.var
  allow(mayHelpPairs(actor))
  const { number, name, id } = placeOf(c)
  const one = await caseNumbered(app.db, actor, number, app.now())
  if (one.closedAt) throw new Conflict('case-closed')
  if (one.kind === 'conduct') throw new NotFound('no-such-case')
  const to = await readerOf(app.db, one.pairingId, id)
  const round = await roundById(app.db, one.roundId)
  const ready = { to, round, network, held: one, now: app.now() }
  const form = again ?? freshForm(await readyMail(app.db, name, ready))
  const once = again?.values.once ?? crypto.randomUUID()
  return c.html(<WritePage {...{ frame, one, name, to, form, once }} from={actor.name} />, statusOf(form))
}

writeRoutes.get('/cases/ladder', (c) => ladderPage(c))
writeRoutes.get('/rounds/:code/ladder', (c) => ladderPage(c))

for (const path of ['/cases/ladder', '/rounds/:code/ladder'] as const)
  writeRoutes.post(path, async (c) => {
    const { app, actor } = c.var
    const form = await readForm(c, ladderForm)
    if (!form.ok) return ladderPage(c, returnedForm(form.typed, form.errors))
    const code = c.req.param('code')
    await setLadder(app, actor, code ?? null, ladderIn(form.typed))
    return redirectWith(c, ladderPath(code), words(actor.locale)('ladder.saved'))
  })

writeRoutes.post('/rounds/:code/ladder/reset', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  await resetLadder(app, actor, code)
  return redirectWith(c, ladderPath(code), words(actor.locale)('ladder.was-reset'))
})

/** @param typed as the schema let it pass */
function ladderIn(typed: Record<string, unknown>): Ladder {
  const days = kinds.map((kind) => [
    kind,
    ladders[kind].map((_step, rung) => Number(typed[`${kind}-${rung}`])),
  ])
  const nudges = typed.nudges === 'coordinator' ? 'coordinator' : 'clock'
  return { nudges, days: Object.fromEntries(days) as Ladder['days'] }
}

async function ladderPage(c: Context<Env>, again?: FormState) {
  const { app, actor, frame } = c.var
  allow(mayHelpPairs(actor))
  const code = c.req.param('code')
  const round = code ? await roundByCode(app.db, actor, code) : undefined
  const { ladder, isOwn } = await ladderOf(app.db, round?.id ?? null)
  const form = again ?? freshForm(typedLadder(ladder))
  return c.html(<LadderPage {...{ frame, round, isOwn, form }} />, statusOf(form))
}
