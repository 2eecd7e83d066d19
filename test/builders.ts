import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Tables } from '../src/db/index.ts'
import type { Actor, Role } from '../src/features/people/index.ts'
import type { Round } from '../src/features/rounds/index.ts'
import type { App } from '../src/platform/app.ts'
import { type Network, networkFrom, unset } from '../src/platform/network/index.ts'
import { inEach, type Locale } from '../src/platform/words.ts'

/** A person, with a role of the office if one is given. What a test does not care about is filled in. */
export async function aPerson(
  app: App,
  wish: { name?: string; email?: string; role?: Role; country?: string; locale?: Locale; zone?: string } = {},
): Promise<Actor & { id: string; email: string }> {
  const name = wish.name ?? 'Ada Okafor'
  const email =
    wish.email ??
    `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 6)}@library.example`
  const locale = wish.locale ?? 'en'
  const zone = wish.zone ?? 'UTC'
  const [givenName = name, ...rest] = name.split(' ')
  const { id } = await app.db
    .insertInto('person')
    .values({
      name,
      givenName,
      familyName: rest.join(' '),
      email,
      emailKey: email.toLowerCase(),
      locale,
      zone,
      createdAt: app.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (wish.role) {
    await app.db
      .insertInto('roleGrant')
      .values({
        personId: id,
        role: wish.role,
        country: wish.country ?? null,
        startsOn: '2013-01-01',
        createdAt: app.now(),
      })
      .execute()
  }
  return {
    id,
    name,
    email,
    locale,
    zone,
    roles: rolesOf(wish.role),
    countries: new Set(wish.country ? [wish.country] : []),
  }
}

const rolesOf = (role: Role | undefined): Set<Role> =>
  new Set(role === 'director' ? ['director', 'coordinator', 'editor'] : role ? [role] : [])

/** A network of that name, in all of our languages. */
export const aNetwork = (
  name = 'International Librarians Network',
  origin = 'https://iln.example',
): Network => {
  const texts = { name, shortName: '', tagline: '', signature: '' }
  return networkFrom({ ...unset, texts: inEach(() => texts) }, origin)
}

/** A round: 2016A, announced, applications closed on 15 February, mentoring from 29 February to 19 June 2016. */
export async function aRound(app: App, wish: Partial<Omit<Round, 'id' | 'releasedAt'>> = {}): Promise<Round> {
  const round = await app.db
    .insertInto('round')
    .values({
      code: '2016A',
      applyFrom: new Date('2016-01-11T00:00:00Z'),
      applyUntil: new Date('2016-02-16T12:00:00Z'),
      startsOn: '2016-02-29',
      endsOn: '2016-06-19',
      zone: 'UTC',
      announcedAt: new Date('2016-01-10T00:00:00Z'),
      createdAt: app.now(),
      ...wish,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...round, releasedAt: null }
}

/** What a test says about an application; the rest is filled in. */
export type ApplicationWish = Partial<Omit<Insertable<Tables['application']>, 'roundId' | 'personId'>> & {
  name?: string
  locale?: Locale
}

/** An accepted application of a person of its own: a public librarian in South Africa who is easy to please. */
export async function anApplication(app: App, round: Pick<Round, 'id'>, wish: ApplicationWish = {}) {
  const { name = 'Ada Okafor', locale, ...answers } = wish
  const person = await aPerson(app, { name, locale, email: answers.email })
  const [givenName = name, ...rest] = name.split(' ')
  const { id } = await app.db
    .insertInto('application')
    .values({
      roundId: round.id,
      personId: person.id,
      submittedAt: app.now(),
      email: person.email,
      givenName,
      familyName: rest.join(' '),
      country: 'ZA',
      countryWritten: 'South Africa',
      zone: 'Africa/Johannesburg',
      workplace: 'City Library',
      jobTitle: 'Librarian',
      sector: 'public',
      stage: 'early',
      interests: ['reading-literature', 'children-young-people'],
      languages: ['en'],
      acceptsCode: true,
      sharesEmail: true,
      acceptedAt: app.now(),
      ...answers,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, person }
}
