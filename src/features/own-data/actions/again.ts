import { text } from 'node:stream/consumers'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import type { Place } from '../../../platform/backups/index.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import { knowPerson } from '../../people/index.ts'
import { keepingOf } from '../erasure.ts'
import { type WrittenErasure, writtenErasure } from '../schema.ts'
import { addressAgain } from './address-again.ts'
import { erasePerson } from './erasing.ts'

const folder = 'erasures/'

/** The file of one erasure, beside the backups. */
export const nameOf = (id: string) => `${folder}${id}.json`

/** Someone who was erased, as it was written down. */
export type Erased = WrittenErasure & { id: string }

/** Everyone who was erased, as it is written down beside the backups. */
export async function erasuresBeside(place: Pick<Place, 'get' | 'list'>): Promise<Erased[]> {
  const files = (await place.list(folder)).filter(({ name }) => name.endsWith('.json'))
  const all: Erased[] = []
  for (const { name } of files) {
    const id = name.slice(folder.length, -'.json'.length)
    all.push({ id, ...writtenErasure.parse(JSON.parse(await text(await place.get(name)))) })
  }
  return all
}

/**
 * Erases again whom a restored backup has brought back, before anyone sees it.
 *
 * @returns how many came back
 */
export async function eraseAgain(app: App, tx: Tx, all: readonly Erased[]): Promise<number> {
  let back = 0
  for (const { id, ...written } of all) {
    const erased = {
      ...{ ...written, keptApartAt: app.now() },
      addressHash: fromHex(written.addressHash),
      otherHashes: written.otherHashes.map(fromHex),
    }
    const keeps = keepingOf(erased.why)
    const isBack = await (keeps === null
      ? personAgain(app, tx, { id, ...erased })
      : addressAgain(app, tx, { id, ...erased }, keeps))
    if (isBack) back += 1
  }
  return back
}

/** @returns whether they were there */
async function personAgain(
  app: App,
  tx: Tx,
  { id, ...erased }: Known & { id: string; askedAt: Date; why: string; keptApartAt: Date },
): Promise<boolean> {
  await tx
    .deleteFrom('erasure')
    .where('personId', '=', erased.personId)
    .where('erasedAt', 'is', null)
    .execute()
  await tx
    .insertInto('erasure')
    .values({ id, ...erased })
    .onConflict((known) => known.column('id').doUpdateSet({ ...erased, tokenHash: null, takenBackAt: null }))
    .execute()
  const person = await tx
    .selectFrom('person')
    .where('id', '=', erased.personId)
    .where('erasedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  const personId = person?.id ?? (await unansweredAgain(app, tx, erased))
  if (personId) await erasePerson(app, tx, personId)
  return Boolean(personId)
}

type Known = { personId: string; erasedAt: Date; addressHash: Buffer; otherHashes: Buffer[] }

/**
 * Whoever had applied by the time of the backup and was not answered yet had no account then: they get one, to be erased
 * like any other. What came from the same address after it was erased is somebody who applied anew.
 */
async function unansweredAgain(app: App, tx: Tx, known: Known): Promise<string | undefined> {
  const hashes = [known.addressHash, ...known.otherHashes]
  const waiting = await tx
    .selectFrom('application')
    .where('application.personId', 'is', null)
    .where('email', '<>', '')
    .where('submittedAt', '<=', known.erasedAt)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('person').where('person.id', '=', known.personId).select('id'))),
    )
    .select(['email', 'name', 'locale'])
    .execute()
  const theirs = waiting.find(({ email }) => {
    const hash = addressHash(app, email)
    return hashes.some((one) => one.equals(hash))
  })
  return theirs && knowPerson(tx, app.now(), { ...theirs, name: theirs.name || theirs.email })
}

const fromHex = (hash: string) => Buffer.from(hash, 'hex')
