import { connect, type Db } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { checkBackup, loadBackup, type Source } from '../../../platform/backups/index.ts'
import { unset } from '../../../platform/network/index.ts'
import { Refusal, Unacceptable } from '../../../platform/refusals.ts'
import { makeLink, useLink } from '../../../platform/sign-in/index.ts'
import { actorOf } from '../../people/index.ts'
import { tablesLeftOut } from '../queries/left-out.ts'
import { checkIndexes, requireSound } from '../queries/soundness.ts'

/** What came of trying a backup. */
export type Trial = {
  /** The code of what is wrong, with the values for its words; null when all is well. */
  problem: string | null
  detail: Record<string, unknown>
}

/**
 * Restores a backup into a database of its own and asks it questions: are all rows there, do they fit together, do the
 * indexes find them, can someone sign in? Nothing of it stays.
 */
export async function tryBackup(app: App, source: Source): Promise<Trial> {
  try {
    const contents = await checkBackup(source)
    const indexes = await app.scratch(async (url) => {
      await loadBackup(url, source, contents, { leftOut: tablesLeftOut })
      return question(app, url)
    })
    const { parts } = contents.manifest
    const rows = parts.reduce((sum, part) => sum + part.rows, 0)
    return { problem: null, detail: { tables: parts.length, rows, indexes } }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.code, detail: error.args }
    throw error
  }
}

/** @returns how many indexes were looked at */
async function question(app: App, url: string): Promise<number> {
  const db = connect(url, { connections: 2, statementTimeoutMs: 0 })
  try {
    return await askQuestions({ ...app, db })
  } finally {
    await db.destroy()
  }
}

/**
 * Are all rows there and do they fit together, can someone sign in, do the indexes find every row?
 *
 * @param app over a copy: signing in leaves traces
 * @returns how many indexes were looked at
 */
export async function askQuestions(app: App): Promise<number> {
  await requireSound(app.db)
  await signIn(app)
  return checkIndexes(app.db)
}

/** Someone of the office signs in there, if there is anyone. @throws Unacceptable `backup-sign-in-fails` */
async function signIn(app: App): Promise<void> {
  const person = await someoneOf(app.db)
  if (!person) return
  const { cookies } = await useLink(app, await makeLink(app, person.id), new Headers())
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  const actor = await actorOf(app, new Headers({ cookie }), {
    offered: unset.locales,
    chosen: null,
    asked: 'en',
  })
  if (actor.id !== person.id) throw new Unacceptable('backup-sign-in-fails')
}

const someoneOf = (db: Db) =>
  db
    .selectFrom('person')
    .leftJoin('roleGrant', 'roleGrant.personId', 'person.id')
    .where('person.disabledAt', 'is', null)
    .select('person.id')
    .orderBy('roleGrant.role')
    .limit(1)
    .executeTakeFirst()

/** Tries one of our own backups and writes down what came of it. */
export async function verifyBackup(app: App, name: string, source: Source): Promise<Trial> {
  const since = performance.now()
  const trial = await tryBackup(app, source)
  await rememberTrial(app, name, { ...trial, tookMs: Math.round(performance.now() - since) })
  return trial
}

export async function rememberTrial(
  app: App,
  name: string,
  { tookMs, problem, detail }: Trial & { tookMs: number },
): Promise<void> {
  await app.db
    .insertInto('backupCheck')
    .values({
      backupName: name,
      checkedAt: app.now(),
      tookMs,
      problem,
      detail: JSON.stringify(detail),
    })
    .execute()
}
