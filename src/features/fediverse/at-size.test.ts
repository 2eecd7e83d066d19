import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { counting, testApp } from '../../../test/harness.ts'
import type { Ask } from '../../platform/post-outside.ts'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { terminal } from '../people/index.ts'
import { turnOn } from './actions/channels.ts'
import { deliverDue } from './actions/delivering.ts'
import { tellFollowers } from './actions/telling.ts'

const app = await testApp('2016-03-01T12:00:00Z')
await turnOn(app, terminal, 'blog')
app.at('2016-03-01T12:10:00Z')

/** Ten accounts on each of so many servers more; one of three has no inbox for all. */
const follow = (servers: number) =>
  sql`
    with server as (
      insert into fediverse_server (host)
      select 's' || n || '.example' from generate_series(1, ${servers}::int) n on conflict do nothing returning host),
    account as (
      insert into fediverse_account
        (address, host, handle, name, profile, inbox, shared_inbox, key_address, public_key, fetched_at)
      select at, host, '@a' || n || '@' || host, 'Reader', at, at || '/inbox',
             case when substring(host from '[0-9]+')::int % 3 > 0 then 'https://' || host || '/inbox' end, at || '#key', '', now()
        from server, generate_series(1, 10) n, lateral (select 'https://' || host || '/users/' || n as at) own
      returning id, address)
    insert into fediverse_follower (channel_id, account_id, follow_address, followed_at)
    select channel.id, account.id, account.address || '/follow', now()
      from account, fediverse_channel channel where channel.kind = 'blog'`.execute(app.db)

const deliveries = async (state: string) =>
  Number(
    (
      await app.db
        .selectFrom('fediverseDelivery')
        .where('state', '=', state)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

const taken = { status: 202, headers: {}, text: '' }

test('what a worker has in hand as it dies goes out once more, is counted once, and the rest goes by the set', async () => {
  await follow(30)
  await aPublishedPost(app, { slug: 'first', publishAt: app.now(), updatedAt: app.now() })
  await tellFollowers(app)
  const came = new Map<string, number>()
  const dying = { asked: 0, ...Promise.withResolvers<void>() }
  const takes: Ask = async ({ address }) => {
    came.set(address, (came.get(address) ?? 0) + 1)
    return taken
  }
  // Its servers take all that it sends, and it does not live to hear of the last eight.
  const dead = deliverDue(app, async (asked) => {
    dying.asked += 1
    const isLast = dying.asked > 40
    await takes(asked)
    if (dying.asked === 48) dying.resolve()
    return isLast ? new Promise(() => {}) : taken
  })
  await Promise.race([dying.promise, dead])
  const sent = await deliveries('sent')
  const { count, counted } = counting(app.db)

  const meanwhile = await deliverDue({ ...app, db: counted }, takes)
  await sql`update fediverse_delivery set leased_until = clock_timestamp() - interval '1 second'
             where leased_until is not null`.execute(app.db)
  const later = await deliverDue({ ...app, db: counted }, takes)

  const twice = [...came.values()].filter((times) => times > 1).length
  expect([sent + meanwhile + later, came.size]).toEqual([120, 120])
  expect([await deliveries('sent'), await deliveries('waiting')]).toEqual([120, 0])
  // What it had in hand, and what it had not noted yet.
  expect([twice, twice >= 8 && twice <= 31]).toEqual([48 - sent, true])
  expect(count.asked).toBeLessThan(meanwhile + later)
})
