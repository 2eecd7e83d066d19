import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { listPage, pageAsked } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { allow, TooLarge, Unacceptable } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { admitRow } from '../actions/admitting.ts'
import { type Imported, importFile } from '../actions/imports.ts'
import { keepUpload } from '../actions/uploads.ts'
import { ImportPage } from '../pages/import.tsx'
import { ImportPreviewPage } from '../pages/import-preview.tsx'
import { ImportReportPage } from '../pages/import-report.tsx'
import { unreadablePerPage } from '../pages/per-page.ts'
import { importReportPath, uploadPath } from '../paths.ts'
import { mayCleanApplications } from '../policy.ts'
import { badRows, importReport, importsOf } from '../queries/imports.ts'
import { foreseen, isReadable, readingOf } from '../queries/readings.ts'
import { uploadById, uploadSource } from '../queries/uploads.ts'
import { admitForm, readingForm, uploadForm } from '../schema.ts'
import { words } from '../words.ts'

export const imports = router()

imports.get('/rounds/:code/applications/import', async (c) => {
  const round = await roundToClean(c)
  return showForm(c, round, freshForm({ kind: 'applications', zone: round.zone }))
})

async function roundToClean(c: Context<Env>): Promise<Round> {
  const { app, actor } = c.var
  allow(mayCleanApplications(actor))
  return roundByCode(app.db, actor, c.req.param('code') ?? '')
}

async function showForm(c: Context<Env>, round: Round, form: FormState) {
  const { app, frame } = c.var
  const before = await importsOf(app.db, round.id)
  return c.html(<ImportPage {...{ frame, round, form }} imports={before} />, statusOf(form))
}

imports.post('/rounds/:code/applications/import', async (c) => {
  const { app, actor } = c.var
  const round = await roundToClean(c)
  const form = await readForm(c, uploadForm)
  if (!form.ok) return showForm(c, round, returnedForm(form.typed, form.errors))
  const { kind, zone, file } = form.value
  try {
    const id = await keepUpload(app, actor, round.code, {
      kind,
      fileName: file.name,
      source: () => file.stream(),
    })
    return c.redirect(withQuery(uploadPath(round.code, id), { zone }), 303)
  } catch (error) {
    return showForm(c, round, returnedForm(form.typed, { file: codeOfFile(error) }))
  }
})

/** What is wrong with a file is said beside its field; everything else goes its way. */
function codeOfFile(error: unknown): string {
  if (error instanceof Unacceptable || error instanceof TooLarge) return error.code
  throw error
}

const idPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

imports.get(`/rounds/:code/applications/import/:id{${idPattern}}`, async (c) => {
  const { app, frame } = c.var
  const round = await roundToClean(c)
  const upload = await uploadById(app.db, round.id, c.req.param('id'))
  const wished = readingForm.safeParse({
    zone: c.req.query('zone') ?? round.zone,
    dateOrder: c.req.query('dateOrder') ?? '',
    encoding: c.req.query('encoding') ?? '',
    columns: c.req.queries('columns'),
  })
  const wish = wished.success ? wished.data : { zone: round.zone }
  const source = uploadSource(app.db, upload.id)
  try {
    const now = app.now()
    const reading = await readingOf(app.db, source, { kind: upload.kind, ...wish }, { round, now })
    const asked = { page: pageAsked(c.req.query('unreadable')), size: unreadablePerPage }
    const told = isReadable(reading) ? await foreseen(app, round.id, source, reading, asked) : null
    const before = (await importsOf(app.db, round.id)).find(
      ({ kind, sha256 }) => kind === upload.kind && sha256.equals(upload.sha256),
    )
    return c.html(
      <ImportPreviewPage
        frame={frame}
        round={round}
        upload={upload}
        reading={reading}
        foreseen={told}
        unreadableAt={unreadableIn(new URL(c.req.url))}
        before={before}
      />,
    )
  } catch (error) {
    const typed = { kind: upload.kind, zone: wish.zone }
    return showForm(c, round, returnedForm(typed, { file: codeOfFile(error) }))
  }
})

/** The same reading of a file, with another page of the rows that cannot be read. */
function unreadableIn({ pathname, searchParams }: URL) {
  return (page: number | undefined) => {
    const query = new URLSearchParams(searchParams)
    query.delete('unreadable')
    if (page) query.set('unreadable', String(page))
    return `${pathname}?${query}#unreadable`
  }
}

imports.post(`/rounds/:code/applications/import/:id{${idPattern}}/import`, async (c) => {
  const { app, actor } = c.var
  const round = await roundToClean(c)
  const upload = await uploadById(app.db, round.id, c.req.param('id'))
  const form = await readForm(c, readingForm)
  if (!form.ok) throw new Unacceptable('not-a-form')
  const report = await importFile(app, actor, round.code, {
    ...form.value,
    kind: upload.kind,
    fileName: upload.fileName,
    source: uploadSource(app.db, upload.id),
  })
  return redirectWith(c, importReportPath(round.code, report.id), saidOf(report, words(actor.locale)))
})

const saidOf = ({ added, answered }: Imported, t: ReturnType<typeof words>): string =>
  added === 0 && answered > 0
    ? t('flash.answered', { count: answered })
    : t('flash.imported', { count: added })

imports.get(`/rounds/:code/applications/import/files/:id{${idPattern}}`, async (c) => {
  const { app, frame } = c.var
  const round = await roundToClean(c)
  const report = await importReport(app.db, round.id, c.req.param('id'))
  const bad = (await badRows(app.db, round.id)).filter(({ fileId }) => fileId === report.id)
  const page = listPage(bad, pageAsked(c.req.query('unreadable')), unreadablePerPage)
  return c.html(<ImportReportPage frame={frame} round={round} report={report} bad={page} />)
})

imports.post(`/rounds/:code/applications/import/files/:id{${idPattern}}/admit`, async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const t = words(actor.locale)
  const form = await readForm(c, admitForm)
  const back = importReportPath(code, id, pageAsked(c.req.query('unreadable')))
  if (!form.ok) return redirectWith(c, back, t('flash.bad-date'), 'warning')
  await admitRow(app, actor, code, { fileId: id, ...form.value })
  return redirectWith(c, back, t('flash.admitted'))
})
