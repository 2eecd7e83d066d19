/** The database as it was before the upgrade, set aside by PostgreSQL itself: whole, with sessions and second factors. */
import pg from 'pg'
import { besideIn, databaseIn, wayTo } from '../../db/index.ts'
import { NoDatabase } from '../no-database.ts'

const named = pg.escapeIdentifier

const beforeOf = (name: string) => `${name.slice(0, 50)}_before`
const failedOf = (name: string) => `${name.slice(0, 50)}_failed`

/** @throws NoDatabase while anyone else uses the database */
export const setAside = (url: string): Promise<void> =>
  beside(url, async (client, name) => {
    await drop(client, beforeOf(name))
    try {
      await client.query(
        `create database ${named(beforeOf(name))} template ${named(name)} strategy file_copy`,
      )
    } catch (error) {
      if ((error as { code?: string }).code !== '55006') throw error
      throw new NoDatabase(
        'The site is running, or someone else uses its database. Stop it, then start again.',
      )
    }
  })

/** Puts the one that was set aside in the place of the one that is there: both at once, or neither. */
export const goBack = (url: string): Promise<void> =>
  beside(url, async (client, name) => {
    const [before, failed] = [beforeOf(name), failedOf(name)]
    await drop(client, failed)
    await client.query('begin')
    await client.query(`alter database ${named(name)} rename to ${named(failed)}`)
    await client.query(`alter database ${named(before)} rename to ${named(name)}`)
    await client.query('commit')
    await drop(client, failed)
  })

/** What is set aside is of no more use. */
export const forgetAside = (url: string): Promise<void> =>
  beside(url, (client, name) => drop(client, beforeOf(name)))

const drop = async (client: pg.Client, name: string) =>
  void (await client.query(`drop database if exists ${named(name)} with (force)`))

/** A connection to the same server that does not use the database itself. */
async function beside(url: string, work: (client: pg.Client, name: string) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...wayTo(besideIn(url, 'postgres')), application_name: 'twinleaf-upgrade' })
  client.on('error', () => {})
  await client.connect()
  try {
    await work(client, databaseIn(url))
  } finally {
    await client.end()
  }
}
