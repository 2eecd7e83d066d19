import sharp from 'sharp'
import { aPerson } from '../../../test/builders.ts'
import type { App } from '../../platform/app.ts'
import type { Locale } from '../../platform/words.ts'
import { addPicture, type Credit } from '../media/index.ts'
import type { Actor } from '../people/index.ts'
import type { Round } from '../rounds/index.ts'
import { saveTopic } from './actions/write.ts'
import type { TopicDraft } from './topic.ts'

export const aCredit: Credit = {
  alt: 'Two desks',
  caption: 'Two desks, one letter.',
  author: 'Sol Ruiz',
  source: 'https://commons.wikimedia.org/wiki/File:Desk.jpg',
  licence: 'cc-by-sa-4.0',
}

/** The bytes of a picture as someone would upload it. */
export const anUpload = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: '#2c6b4a' } })
    .png()
    .toBuffer()

/** A picture that is kept, with all that must be said about it. */
export async function aPicture(app: App, editor: Actor): Promise<{ id: string } & Credit> {
  return { id: await addPicture(app, editor, await anUpload()), ...aCredit }
}

/** A topic of 2016A with nothing missing, still a draft. What a test does not care about is filled in. */
export async function aTopic(
  app: App,
  editor: Actor,
  wish: Partial<TopicDraft> & { number?: number; code?: string } = {},
) {
  const { number = 1, code = '2016A', ...change } = wish
  const draft: TopicDraft = {
    title: 'Getting to know you',
    lead: 'Welcome to the **round**.',
    questions: ['Where do you work?', 'What do you see from your desk?'],
    hashtag: '#welcometomydesk',
    summary: 'Say hello to your partner.',
    byline: 'Ada Okafor',
    picture: change.picture === undefined ? await aPicture(app, editor) : change.picture,
    ...change,
  }
  return saveTopic(app, editor, { code, number }, draft)
}

/** Two or three participants who mentor each other, or did. */
export async function aPairing(
  app: App,
  round: Round,
  people: ({ id: string; applicationId: string } | undefined)[],
  { endedAt = null }: { endedAt?: Date | null } = {},
) {
  const { id: pairingId } = await app.db
    .insertInto('pairing')
    .values({ roundId: round.id, reasons: JSON.stringify([]), confirmedAt: app.now(), dissolvedAt: endedAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  const members = people.flatMap((person) =>
    person
      ? [{ pairingId, roundId: round.id, applicationId: person.applicationId, personId: person.id, endedAt }]
      : [],
  )
  await app.db.insertInto('pairingMember').values(members).execute()
}

/** Someone who was accepted to a round. */
export async function aParticipant(app: App, round: Round, wish: { name?: string; locale?: Locale } = {}) {
  const person = await aPerson(app, wish)
  const { id: applicationId } = await app.db
    .insertInto('application')
    .values({
      roundId: round.id,
      personId: person.id,
      submittedAt: app.now(),
      email: person.email,
      givenName: person.name.split(' ')[0] ?? '',
      familyName: person.name.split(' ').slice(1).join(' '),
      country: 'NO',
      countryWritten: 'Norway',
      zone: 'Europe/Oslo',
      sector: 'public',
      stage: 'mid',
      languages: ['en'],
      acceptsCode: true,
      sharesEmail: true,
      acceptedAt: app.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...person, applicationId }
}
