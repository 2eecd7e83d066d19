import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { unsubscribeLink } from '../../../platform/mail/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const ada = await aPerson(app, { name: 'Ada Okafor' })
const sol = await aPerson(app, { name: 'Sol Reyes' })
const link = unsubscribeLink(app, ada.id, 'topics')

const stops = () => app.db.selectFrom('mailStop').select(['personId', 'list', 'stoppedAt']).execute()
const left = [{ personId: ada.id, list: 'topics', stoppedAt: new Date('2016-02-20T12:00:00Z') }]

/** What a mail program sends by itself: from elsewhere, without cookies. */
const oneClick = (address: string) =>
  site.request(address, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' },
  })

beforeEach(() => app.db.deleteFrom('mailStop').execute())

test('looking at the link changes nothing, however often a scanner does it', async () => {
  const pages = await Promise.all([
    site.request(link),
    site.request(link),
    site.request(link, { method: 'HEAD' }),
  ])

  expect(pages.map((page) => page.status)).toEqual([200, 200, 200])
  expect(await pages[0]?.text()).toContain('Nothing changes until you press the button.')
  expect(pages[0]?.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(await stops()).toEqual([])
})

test('a mail program takes its reader off the list at once, and a second time changes nothing', async () => {
  const first = await oneClick(link)
  app.at('2016-02-21T12:00:00Z')
  const second = await oneClick(link)
  app.at('2016-02-20T12:00:00Z')

  expect([first.status, second.status]).toEqual([200, 200])
  expect(await first.text()).toContain('You will get no more of these emails')
  expect(await stops()).toEqual(left)
})

test('who pressed the button by mistake comes back with another', async () => {
  await oneClick(link)
  const seen = await (await site.request(link)).text()

  const back = await oneClick(`${link}/rejoin`)

  expect(seen).toContain('Send them to me again')
  expect(await back.text()).toContain('You will get these emails again')
  expect(await stops()).toEqual([])
})

test('a link that was cut off or made up is not taken, and says what to do', async () => {
  await oneClick(unsubscribeLink(app, sol.id, 'topics'))
  const forged = link.replace(/[\w-]{22}(?=\.topics)/, 'AAAAAAAAAAAAAAAAAAAAAA')

  const answers = await Promise.all([oneClick(link.slice(0, -3)), oneClick(forged), site.request(`${link}x`)])

  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404])
  expect(await answers[0]?.text()).toContain('This link to stop emails is not complete.')
  expect((await stops()).map(({ personId }) => personId)).toEqual([sol.id])
})

test('the link of a person who is no longer here is answered kindly', async () => {
  const gone = await aPerson(app)
  const theirs = unsubscribeLink(app, gone.id, 'topics')
  await app.db.deleteFrom('person').where('id', '=', gone.id).execute()

  const answer = await oneClick(theirs)

  expect(answer.status).toBe(200)
  expect(await stops()).toEqual([])
})
