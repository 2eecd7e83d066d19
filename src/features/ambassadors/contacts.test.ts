import { expect, test } from 'vitest'
import { anAmbassador } from '../../../test/ambassadors/an-ambassador.ts'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { addContact, changeContact, writeNote } from './actions/writing.ts'
import type { ContactWish } from './contact.ts'

const { app, coordinator, salma, browser, asSalma, asCoordinator } = await anAmbassador()

const contact: ContactWish = {
  ...{ name: 'Library Association', kind: 'association', standing: 'planned' },
  ...{ contactedOn: null, notes: '' },
}

test('contacts are kept for the country, and what is wrong is said beside the field', async () => {
  const wrong = await asSalma.send('/office/countries/EG/contacts/new', {
    ...{
      name: 'Delta Library',
      kind: '',
      standing: 'asked',
      contactedOn: '',
      notes: 'Ask Amal',
      revision: '0',
    },
  })
  const page = await wrong.text()
  await asSalma.send('/office/countries/EG/contacts/new', {
    ...{ name: 'Delta Library', kind: 'academic', standing: 'asked', contactedOn: '2016-01-19' },
    ...{ notes: '', revision: '0' },
  })
  const mona = await aPerson(app, { role: 'ambassador', country: 'EG', name: 'Mona Said' })
  const shared = await browser(await signedIn(app, mona)).read('/office/countries/EG/contacts')

  expect(wrong.status).toBe(422)
  expect(page).toContain('value="Delta Library"')
  expect(page).toContain('Ask Amal')
  expect(page).toContain('Give the day on which you were in contact.')
  expect(shared).toContain('Delta Library')
  await expect(addContact(app, salma, 'PL', contact)).rejects.toEqual(new Forbidden('not-allowed'))
})

test('a library stands once in the list of a country, however often it is sent', async () => {
  const luxor = { ...contact, name: 'Luxor Library' }
  const sent = await Promise.allSettled([
    addContact(app, salma, 'EG', luxor),
    addContact(app, salma, 'EG', luxor),
  ])
  const id = await addContact(app, salma, 'EG', { ...contact, name: 'Aswan Library' })
  const again = await asSalma.send(`/office/countries/EG/contacts/${id}`, {
    ...{
      name: 'luxor library',
      kind: 'public',
      standing: 'planned',
      contactedOn: '',
      notes: '',
      revision: '1',
    },
  })

  expect(sent.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('One of this name is on the list already.')
  expect(await addContact(app, coordinator, 'PL', luxor)).toMatch(/^[0-9a-f-]{36}$/)
})

test('two who write at once do not overwrite each other', async () => {
  const id = await addContact(app, salma, 'EG', contact)
  await changeContact(app, salma, 'EG', { ...contact, id, revision: 1, notes: 'Mine' })
  const late = changeContact(app, coordinator, 'EG', { ...contact, id, revision: 1, notes: 'Late' })
  await expect(late).rejects.toEqual(new Conflict('changed-meanwhile'))

  await writeNote(app, salma, 'EG', { body: 'Exams in June.', revision: 0 })
  const again = await asCoordinator.send('/office/countries/EG/notes', {
    body: 'Holidays in May.',
    revision: '0',
  })
  const page = await again.text()

  expect(again.status).toBe(422)
  expect(page).toContain('Holidays in May.')
  expect(page).toContain('Exams in June.')
  expect(page).toContain('name="revision" value="1"')
})

test('the report says what was done and what came of it, on a page and in a file', async () => {
  const page = await asSalma.read('/office/countries/EG/report')
  const file = await asSalma.ask('/office/countries/EG/report.pdf')
  const bytes = Buffer.from(await file.arrayBuffer())

  expect(page).toContain('Egypt: activity report, Round 2016A')
  expect(page).toContain('Delta Library')
  expect(page).not.toMatch(/Hidden/)
  expect(file.headers.get('Content-Type')).toBe('application/pdf')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1')).toContain('pdfuaid')
})
