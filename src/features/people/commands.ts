import type { App } from '../../platform/app.ts'
import type { Command } from '../../platform/commands.ts'
import { addDays, dayIn } from '../../platform/days.ts'
import { settingsIn } from '../../platform/network/index.ts'
import { NotFound, Unacceptable } from '../../platform/refusals.ts'
import { eachLocale } from '../../platform/words.ts'
import { createPerson, disablePerson, enablePerson, removeSecondFactor } from './actions/persons.ts'
import { endGrant, grantRole } from './actions/roles.ts'
import { requireSecondFactor } from './actions/settings.ts'
import { terminal } from './actor.ts'
import { type Grant, holds } from './grant.ts'
import { everyPerson, type PersonRow, personIdByEmail } from './queries/people.ts'
import { endGrantForm, grantForm, newPersonForm, parsed } from './schema.ts'

const roleOptions = {
  country: { help: 'for an ambassador: the country, for example BR', value: 'CODE' },
  from: { help: 'first day, YYYY-MM-DD; today by default', value: 'DAY' },
  until: { help: 'last day, YYYY-MM-DD; no end by default', value: 'DAY' },
}

const create: Command = {
  name: 'user create',
  summary: 'Add a person, who can then sign in by email. Give them a role with --role, which you can repeat.',
  options: {
    email: { help: 'their email address', value: 'ADDRESS', required: true },
    name: { help: 'their name, as others will see it', value: 'TEXT', required: true },
    role: { help: 'director, coordinator, editor or ambassador', value: 'ROLE', repeat: true },
    ...roleOptions,
    locale: {
      help: `language of our emails to them, ${eachLocale}; by default that of the network`,
      value: 'LANGUAGE',
    },
  },
  async run(app, { options, lists }) {
    const [first] = (await settingsIn(app.db)).locales
    const { email, name, locale = first } = options
    const wish = parsed(newPersonForm, { email, name, locale })
    const grants = (lists.role ?? []).map((role) => grantOf(app, role, options))
    const id = await createPerson(app, terminal, wish)
    for (const one of grants) await grantRole(app, terminal, id, one)
    const as = grants.length > 0 ? ` as ${grants.map(lineOf).join('; ')}` : ''
    return {
      text: `${wish.name} <${wish.email}> has been added${as}.`,
      json: { id, ...wish, roles: grants },
    }
  },
}

const grant: Command = {
  name: 'user grant',
  summary: 'Give someone a role in the office.',
  args: ['EMAIL', 'ROLE'],
  options: roleOptions,
  async run(app, { args: [email = '', role = ''], options }) {
    const personId = await personIdByEmail(app.db, email)
    const wish = grantOf(app, role, options)
    const id = await grantRole(app, terminal, personId, wish)
    return { text: `${email} is ${lineOf(wish)}.`, json: { id, personId, ...wish } }
  },
}

const revoke: Command = {
  name: 'user revoke',
  summary: 'End someone’s role: at once, or after its last day.',
  args: ['EMAIL', 'ROLE'],
  options: { until: { help: 'last day, YYYY-MM-DD; at once by default', value: 'DAY' } },
  async run(app, { args: [email = '', role = ''], options }) {
    const today = dayIn(app.now())
    const { endsOn } = parsed(endGrantForm, { endsOn: options.until ?? addDays(today, -1) })
    const personId = await personIdByEmail(app.db, email)
    const person = (await everyPerson(app.db)).find(({ id }) => id === personId)
    const held = (person?.grants ?? []).filter((one) => one.role === role && holds(one, today))
    if (held.length === 0) throw new NotFound('no-such-grant')
    for (const { id } of held) await endGrant(app, terminal, id, endsOn)
    return { text: `${email} is no longer ${role} after ${endsOn}.`, json: { personId, role, endsOn } }
  },
}

const list: Command = {
  name: 'user list',
  summary: 'List everyone with their current roles.',
  options: { 'with-role': { help: 'only people who have a role' } },
  async run(app, { switches }) {
    const today = dayIn(app.now())
    const people = (await everyPerson(app.db)).map((person) => replyOf(person, today))
    const shown = switches.has('with-role') ? people.filter(({ roles }) => roles.length > 0) : people
    const lines = shown.map(
      ({ name, email, roles, disabledAt }) =>
        `${name} <${email}>  ${disabledAt ? 'shut out' : roles.map(lineOf).join('; ') || 'member'}`,
    )
    return { text: lines.join('\n') || 'Nobody yet. Add someone with `twinleaf user create`.', json: shown }
  },
}

const disable: Command = {
  name: 'user disable',
  summary: 'Shut someone out: they cannot sign in, and their sessions end at once.',
  args: ['EMAIL'],
  async run(app, { args: [email = ''] }) {
    const id = await personIdByEmail(app.db, email)
    await disablePerson(app, terminal, id)
    return { text: `${email} is shut out.`, json: { id } }
  },
}

const enable: Command = {
  name: 'user enable',
  summary: 'Let someone who was shut out sign in again.',
  args: ['EMAIL'],
  async run(app, { args: [email = ''] }) {
    const id = await personIdByEmail(app.db, email)
    await enablePerson(app, terminal, id)
    return { text: `${email} can sign in again.`, json: { id } }
  },
}

const removeFactor: Command = {
  name: 'user remove-second-factor',
  summary:
    'Remove the second factor of someone who has lost it. First make sure that the request comes from them.',
  args: ['EMAIL'],
  async run(app, { args: [email = ''] }) {
    const id = await personIdByEmail(app.db, email)
    await removeSecondFactor(app, terminal, id)
    return {
      text: `${email} signs in with the link alone until they set up a new second factor.`,
      json: { id },
    }
  },
}

const requireFactor: Command = {
  name: 'user require-second-factor',
  summary: 'Require a second factor of everyone with a role: on or off.',
  args: ['STATE'],
  async run(app, { args: [state = ''] }) {
    if (state !== 'on' && state !== 'off') throw new Unacceptable('on-or-off')
    await requireSecondFactor(app, terminal, state === 'on')
    return {
      text: `The second factor is ${state === 'on' ? 'required' : 'optional'}.`,
      json: { required: state === 'on' },
    }
  },
}

export const commands: Command[] = [create, grant, revoke, list, disable, enable, removeFactor, requireFactor]

type RoleOptions = Record<string, string | undefined>

const grantOf = (app: App, role: string, options: RoleOptions): Omit<Grant, 'id'> =>
  parsed(grantForm, {
    role,
    country: role === 'ambassador' ? (options.country?.toUpperCase() ?? '') : '',
    startsOn: options.from ?? dayIn(app.now()),
    endsOn: options.until ?? '',
  })

const replyOf = ({ id, name, email, disabledAt, lastSeenAt, grants }: PersonRow, today: string) => ({
  id,
  name,
  email,
  disabledAt,
  lastSeenAt,
  roles: grants.filter((one) => holds(one, today)).map(({ id: _id, ...one }) => one),
})

const lineOf = ({ role, country, endsOn }: Omit<Grant, 'id'>) =>
  [role, country ? `for ${country}` : '', endsOn ? `until ${endsOn}` : ''].filter(Boolean).join(' ')
