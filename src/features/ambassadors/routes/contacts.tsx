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
import { refusalOf } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { addContact, changeContact, removeContact, writeNote } from '../actions/writing.ts'
import type { Contact } from '../contact.ts'
import { ContactPage, ContactsPage } from '../pages/contacts.tsx'
import { NotesPage } from '../pages/notes.tsx'
import { contactsPath, notesPath } from '../paths.ts'
import { contactById, contactsOf, noteOf } from '../queries/contacts.ts'
import { contactForm, noteForm } from '../schema.ts'
import { words } from '../words.ts'
import { placeOf } from './country.tsx'

export const contactRoutes = router()

contactRoutes.get('/countries/:country/contacts', async (c) => {
  const place = placeOf(c)
  return c.html(<ContactsPage {...place} contacts={await contactsOf(c.var.app.db, place.country)} />)
})

contactRoutes.get('/countries/:country/contacts/new', (c) =>
  contactPage(c, freshForm({ standing: 'planned' }), null),
)

contactRoutes.post('/countries/:country/contacts/new', async (c) => {
  const { app, actor } = c.var
  const { country, frame } = placeOf(c)
  const form = await readForm(c, contactForm)
  if (!form.ok) return contactPage(c, returnedForm(form.typed, form.errors), null)
  const { revision: _none, ...wish } = form.value
  const refused = await refusalOf(addContact(app, actor, country, wish), besideContact)
  if (refused) return contactPage(c, returnedForm(form.typed, { [besideOf[refused]]: refused }), null)
  return redirectWith(c, contactsPath(country), words(frame.locale)('contact.added', { name: wish.name }))
})

contactRoutes.get('/countries/:country/contacts/:id', async (c) => {
  const { country } = placeOf(c)
  const contact = await contactById(c.var.app.db, country, c.req.param('id'))
  const { name, kind, standing, notes } = contact
  return contactPage(
    c,
    freshForm({ name, kind, standing, notes, contactedOn: contact.contactedOn ?? '' }),
    contact,
  )
})

contactRoutes.post('/countries/:country/contacts/:id', async (c) => {
  const { app, actor } = c.var
  const { country, frame } = placeOf(c)
  const id = c.req.param('id')
  const form = await readForm(c, contactForm)
  const again = async (errors: Record<string, string>) =>
    contactPage(c, returnedForm(form.typed, errors), await contactById(app.db, country, id))
  if (!form.ok) return again(form.errors)
  const refused = await refusalOf(changeContact(app, actor, country, { id, ...form.value }), besideContact)
  if (refused) return again({ [besideOf[refused]]: refused })
  return redirectWith(
    c,
    contactsPath(country),
    words(frame.locale)('contact.changed', { name: form.value.name }),
  )
})

contactRoutes.post('/countries/:country/contacts/:id/remove', async (c) => {
  const { country, frame } = placeOf(c)
  await readButton(c)
  await removeContact(c.var.app, c.var.actor, country, c.req.param('id'))
  return redirectWith(c, contactsPath(country), words(frame.locale)('contact.removed'))
})

contactRoutes.get('/countries/:country/notes', async (c) => {
  const { country } = placeOf(c)
  const { body } = await noteOf(c.var.app.db, country)
  return notesPage(c, freshForm({ body }))
})

contactRoutes.post('/countries/:country/notes', async (c) => {
  const { app, actor } = c.var
  const { country, frame } = placeOf(c)
  const form = await readForm(c, noteForm)
  if (!form.ok) return notesPage(c, returnedForm(form.typed, form.errors))
  const refused = await refusalOf(writeNote(app, actor, country, form.value), ['changed-meanwhile'])
  if (refused) return notesPage(c, returnedForm(form.typed, { body: refused }))
  return redirectWith(c, notesPath(country), words(frame.locale)('notes.saved'))
})

/** Beside which field of a contact a refusal is said. */
const besideOf = { 'changed-meanwhile': 'notes', 'contact-exists': 'name' } as const
const besideContact = Object.keys(besideOf) as (keyof typeof besideOf)[]

const contactPage = (c: Context<Env>, form: FormState, contact: Contact | null) =>
  c.html(<ContactPage {...placeOf(c)} form={form} contact={contact} />, statusOf(form))

async function notesPage(c: Context<Env>, form: FormState) {
  const place = placeOf(c)
  const note = await noteOf(c.var.app.db, place.country)
  return c.html(<NotesPage {...{ ...place, form, note }} />, statusOf(form))
}
