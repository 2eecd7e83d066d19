import type { Context } from 'hono'
import { dayIn } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import { formats } from '../../../platform/formats.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
  type Typed,
} from '../../../platform/forms.ts'
import { brokenJournalRow } from '../../../platform/journal.ts'
import { deadAddress } from '../../../platform/mail/index.ts'
import { allow, NotFound, refusalOf } from '../../../platform/refusals.ts'
import { changePersonAddress } from '../actions/change-address.ts'
import { createPerson, disablePerson, enablePerson, removeSecondFactor } from '../actions/persons.ts'
import { endGrant, grantRole } from '../actions/roles.ts'
import { requireSecondFactor } from '../actions/settings.ts'
import { roles } from '../actor.ts'
import type { NamedThing } from '../contributions.ts'
import type { Grant } from '../grant.ts'
import { JournalPage } from '../pages/journal.tsx'
import { NewPersonPage, PeoplePage, PeopleSettingsPage } from '../pages/people.tsx'
import { OnePersonPage } from '../pages/person.tsx'
import { EndGrantPage, PersonAddressPage, SurePage } from '../pages/person-acts.tsx'
import { peopleSettingsPath, personPath, secondFactorPath } from '../paths.ts'
import {
  mayChangeAddress,
  mayChangeSettings,
  mayGrantRoles,
  mayReadJournal,
  mayRemoveSecondFactor,
  maySeePeople,
} from '../policy.ts'
import { idsIn, type JournalEntry, journalChoices, journalEntries } from '../queries/journal.ts'
import { type PeopleFilter, peopleFor, personById } from '../queries/people.ts'
import { countSecondFactors, settingIsOn } from '../queries/settings.ts'
import { type Env, router } from '../router.ts'
import { emailForm, endGrantForm, grantForm, newPersonForm, settingsForm } from '../schema.ts'
import { words } from '../words.ts'
import { beside } from './beside.ts'

export const office = router()

office.get('/people', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeePeople(actor))
  const filter = filterOf(c)
  const today = dayIn(app.now())
  const found = await peopleFor(app.db, actor, filter, today)
  return c.html(<PeoplePage frame={frame} actor={actor} filter={filter} today={today} {...found} />)
})

office.get('/people/new', (c) => {
  const { actor, frame, network } = c.var
  allow(mayGrantRoles(actor))
  return c.html(<NewPersonPage frame={frame} form={freshForm({ locale: network.locales[0] })} />)
})

office.post('/people/new', async (c) => {
  const { app, actor, frame } = c.var
  const again = (typed: Typed, errors: Record<string, string>) =>
    c.html(<NewPersonPage frame={frame} form={returnedForm(typed, errors)} />, 422)
  const form = await readForm(c, newPersonForm)
  if (!form.ok) return again(form.typed, form.errors)
  const id = await createPerson(app, actor, form.value).catch(beside('person-exists'))
  if (!id) return again(form.typed, { email: 'email-taken' })
  return redirectWith(c, personPath(id), words(actor.locale)('people.new.done', { name: form.value.name }))
})

office.get('/people/settings', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayChangeSettings(actor))
  const isRequired = await settingIsOn(app.db, 'require-second-factor')
  const count = await countSecondFactors(app.db, dayIn(app.now()))
  return c.html(<PeopleSettingsPage frame={frame} isRequired={isRequired} count={count} />)
})

office.post('/people/settings', async (c) => {
  const { app, actor } = c.var
  const t = words(actor.locale)
  const form = await readForm(c, settingsForm)
  if (!form.ok) return c.redirect(peopleSettingsPath, 303)
  const isRequired = form.value.requireSecondFactor === 'yes'
  const refused = await refusalOf(requireSecondFactor(app, actor, isRequired), ['own-second-factor-first'])
  if (refused) return redirectWith(c, secondFactorPath, t('refusal.own-second-factor-first'), 'warning')
  return redirectWith(c, peopleSettingsPath, t(isRequired ? 'settings.factor.on' : 'settings.factor.off'))
})

office.get('/people/:id', (c) => personPage(c, freshForm()))

office.post('/people/:id/grant', async (c) => {
  const { app, actor } = c.var
  const id = c.req.param('id')
  allow(mayGrantRoles(actor))
  const form = await readForm(c, grantForm)
  if (!form.ok) return personPage(c, returnedForm(form.typed, form.errors))
  const done = await grantRole(app, actor, id, form.value).catch(beside('already-granted'))
  if (!done) return personPage(c, returnedForm(form.typed, { role: 'already-granted' }))
  return redirectWith(c, personPath(id), saidOfGrant(c, id, form.value))
})

/** Who gives themselves a role is told of it by nobody else, and nobody of one that is over. */
function saidOfGrant(c: Context<Env>, id: string, { startsOn, endsOn }: Omit<Grant, 'id'>): string {
  const { app, actor } = c.var
  const today = dayIn(app.now())
  const t = words(actor.locale)
  const say = formats(actor.locale, 'UTC')
  const from = say.shortDay(startsOn)
  if (endsOn !== null && endsOn < today) return t('grant.over', { until: say.shortDay(endsOn) })
  if (id === actor.id) return t('grant.own', { from })
  return startsOn > today ? t('grant.later', { from }) : t('grant.done')
}

