import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { pageAsked, pagesOf } from '../../../platform/paging.ts'
import { allow, NotFound, refusalOf, Unacceptable } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { addPicture, describePicture, focusPicture, replacePicture } from '../actions/pictures.ts'
import { focusAt, lostCredit, type Picture } from '../media.ts'
import { sayer } from '../pages/credit.tsx'
import { pictureSource } from '../pages/figure.tsx'
import { LibraryPage } from '../pages/library.tsx'
import { PicturePage } from '../pages/picture.tsx'
import { libraryPicturePath } from '../paths.ts'
import { mayAddPictures } from '../policy.ts'
import { libraryOf, namesOf, pageSize, pictureInLibrary } from '../queries/pictures.ts'
import { creditForm, filterOf, focusForm, pressForm, replaceForm, uploadForm } from '../schema.ts'
import { words } from '../words.ts'
import { isPictureId } from './files.tsx'

export const office = router()

office.get('/pictures', async (c) => {
  allow(mayAddPictures(c.var.actor))
  return wantsJson(c) ? listAsJson(c) : libraryPage(c, freshForm())
})

office.post('/pictures/add', async (c) => {
  const { app, actor } = c.var
  allow(mayAddPictures(actor))
  const form = await readForm(c, uploadForm)
  if (!form.ok) return again(c, returnedForm(form.typed, form.errors))
  const { picture, ...credit } = form.value
  const kept = await taken(addPicture(app, actor, await bytesOf(picture), credit))
  if ('problem' in kept) return again(c, returnedForm(form.typed, { picture: kept.problem }))
  if (wantsJson(c)) return c.json(asJson(await pictureInLibrary(app.db, kept.id)))
  return redirectWith(c, libraryPicturePath(kept.id), words(actor.locale)('added'))
})

office.get('/pictures/:id', async (c) => {
  const picture = await pictureIn(c)
  return picturePage(c, picture, freshForm(valuesOf(picture)))
})

office.post('/pictures/:id/describe', async (c) => {
  const { app, actor } = c.var
  const picture = await pictureIn(c)
  const form = await readForm(c, creditForm)
  const again = (errors: Record<string, string>) =>
    picturePage(c, picture, returnedForm({ ...valuesOf(picture), ...form.typed }, errors))
  if (!form.ok) return again(form.errors)
  const refused = await refusalOf(describePicture(app, actor, picture.id, form.value), ['picture-shown'])
  if (refused)
    return again(Object.fromEntries(lostCredit(picture, form.value).map((field) => [field, refused])))
  return redirectWith(c, libraryPicturePath(picture.id), words(actor.locale)('described'))
})

office.post('/pictures/:id/focus', async (c) => {
  const { app, actor } = c.var
  const picture = await pictureIn(c)
  const press = await readForm(c, pressForm).catch(notPressed)
  const form = press?.ok ? null : await readForm(c, focusForm)
  if (form && !form.ok)
    return picturePage(c, picture, returnedForm({ ...valuesOf(picture), ...form.typed }, form.errors))
  const focus = press?.ok
    ? focusAt(picture, { x: press.value['focus.x'], y: press.value['focus.y'] })
    : { focusX: (form?.value.left ?? 50) / 100, focusY: (form?.value.top ?? 50) / 100 }
  await focusPicture(app, actor, picture.id, focus)
  return redirectWith(c, libraryPicturePath(picture.id), words(actor.locale)('focused'))
})

office.post('/pictures/:id/replace', async (c) => {
  const { app, actor } = c.var
  const picture = await pictureIn(c)
  const form = await readForm(c, replaceForm)
  const values = valuesOf(picture)
  if (!form.ok) return picturePage(c, picture, returnedForm(values, form.errors))
  const kept = await taken(replacePicture(app, actor, picture.id, await bytesOf(form.value.picture)))
  if ('problem' in kept) return picturePage(c, picture, returnedForm(values, { picture: kept.problem }))
  return redirectWith(c, libraryPicturePath(kept.id), words(actor.locale)('replaced'))
})

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
const wantsJson = (c: Context<Env>) => c.req.header('Accept') === 'application/json'

/** The other of the two forms that are sent there. */
function notPressed(error: unknown): null {
  if (error instanceof Unacceptable && error.code === 'unknown-field') return null
  throw error
}

/** What became of an upload: why it is not taken is said beside its field. */
async function taken(kept: Promise<string>): Promise<{ id: string } | { problem: string }> {
  try {
    return { id: await kept }
  } catch (error) {
    if (error instanceof Unacceptable) return { problem: error.code }
    throw error
  }
}

const again = (c: Context<Env>, form: FormState) =>
  wantsJson(c) ? c.json({ problem: problemIn(c, form) }, 422) : libraryPage(c, form)

async function pictureIn(c: Context<Env>): Promise<Picture> {
  const { app, actor } = c.var
  allow(mayAddPictures(actor))
  const id = c.req.param('id') ?? ''
  if (!isPictureId(id)) throw new NotFound('no-such-picture')
  return pictureInLibrary(app.db, id)
}

async function picturePage(c: Context<Env>, picture: Picture, form: FormState) {
  const { app, frame, features } = c.var
  const ids = await namesOf(app.db, picture.id)
  const told = features.map(({ showing }) => showing?.(app.db, ids, app.now()) ?? [])
  const uses = (await Promise.all(told)).flat()
  return c.html(<PicturePage {...{ frame, picture, uses, form }} />, statusOf(form))
}

async function libraryPage(c: Context<Env>, form: FormState) {
  const { frame } = c.var
  const found = await asked(c)
  return c.html(<LibraryPage frame={frame} {...found} form={form} />, statusOf(form))
}

async function asked(c: Context<Env>) {
  const filter = filterOf(c.req.query())
  const page = pageAsked(c.req.query('page'))
  const { pictures, count } = await libraryOf(c.var.app.db, filter, page)
  return { filter, pictures, count, page, pages: Math.max(page, pagesOf(count, pageSize)) }
}

const valuesOf = (picture: Picture): FormState['values'] => {
  const { alt, caption, author, source, licence, focusX, focusY } = picture
  const percent = (part: number) => String(Math.round(part * 100))
  return { alt, caption, author, source, licence, left: percent(focusX), top: percent(focusY) }
}

async function listAsJson(c: Context<Env>) {
  const { pictures, count } = await asked(c)
  return c.json({ count, pictures: pictures.map(({ picture }) => asJson(picture)) })
}

/** A picture as the editor puts it into a text. */
const asJson = (picture: Picture) => ({
  name: `/media/${picture.id}`,
  src: pictureSource(picture, 'card').src,
  alt: picture.alt,
  caption: picture.caption,
})

/** What is wrong with an upload from the editor, in a sentence. */
const problemIn = (c: Context<Env>, { errors }: FormState) =>
  sayer(c.var.actor.locale)(Object.values(errors)[0] ?? '')
