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
    with head as (
      select distinct on (inbox) id, host, number, next_try_at,
             coalesce(leased_until >= clock_timestamp(), false) as is_in_hand
        from fediverse_delivery where state = 'waiting' order by inbox, number),
    turn as (
      -- What somebody has in hand takes the first places of its server.
      select head.id, row_number() over (
          partition by head.host order by head.is_in_hand desc, head.next_try_at, head.number) as place
        from head join fediverse_server server on server.host = head.host
       where head.is_in_hand
          or (head.next_try_at <= ${now} and (server.next_try_at is null or server.next_try_at <= ${now}))),
    due as (
      select delivery.id from fediverse_delivery delivery join turn on turn.id = delivery.id
       where turn.place <= ${perHost} and delivery.state = 'waiting'
         -- Looked at as it is locked: another worker may have taken it meanwhile.
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
