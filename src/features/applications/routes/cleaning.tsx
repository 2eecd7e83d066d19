import { redirectWith } from '../../../platform/flash.ts'
import { readForm, readPlainForm } from '../../../platform/forms.ts'
import { listPage, pageAsked } from '../../../platform/paging.ts'
import { NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { mapSectorGroup, settleDuplicate } from '../actions/cleaning.ts'
import { acceptObvious } from '../actions/obvious.ts'
import { undoBatch } from '../actions/undoing.ts'
import { problemKinds } from '../checks.ts'
import { obviousOn } from '../desk.ts'
import { certainties } from '../duplicates.ts'
import { settledBy } from '../mends.ts'
import { obviousRows } from '../obvious.ts'
import { DeskPage } from '../pages/desk.tsx'
import { DuplicatesPage } from '../pages/duplicates.tsx'
import { BatchPage, LogPage } from '../pages/log.tsx'
import { ObviousPage } from '../pages/obvious.tsx'
import { batchesPerPage, toldAtOnce } from '../pages/per-page.ts'
import { ProblemsPage } from '../pages/problems.tsx'
import { SectorsPage } from '../pages/sectors.tsx'
import { cleanPath, duplicatesPath, logPath, obviousPath, sectorsPath } from '../paths.ts'
import { withChanges } from '../queries/changes.ts'
import { deskFor } from '../queries/desk.ts'
import { lostRowCount } from '../queries/lost-rows.ts'
import { duplicateForm, obviousForm, sectorForm, undoForm } from '../schema.ts'
import { words } from '../words.ts'
import { backTo } from './back.ts'
import { openDesk } from './open-desk.ts'
import { orSay } from './or-say.ts'

export const cleaning = router()

cleaning.get('/rounds/:code/applications/clean', async (c) => {
  const { batches, ...open } = await openDesk(c)
  const lost = await lostRowCount(c.var.app.db, open.round.id, open.desk)
  const obvious = settledBy(obviousOn(open.desk))
  const askedPage = pageAsked(c.req.query('asked'))
  return c.html(<DeskPage {...open} {...{ obvious, askedPage }} lostRowCount={lost} />)
})

cleaning.get('/rounds/:code/applications/clean/problems', async (c) => {
  const kind = problemKinds.find((known) => known === c.req.query('kind'))
  if (!kind) throw new NotFound('no-such-kind')
  const { batches, ...open } = await openDesk(c)
  const { page, asked } = c.req.query()
  return c.html(
    <ProblemsPage {...open} kind={kind} pages={{ open: pageAsked(page), asked: pageAsked(asked) }} />,
  )
})

cleaning.get('/rounds/:code/applications/clean/obvious', async (c) => {
  const { frame, round, desk } = await openDesk(c)
  const plan = obviousOn(desk)
  const rows = obviousRows(plan, problemKinds, desk.byId)
  return c.html(<ObviousPage {...{ frame, round, desk, plan, rows }} page={pageAsked(c.req.query('page'))} />)
})

cleaning.post('/rounds/:code/applications/clean/obvious/accept', async (c) => {
  const { app, actor } = c.var
  const { shown, rows, accept, back } = await readPlainForm(c, obviousForm)
  const choice = { shown: shown.split(','), ticked: rows, isAll: accept === 'all' }
  const code = c.req.param('code')
  const { kinds, leftOut } = await acceptObvious(app, actor, code, choice)
  const count = Object.entries(kinds).reduce(
    (sum, [kind, times]) => sum + (kind === 'merged-answers' ? 0 : times),
    0,
  )
  const said = words(actor.locale)('flash.obvious', { count, left: leftOut })
  const { id } = await roundByCode(app.db, actor, code)
  const isMore = settledBy(obviousOn(await deskFor(app.db, actor, id))) > 0
  return redirectWith(c, isMore ? backTo(back, obviousPath(code)) : cleanPath(code), said)
})

cleaning.get('/rounds/:code/applications/clean/duplicates', async (c) => {
  const { batches, ...open } = await openDesk(c)
  const certainty = certainties.find((known) => known === c.req.query('certainty'))
  return c.html(<DuplicatesPage {...open} certainty={certainty} page={pageAsked(c.req.query('page'))} />)
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
  const page = listPage(batches, pageAsked(c.req.query('page')), batchesPerPage)
  const told = await withChanges(c.var.app.db, page.shown, toldAtOnce)
  return c.html(<LogPage frame={frame} round={round} page={{ ...page, shown: told }} />)
})

cleaning.get('/rounds/:code/applications/clean/log/:batch', async (c) => {
  const { frame, round, batches } = await openDesk(c)
  const [batch] = await withChanges(
    c.var.app.db,
    batches.filter(({ id }) => id === c.req.param('batch')),
  )
  if (!batch) throw new NotFound('no-such-batch')
  return c.html(<BatchPage {...{ frame, round, batch }} page={pageAsked(c.req.query('page'))} />)
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
