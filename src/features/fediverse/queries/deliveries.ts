import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** A delivery that one worker has for itself, with what is sent and by whom. */
export type Leased = {
  id: string
  tries: number
  host: string
  inbox: string
  /** When it was first to be sent. */
  madeAt: Date
  body: string
  channelId: string
  handle: string
  /** Whether its server signs by RFC 9421 itself. */
  isNew: boolean
}

type Wish = {
  now: Date
  leaseMs: number
  atMost: number
  /** Of one server, with what other workers have in hand: one that is slow keeps no others waiting. */
  perHost: number
}

/**
 * Sets due deliveries aside for one worker: of each inbox the first that waits, so that nothing overtakes what was said before;
 * those whose worker has been silent for longer than its lease among them.
 */
export async function lease(db: Db, { now, leaseMs, atMost, perHost }: Wish): Promise<Leased[]> {
  const { rows } = await sql<Leased>`
    with in_hand as (
      select host, count(*) as count from fediverse_delivery
       where state = 'waiting' and leased_until >= clock_timestamp() group by host),
    turn as (
      select delivery.id, row_number() over (
          partition by delivery.host order by delivery.next_try_at, delivery.number)
          + coalesce(in_hand.count, 0) as place
        from fediverse_delivery delivery join fediverse_server server on server.host = delivery.host
             left join in_hand on in_hand.host = delivery.host
       where delivery.state = 'waiting' and delivery.next_try_at <= ${now}
         and (delivery.leased_until is null or delivery.leased_until < clock_timestamp())
         and (server.next_try_at is null or server.next_try_at <= ${now})
         and not exists (
           select from fediverse_delivery before
            where before.inbox = delivery.inbox and before.number < delivery.number and before.state = 'waiting')),
    due as (
      select delivery.id from fediverse_delivery delivery join turn on turn.id = delivery.id
       where turn.place <= ${perHost} and delivery.state = 'waiting'
         -- Looked at once more as it is locked: another worker may have taken it meanwhile.
         and (delivery.leased_until is null or delivery.leased_until < clock_timestamp())
       order by delivery.next_try_at, delivery.number
       limit ${atMost} for update of delivery skip locked)
    update fediverse_delivery delivery
       set leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond', tries = delivery.tries + 1
      from due, fediverse_sending sending, fediverse_channel channel, fediverse_server server
     where delivery.id = due.id and sending.id = delivery.sending_id and channel.id = sending.channel_id
       and server.host = delivery.host
    returning delivery.id, delivery.tries, delivery.host, delivery.inbox, sending.made_at as "madeAt",
      sending.body, channel.id as "channelId", channel.handle, server.signed_anew_at is not null as "isNew"`.execute(
    db,
  )
  return rows
}
