import { expect, test } from 'vitest'
import { all } from '../src/features/all.ts'
import { router } from '../src/features/people/index.ts'
import { buildAssets } from '../src/web/assets.ts'
import { createSite } from '../src/web/site.tsx'
import { aPerson } from './builders.ts'
import { someId, testApp } from './harness.ts'
import { signedIn } from './signed-in.ts'

const app = await testApp()
const assets = await buildAssets()
const director = await aPerson(app, { role: 'director' })
const member = await signedIn(app, await aPerson(app))
type Site = ReturnType<typeof createSite>
const visitor = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }

/** Each registered address with something in the place of its names; middleware answers at no address of its own. */
const doorsOf = (site: Site) =>
  new Set(
    site.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/office'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?\??/g, placeOf)}`),
  )

function placeOf(_all: string, name: string): string {
  return name === 'code' ? '2016A' : someId()
}

/** Doors of the office that do anything else than ask a visitor to sign in and turn a plain member away. */
async function openDoors(site: Site): Promise<string[]> {
  const open: string[] = []
  for (const door of doorsOf(site)) {
    const [method = '', path = ''] = door.split(' ')
    const asVisitor = await site.request(path, { method, headers: visitor })
    const asMember = await site.request(path, { method, headers: member })
    const asksToSignIn = asVisitor.status === 303 && asVisitor.headers.get('Location')?.startsWith('/sign-in')
    if (!asksToSignIn || asMember.status !== 403) open.push(door)
  }
  return open
}

test('every door of the office asks a visitor to sign in and turns a plain member away', async () => {
  const site = createSite(app, assets)

  expect(doorsOf(site).size).toBeGreaterThan(20)
  expect(await openDoors(site)).toEqual([])
})

test('a door of the office that was mounted before the gate is noticed', async () => {
  const planted = router()
  planted.get('/office/planted', (c) => c.text('come in'))
  const site = createSite(app, assets, [{ name: 'planted', routes: planted }, ...all])

  expect(await openDoors(site)).toEqual(['GET /office/planted'])
})

/** What a feature says of its doors: those that ask again who is asking. */
const asking = all.flatMap(({ abilities = [] }) => abilities.flatMap(({ asksAgain = [] }) => asksAgain))

test('each door that asks again is there, and asks whoever may pass it once five minutes have gone by', async () => {
  const site = createSite(app, assets)
  const registered = new Set(site.routes.map(({ method, path }) => `${method} ${path}`))
  const headers = await signedIn(app, director)
  const open = async (door: string) => {
    const [method = '', path = ''] = door.replaceAll(/:(\w+)/g, placeOf).split(' ')
    const body = method === 'POST' ? new URLSearchParams() : undefined
    const answer = await site.request(path, { method, headers, body })
    return (answer.headers.get('Location') ?? '').startsWith('/me/confirm')
  }

  const fresh = []
  for (const door of asking) fresh.push(await open(door))
  app.at('2016-02-20T12:05:01Z')
  const later = []
  for (const door of asking) later.push(await open(door))

  expect(asking.length).toBeGreaterThan(8)
  expect(asking.filter((door) => !registered.has(door))).toEqual([])
  expect([fresh, later]).toEqual([asking.map(() => false), asking.map(() => true)])
})

/** Numbers of scenarios, with nobody in them. */
const withoutPeople = [
  'GET /office/rounds/:code/matching/lab/compare.csv',
  'GET /impact/rounds.csv',
  'GET /impact/countries.csv',
  'GET /office/rounds/:code/report/report.csv',
]

test('every door to a file with people in it asks again', () => {
  const site = createSite(app, assets)
  const files = site.routes.filter(({ method, path }) => method === 'GET' && /\.csv$/.test(path))

  const doors = files.map(({ method, path }) => `${method} ${path}`)
  const known: readonly string[] = [...asking, ...withoutPeople]
  expect(doors.filter((door) => !known.includes(door))).toEqual([])
})
