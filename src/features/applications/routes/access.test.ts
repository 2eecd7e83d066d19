import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { tagOf } from '../../../platform/words.ts'
import { anOffice, base } from './office.builder.ts'

const { app, round, get } = await anOffice({ imported: true })

/** Every page but the list. */
async function pagesOfCoordinators(): Promise<string[]> {
  const { id } = await app.db
    .selectFrom('application')
    .select('id')
    .where('roundId', '=', round.id)
    .limit(1)
    .executeTakeFirstOrThrow()
  const parts = ['', '/obvious', '/duplicates', '/sectors', '/problems?kind=bad-address', '/log']
  const desk = parts.map((part) => `/applications/clean${part}`)
  return ['/applications/import', ...desk, '/cap', `/applications/${id}`]
}

test.each(['editor', 'ambassador'] as const)('an %s finds every door closed', async (role) => {
  const actor = await signedIn(
    app,
    await aPerson(app, { role, country: role === 'ambassador' ? 'ZA' : undefined }),
  )
  const statuses = await Promise.all(
    (await pagesOfCoordinators()).map(async (door) => (await get(base + door, actor)).status),
  )

  expect(new Set(statuses)).toEqual(new Set([403]))
  expect((await get(`${base}/applications`, actor)).status).toBe(403)
})

test.each(['en', 'ar', 'zh'] as const)('every page is there in %s', async (locale) => {
  const actor = await signedIn(app, await aPerson(app, { role: 'coordinator', locale }))
  const paths = ['/applications', ...(await pagesOfCoordinators())]

  const pages = await Promise.all(paths.map((path) => get(base + path, actor)))

  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect(pages.every(({ text }) => text.includes(`<html lang="${tagOf(locale)}"`))).toBe(true)
})