office.get('/people/:id/grants/:grant/end', (c) => endGrantPage(c, freshForm()))

office.post('/people/:id/grants/:grant/end', async (c) => {
  const { app, actor } = c.var
  allow(mayGrantRoles(actor))
  const form = await readForm(c, endGrantForm)
  if (!form.ok) return endGrantPage(c, returnedForm(form.typed, form.errors))
  await endGrant(app, actor, c.req.param('grant'), form.value.endsOn)
  return redirectWith(c, personPath(c.req.param('id')), words(actor.locale)('end.done'))
})

office.get('/people/:id/disable', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayGrantRoles(actor))
  const person = await personById(app.db, actor, c.req.param('id'))
  return c.html(<SurePage frame={frame} person={person} what="disable" />)
})

office.post('/people/:id/disable', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await disablePerson(app, actor, c.req.param('id'))
  return redirectWith(c, personPath(c.req.param('id')), words(actor.locale)('sure.disable.done'))
})

office.post('/people/:id/enable', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await enablePerson(app, actor, c.req.param('id'))
  return redirectWith(c, personPath(c.req.param('id')), words(actor.locale)('person.enabled'))
})

office.get('/people/:id/address', (c) => addressPage(c, freshForm()))

office.post('/people/:id/address', async (c) => {
  const { app, actor } = c.var
  const id = c.req.param('id')
  allow(mayChangeAddress(actor, id))
  const form = await readForm(c, emailForm)
  if (!form.ok) return addressPage(c, returnedForm(form.typed, form.errors))
  const { email } = form.value
  const error = await refusalOf(changePersonAddress(app, actor, id, email), ['same-address', 'email-taken'])
  if (error) return addressPage(c, returnedForm(form.typed, { email: error }))
  return redirectWith(c, personPath(id), words(actor.locale)('address.done', { email }))
})

office.get('/people/:id/remove-second-factor', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayRemoveSecondFactor(actor, c.req.param('id')))
  const person = await personById(app.db, actor, c.req.param('id'))
  return c.html(<SurePage frame={frame} person={person} what="remove-factor" />)
})

office.post('/people/:id/remove-second-factor', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await removeSecondFactor(app, actor, c.req.param('id'))
  return redirectWith(c, personPath(c.req.param('id')), words(actor.locale)('sure.remove-factor.done'))
})

office.get('/journal', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayReadJournal(actor))
  const { act = '', by = '', before, check } = c.req.query()
  const filter = { act, by, before: /^\d{1,15}$/.test(before ?? '') ? Number(before) : null }
  const entries = await journalEntries(app.db, filter)
  const choices = await journalChoices(app.db)
  const told = await toldBy(c.var, entries)
  const checked = check ? { broken: await brokenJournalRow(app.db) } : null
  return c.html(
    <JournalPage
      frame={frame}
      actor={actor}
      filter={filter}
      entries={entries}
      {...told}
      choices={choices}
      check={checked}
    />,
  )
})

/** What the features know of some entries: what the ids in them stand for, and what changed. */
async function toldBy({ app, actor, features }: Env['Variables'], entries: readonly JournalEntry[]) {
  const ids = idsIn(entries)
  const campaigns = Object.assign({}, ...features.map(({ campaignKinds }) => campaignKinds))
  const reader = {
    actor,
    locale: actor.locale,
    zone: actor.zone,
    now: app.now(),
    campaign: (kind: string): string | undefined => campaigns[kind]?.(actor.locale),
  }
  const found = await Promise.all(
    ids.length === 0 ? [] : features.map(({ named }) => named?.(app.db, ids, reader) ?? []),
  )
  const changed = await Promise.all(
    features.map(async (one) => [...((await one.changed?.(app.db, entries, reader)) ?? [])]),
  )
  return {
    named: new Map<string, NamedThing>(found.flat().map((one) => [one.id, one])),
    changed: new Map(changed.flat()),
  }
}

/** A person as the office sees them, with the form of a new role as it is or as it came back. */
async function personPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(maySeePeople(actor))
  const person = await personById(app.db, actor, c.req.param('id') ?? '')
  const dead = await deadAddress(app.db, person.email)
  const today = dayIn(app.now())
  const values = { startsOn: today, ...form.values }
  return c.html(
    <OnePersonPage {...{ frame, actor, person, dead, today }} form={{ ...form, values }} />,
    statusOf(form),
  )
}

async function addressPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const id = c.req.param('id') ?? ''
  allow(mayChangeAddress(actor, id))
  const person = await personById(app.db, actor, id)
  return c.html(<PersonAddressPage {...{ frame, person, form }} />, statusOf(form))
}

async function endGrantPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(mayGrantRoles(actor))
  const person = await personById(app.db, actor, c.req.param('id') ?? '')
  const grant = person.grants.find(({ id }) => id === c.req.param('grant'))
  if (!grant) throw new NotFound('no-such-grant')
  const values = { endsOn: dayIn(app.now()), ...form.values }
  return c.html(<EndGrantPage {...{ frame, person, grant }} form={{ ...form, values }} />, statusOf(form))
}

function filterOf(c: Context<Env>): PeopleFilter {
  const { text = '', role = '', page = '1' } = c.req.query()
  const known = [...roles, 'any'] as const
  return {
    text: text.trim().slice(0, 200),
    role: known.find((one) => one === role) ?? '',
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}
