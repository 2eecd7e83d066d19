/**
 * A network with a million members and a million readers a day, as `docs/running/at-large.md` draws it: what comes, what
 * each of it costs, and what stands ready. Change a number here and run `node bench/at-large/index.ts` again.
 */

/**
 * Processor milliseconds of the site and of the database. Upper bounds: `unit-costs.ts` and `bench/deadline-night` printed
 * them on two cores that had seven times as much to do as they could; alone, a public page costs the site 0.37 ms.
 */
export const costs = {
  'a public page': { site: 2.2, database: 0.4 },
  'a page of a member': { site: 19, database: 21 },
  'a save of the form': { site: 15, database: 6 },
} as const
export type What = keyof typeof costs

/** What stands ready. A process of the site has one core; a provider takes so many emails a second from one worker. */
export const ready = { webs: 4, databaseCores: 8, workers: 4, emailsPerSecond: 25 }

/** From the loss of the database machine until another one writes, as `bench/standby` printed it. Seconds. */
export const lostFor = 7.2

const members = 1_000_000
const readers = 1_000_000
/** Of the people of the programme, in a round; as many as a round can match with proof, in four rounds side by side. */
const participants = 200_000

/** Of a day, in its busiest hour: readers live in all zones, most of them in three. */
const busiest = 0.08
const perSecond = (aDay: number) => (aDay * busiest) / 3600

/** Three pages a reader; one member in ten comes, and opens six. */
const readersPages = perSecond(readers * 3)
const membersPages = perSecond(members * 0.1 * 6)
/** Of all who apply, a third on the last day and a twelfth in its last hour; each saves eight times. */
const lastHour = (participants / 12 / 3600) * 8

/** @param perSecond at that many seconds from the start */
export type Stream = { what: What; perSecond(at: number): number; most: number }

const steady = (what: What, rate: number): Stream => ({ what, perSecond: () => rate, most: rate })

/** A post is passed on: within two minutes twenty times as many come, and half of them have gone after ten more. */
const surge: Stream = {
  what: 'a public page',
  perSecond: (at) => readersPages * 20 * Math.min(1, at / 120) * 0.5 ** (Math.max(0, at - 120) / 600),
  most: readersPages * 20,
}

const usual = [steady('a public page', readersPages), steady('a page of a member', membersPages)]

export const hours: { name: string; streams: Stream[]; outage?: true }[] = [
  { name: 'the busiest hour of a day', streams: usual },
  { name: 'a post that is passed on', streams: [...usual, surge] },
  {
    name: 'the last hour of a call',
    streams: [...usual, steady('a save of the form', lastHour), steady('a page of a member', lastHour)],
  },
  {
    name: 'that hour, database lost',
    streams: [...usual, steady('a save of the form', lastHour)],
    outage: true,
  },
]

/** What goes out at once, while people who sign in wait for their links. */
export const sendings = [
  { name: 'introductions', emails: participants },
  { name: 'a topic', emails: participants },
  { name: 'the next call', emails: members },
]
/** Links to sign in that are asked for in the meantime, a second. */
export const links = perSecond(members * 0.1) / 2
