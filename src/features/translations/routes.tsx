import type { Context } from 'hono'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../platform/forms.ts'
import { allow, NotFound } from '../../platform/refusals.ts'
import { isLocale, tagOf } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { CheckedPage } from './pages/checked.tsx'
import { FolderPage, type Seen } from './pages/folder.tsx'
import { ListPage } from './pages/list.tsx'
import { tonguePath, translationsPath } from './paths.ts'
import { mayTranslate } from './policy.ts'
import { exported, foldersIn, sentencesIn } from './queries/catalog.ts'
import { checked } from './queries/checking.ts'
import { checkForm, soughtIn } from './schema.ts'
import type { Tongue } from './tongue.ts'

export const office = router()

for (const path of ['/translations', '/translations/*'])
  office.use(path, async (c, next) => {
    allow(mayTranslate(c.var.actor))
    await next()
  })

/** In one’s own language first; who reads English chooses. */
office.get('/translations', ({ var: { actor }, redirect }) =>
  redirect(tonguePath(actor.locale === 'en' ? 'es' : actor.locale), 303),
)

office.post('/translations/check', async (c) => {
  const form = await readForm(c, checkForm)
  if (!form.ok)
    return listPage(c, tongueOf(c.var.actor.locale) ?? 'es', returnedForm(form.typed, form.errors))
  const result = await checked(await form.value.file.text())
  return c.html(<CheckedPage frame={c.var.frame} result={result} />, 'code' in result ? 422 : 200)
})

office.get('/translations/:locale', (c) => listPage(c, tongueIn(c), freshForm()))

office.get('/translations/:locale/download.xlf', async (c) => {
  const locale = tongueIn(c)
  c.header('Content-Type', 'application/xliff+xml; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="twinleaf.${tagOf(locale)}.xlf"`)
  return c.body(await exported(locale))
})

office.get('/translations/:locale/:folder', (c) => {
  const locale = tongueIn(c)
  const name = c.req.param('folder')
  const folder = name === 'platform' ? name : `features/${name}`
  const sentences = /^[a-z-]+$/.test(name) ? sentencesIn(locale, folder) : []
  if (sentences.length === 0) throw new NotFound('not-found')
  const onlyChanged = c.req.query('changed') === '1'
  const { frame, app, actor } = c.var
  return c.html(
    <FolderPage
      {...{ frame, actor, locale, folder, onlyChanged }}
      sentences={sentences.filter(({ isPassed }) => !(onlyChanged && isPassed))}
      emails={app.worded.filter(({ feature }) => feature === name)}
      seen={seenOf(c, name)}
    />,
  )
})

function listPage(c: Context<Env>, locale: Tongue, form: FormState) {
  const sought = soughtIn(c.req.query('q'))
  const sentences = sought === '' ? [] : sentencesIn(locale)
  const props = { frame: c.var.frame, locale, form, sought, sentences, folders: foldersIn(locale) }
  return c.html(<ListPage {...props} />, statusOf(form))
}

/** The ways into a feature that the navigation has: where its sentences are seen. */
function seenOf({ var: { features, actor } }: Context<Env>, name: string): Seen[] {
  const nav = features.find((one) => one.name === name)?.nav ?? {}
  return Object.values(nav)
    .flat()
    .filter(({ may, href }) => may(actor) && href !== translationsPath)
    .map(({ href, label }) => ({ href, label: label(actor.locale) }))
}

const tongueOf = (locale: string): Tongue | null => (isLocale(locale) && locale !== 'en' ? locale : null)

/** @throws NotFound for a language that is none of ours, and for English */
function tongueIn(c: Context<Env>): Tongue {
  const locale = tongueOf(c.req.param('locale') ?? '')
  if (!locale) throw new NotFound('not-found')
  return locale
}
