import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm } from '../../../platform/forms.ts'
import { NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { acceptObvious, mapSectorGroup, settleDuplicate } from '../actions/cleaning.ts'
import { undoBatch } from '../actions/undoing.ts'
import { problemKinds } from '../checks.ts'
import { certainties } from '../duplicates.ts'
import { obviousPlan, settledBy } from '../mends.ts'
import { DeskPage } from '../pages/desk.tsx'
import { DuplicatesPage } from '../pages/duplicates.tsx'
import { LogPage } from '../pages/log.tsx'
import { ObviousPage } from '../pages/obvious.tsx'
import { ProblemsPage } from '../pages/problems.tsx'
import { SectorsPage } from '../pages/sectors.tsx'
import { cleanPath, duplicatesPath, logPath, sectorsPath } from '../paths.ts'
import { settledPairs } from '../queries/applications.ts'
import { badRows } from '../queries/imports.ts'
import { duplicateForm, sectorForm, undoForm } from '../schema.ts'
import { words } from '../words.ts'
import { backTo } from './back.ts'
import { openDesk } from './open-desk.ts'
import { orSay } from './or-say.ts'

export const cleaning = router()

cleaning.get('/rounds/:code/applications/clean', async (c) => {
  const { batches, ...open } = await openDesk(c)
  const { db } = c.var.app
  const bad = await badRows(db, open.round.id)
  const plan = obviousPlan(open.desk.applications, await settledPairs(db, open.round.id))
  return c.html(<DeskPage {...open} obvious={settledBy(plan)} badRowCount={bad.length} />)
})

cleaning.get('/rounds/:code/applications/clean/problems', async (c) => {
  const kind = problemKinds.find((known) => known === c.req.query('kind'))
  if (!kind) throw new NotFound('no-such-kind')
  const { batches, ...open } = await openDesk(c)
  return c.html(<ProblemsPage {...open} kind={kind} />)
})

cleaning.get('/rounds/:code/applications/clean/obvious', async (c) => {
  const { frame, round, desk } = await openDesk(c)
  const plan = obviousPlan(desk.applications, await settledPairs(c.var.app.db, round.id))
  return c.html(<ObviousPage frame={frame} round={round} desk={desk} plan={plan} />)
})

cleaning.post('/rounds/:code/applications/clean/obvious/accept', async (c) => {
  const { app, actor } = c.var
  const code = c.req.param('code')
  await readButton(c)
  const done = await acceptObvious(app, actor, code)
  const count = Object.entries(done.kinds).reduce(
    (sum, [kind, times]) => sum + (kind === 'merged-answers' ? 0 : times),
    0,
  )
  return redirectWith(c, cleanPath(code), words(actor.locale)('flash.obvious', { count }))
})

cleaning.get('/rounds/:code/applications/clean/duplicates', async (c) => {
  const { batches, ...open } = await openDesk(c)
  const certainty = certainties.find((known) => known === c.req.query('certainty'))
  return c.html(<DuplicatesPage {...open} certainty={certainty} />)
})

cleaning.post('/rounds/:code/applications/clean/duplicates/settle', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, duplicateForm)
  if (!form.ok) throw new Unacceptable('not-a-form')
  const { first, second, verdict, back } = form.value
  const to = backTo(back, duplicatesPath(c.req.param('code')))
  return orSay(c, to, async () => {
    await settleDuplicate(app, actor, [first, second], verdict)
    return words(actor.locale)(`flash.${verdict}`)
  })
})

cleaning.get('/rounds/:code/applications/clean/sectors', async (c) => {
  const { batches, ...open } = await openDesk(c)
  return c.html(<SectorsPage {...open} />)
})

cleaning.post('/rounds/:code/applications/clean/sectors/map', async (c) => {
  const { app, actor } = c.var
  const code = c.req.param('code')
  const t = words(actor.locale)
  const form = await readForm(c, sectorForm)
  if (!form.ok) return redirectWith(c, sectorsPath(code), t('flash.choose-sector'), 'warning')
  return orSay(c, backTo(form.value.back, sectorsPath(code)), async () => {
    const { mends } = await mapSectorGroup(app, actor, code, form.value)
    return t('flash.sector', { count: mends, sector: t(`sector.${form.value.sector}`) })
  })
})

cleaning.get('/rounds/:code/applications/clean/log', async (c) => {
  const { frame, round, batches } = await openDesk(c)
  const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1)
  return c.html(<LogPage frame={frame} round={round} batches={batches} page={page} />)
})

cleaning.post('/rounds/:code/applications/clean/log/undo', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, undoForm)
  if (!form.ok) throw new Unacceptable('not-a-form')
  const to = backTo(form.value.back, logPath(c.req.param('code')))
  return orSay(c, to, async () => {
    const count = await undoBatch(app, actor, form.value.batch)
    return words(actor.locale)('flash.undone', { count })
  })
})
