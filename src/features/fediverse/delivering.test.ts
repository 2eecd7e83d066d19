import { expect, test } from 'vitest'
import { aChannel } from '../../../test/fediverse/channel.ts'
import { deliverDue } from './actions/delivering.ts'
import { overview } from './queries/office.ts'

const { app, glammr, editor, minute, followers, aHeardPost } = await aChannel()
const post = await aHeardPost()

test('a server that is slow has two deliveries in hand, and the others go on', async () => {
  const [slow, others] = [12, 10].map((count) => Array.from({ length: count }, (_, at) => at))
  const { id: channelId } = await app.db
    .selectFrom('fediverseChannel')
    .where('kind', '=', 'blog')
    .select('id')
    .executeTakeFirstOrThrow()
  const sending = await app.db
    .insertInto('fediverseSending')
    .values({ once: 'to many', channelId, body: '{}', madeAt: app.now() })
    .returning(['id as sendingId', 'number'])
    .executeTakeFirstOrThrow()
  const inboxes = [
    ...(slow ?? []).map((at) => ({ host: 'slow.example', inbox: `https://slow.example/${at}` })),
    ...(others ?? []).map((at) => ({
      host: `other${at}.example`,
      inbox: `https://other${at}.example/inbox`,
    })),
  ]
  const hosts = [...new Set(inboxes.map(({ host }) => host))]
  await app.db
    .insertInto('fediverseServer')
    .values(hosts.map((host) => ({ host })))
    .execute()
  await app.db
    .insertInto('fediverseDelivery')
    .values(inboxes.map((inbox) => ({ ...sending, ...inbox, nextTryAt: app.now() })))
    .execute()
  const busy = { now: 0, most: 0, others: 0 }
  const ended = Promise.withResolvers<void>()
  const answered = { status: 202, headers: {}, text: '' }

  const arrived = await deliverDue(app, async ({ address }) => {
    const isSlow = address.startsWith('https://slow.example/')
    busy.now += isSlow ? 1 : 0
    busy.others += isSlow ? 0 : 1
    busy.most = Math.max(busy.most, busy.now)
    if (busy.others === others?.length || busy.most > 2) ended.resolve()
    if (isSlow) await ended.promise
    busy.now -= isSlow ? 1 : 0
    return answered
  })

  expect([arrived, busy.most]).toEqual([22, 2])
})

test('a server that is away is tried again in its turn, and forgotten after weeks in which it was tried', async () => {
  glammr.answer('nothing')
  app.at('2016-03-02T08:00:00Z')
  await app.db
    .updateTable('post')
    .set({ title: 'Chairs', updatedAt: app.now() })
    .where('id', '=', post)
    .execute()
  await minute()
  await app.db
    .updateTable('post')
    .set({ title: 'Tables', updatedAt: new Date('2016-03-02T08:00:01Z') })
    .where('id', '=', post)
    .execute()
  app.at('2016-03-02T08:00:02Z')
  await minute()

  const away = await overview(app.db, editor, app.now())
  expect(away).toMatchObject({ waiting: 2, failing: [{ host: 'glammr.example', waiting: 2 }] })
  glammr.answer(202)
  expect(await minute()).toEqual([])
  app.at('2016-03-02T08:02:00Z')
  const got = await minute()
  expect(got.map(({ object }) => JSON.stringify(object).match(/Chairs|Tables/)?.[0])).toEqual([
    'Chairs',
    'Tables',
  ])
  expect((await overview(app.db, editor, app.now())).failing).toEqual([])

  glammr.answer('nothing')
  const fails = async (day: string) => {
    app.at(`${day}T08:00:00Z`)
    await app.db
      .updateTable('post')
      .set({ title: `On ${day}`, updatedAt: app.now() })
      .where('id', '=', post)
      .execute()
    await minute()
  }
  for (const day of ['2016-03-03', '2016-04-02']) await fails(day)
  // In the silence between them it may have been there.
  expect(await followers()).toBe(1)
  for (const day of ['2016-04-10', '2016-04-20', '2016-04-30']) await fails(day)
  expect(await followers()).toBe(0)
})
