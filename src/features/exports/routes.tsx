import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { dayIn } from '../../platform/days.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../platform/forms.ts'
import { allow } from '../../platform/refusals.ts'
import { type Env, router } from '../people/index.ts'
import { exportBlog, type Leaving } from './actions.ts'
import { ExportPage } from './pages.tsx'
import { mayExport } from './policy.ts'
import { headsOut } from './queries.ts'
import { takeForm } from './schema.ts'
import { zipSink } from './writing/sinks.ts'

export const office = router()

office.get('/export', (c) => exportPage(c, freshForm()))

office.post('/export/take', async (c) => {
  const { app, actor } = c.var
  allow(mayExport(actor))
  const form = await readForm(c, takeForm)
  if (!form.ok) return exportPage(c, returnedForm(form.typed, form.errors))
  const { kind, whole } = form.value
  const leaving = await exportBlog(app, actor, { kind, isWhole: whole === 'yes', withAddresses: false })
  return sentZip(c, leaving, `blog-${kind}-${dayIn(app.now())}.zip`)
})

/** Goes out as it is made; where it cannot be made to its end, it breaks off, and no reader takes it for whole. */
function sentZip(c: Context<Env>, leaving: Leaving, name: string): Response {
  const { sink, stream, end, fail } = zipSink()
  leaving.writeTo(sink).then(end, (error: unknown) => {
    c.var.app.log.error({ err: error }, 'export broke off')
    fail(error instanceof Error ? error : new Error(String(error)))
  })
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

async function exportPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(mayExport(actor))
  const posts = await headsOut(app.db, app.now(), { isWhole: false, withAddresses: false })
  return c.html(<ExportPage {...{ frame, form }} posts={posts.length} />, statusOf(form))
}
