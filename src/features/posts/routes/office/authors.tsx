import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readForm,
  readPlainForm,
  returnedForm,
  statusOf,
} from '../../../../platform/forms.ts'
import { NotFound } from '../../../../platform/refusals.ts'
import { type Env, router } from '../../../people/index.ts'
import { changeAuthor, mergeAuthors } from '../../actions/printing.ts'
import { likelyDoubles } from '../../doubles.ts'
import { AuthorPage, AuthorsPage, MergeAuthorsPage } from '../../pages/office/authors.tsx'
import { officeAuthorPath } from '../../paths.ts'
import { authorInOffice, authorsInOffice, type OfficeAuthor, publicAuthor } from '../../queries/authors.ts'
import { authorForm, mergeAuthorsForm } from '../../schema.ts'
import { words } from '../../words.ts'

export const authorRoutes = router()

authorRoutes.get('/authors', async (c) => {
  const { app, actor, frame } = c.var
  const all = await authorsInOffice(app.db, actor, app.now())
  const sought = (c.req.query('q') ?? '').trim().slice(0, 120)
  const authors = all.filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase()))
  const doubles = sought === '' ? likelyDoubles(all) : []
  return c.html(<AuthorsPage {...{ frame, authors, doubles, sought }} />)
})

function askedFor(c: Context<Env>) {
  const { app, actor } = c.var
  return authorInOffice(app.db, actor, c.req.param('id') ?? '', app.now())
}

authorRoutes.get('/authors/:id', async (c) => {
  const author = await askedFor(c)
  const { name, familyName, country, about, orcid } = author
  const typed = { name, familyName, country: country ?? '', about, orcid: orcid ?? '' }
  return showAuthor(c, author, freshForm(typed))
})

authorRoutes.post('/authors/:id', async (c) => {
  const { app, actor } = c.var
  const author = await askedFor(c)
  const read = await readForm(c, authorForm)
  if (!read.ok) return showAuthor(c, author, returnedForm(read.typed, read.errors))
  await changeAuthor(app, actor, author.id, read.value)
  const said = words(actor.locale)('author.saved', { name: read.value.name })
  return redirectWith(c, officeAuthorPath(author.id), said)
})

authorRoutes.get('/authors/:id/merge', async (c) => {
  const { app, actor, frame } = c.var
  const from = await askedFor(c)
  const chosen = c.req.query('into') ?? ''
  if (chosen === '' || chosen === from.id) return c.redirect(officeAuthorPath(from.id), 303)
  const into = await authorInOffice(app.db, actor, chosen, app.now())
  return c.html(<MergeAuthorsPage {...{ frame, from, into }} />)
})

authorRoutes.post('/authors/:id/merge', async (c) => {
  const { app, actor } = c.var
  const from = await askedFor(c)
  const { into } = await readPlainForm(c, mergeAuthorsForm)
  const other = await authorInOffice(app.db, actor, into, app.now())
  await mergeAuthors(app, actor, from.id, other.id)
  const said = words(actor.locale)('merge-authors.done', { name: from.name, other: other.name })
  return redirectWith(c, officeAuthorPath(other.id), said)
})

async function showAuthor(c: Context<Env>, author: OfficeAuthor, form: FormState) {
  const { app, actor, frame } = c.var
  const others = (await authorsInOffice(app.db, actor, app.now())).filter(({ id }) => id !== author.id)
  const hasPage = await hasPublicPage(c, author.slug)
  return c.html(<AuthorPage {...{ frame, author, others, form, hasPage }} />, statusOf(form))
}

async function hasPublicPage(c: Context<Env>, slug: string): Promise<boolean> {
  try {
    await publicAuthor(c.var.app.db, c.var.app.now(), slug)
    return true
  } catch (refusal) {
    if (refusal instanceof NotFound) return false
    throw refusal
  }
}
