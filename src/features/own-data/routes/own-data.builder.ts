import { inflateRawSync } from 'node:zlib'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

/** The files of a ZIP of ours, by name. */
export function unzip(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {}
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, path] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const begin = at + 30 + path
    files[zip.toString('utf8', at + 30, begin)] = inflateRawSync(
      zip.subarray(begin, begin + packed),
    ).toString()
    at = begin + packed
  }
  return files
}

/** A site with a round and its director, the ways to ask it, and people who applied. */
export async function ownDataWorld() {
  const app = await testApp()
  const site = createSite(app, await buildAssets())
  const own = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
  const round = await aRound(app)
  await aPerson(app, { role: 'director', name: 'Ruth Bader' })

  const look = async (path: string, headers: Record<string, string> = own) => {
    const answer = await site.request(path, { headers })
    return { status: answer.status, text: await answer.text() }
  }
  const post = async (
    path: string,
    headers: Record<string, string> = own,
    fields: Record<string, string> = {},
  ) => {
    const answer = await site.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
    return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
  }
  const mailTo = (email: string) =>
    app.db
      .selectFrom('outbox')
      .where('toAddress', '=', email)
      .select(['kind', 'text'])
      .orderBy('createdAt', 'desc')
      .executeTakeFirstOrThrow()
  const stateOf = (personId: string) =>
    app.db
      .selectFrom('person')
      .where('id', '=', personId)
      .select(['name', 'disabledAt', 'erasedAt'])
      .executeTakeFirst()

  /** Someone who applied, signed in. */
  async function anApplicant(name: string, wish = {}) {
    const { id, person } = await anApplication(app, round, { name, about: 'I read', ...wish })
    return { id, person, headers: await signedIn(app, person) }
  }

  return { app, site, round, look, post, mailTo, stateOf, anApplicant }
}
