import { announceAbsence } from '../../features/checkins/actions/absence.ts'
import { answerCheckIn } from '../../features/checkins/index.ts'
import { leaveRound } from '../../features/pairings/actions/leaving.ts'
import type { Actor } from '../../features/people/index.ts'
import { addDays, dayIn, daysAfter, daysBefore } from '../../platform/days.ts'
import type { Agenda } from './agenda.ts'
import { plan } from './begin.ts'
import { between, chance, happens } from './chance.ts'
import { answering, type Invented, isThere } from './people.ts'
import { unlessRefused } from './refused.ts'
import { comesBack } from './returned.ts'
import type { World } from './world.ts'

/** Everyone who takes part, by the id of the person. */
export type Cast = ReadonlyMap<string, Invented>

export type Stage = { world: World; agenda: Agenda; cast: Cast; seed: number }

const hourMs = 3_600_000

/** What people do of their own accord: they announce that they will be away, leave, or tell us of a partner who is not there. */
export function ownAccord(stage: Stage): void {
  for (const [personId, one] of stage.cast) {
    if (!one.gone) continue
    if (one.temper === 'away' && one.announces) announceLater(stage, personId, one)
    if (one.temper === 'leaving') leaveLater(stage, personId, one)
    if (one.gone.until === null) missedLater(stage, personId, one, one.gone.from)
  }
}

function announceLater({ world, agenda }: Stage, personId: string, one: Invented): void {
  const { from, until } = one.gone ?? {}
  if (!from || !until) return
  const days = { from: dayIn(from), until: addDays(dayIn(until), -1), tells: true }
  agenda.add({
    at: daysBefore(from, 2),
    run: async () => {
      await announceAbsence(world.app, actorOf(personId, one), days)
    },
  })
}

function leaveLater({ world, agenda }: Stage, personId: string, one: Invented): void {
  if (one.gone)
    agenda.add({
      at: one.gone.from,
      run: () => unlessRefused(() => leaveRound(world.app, actorOf(personId, one), plan.code)),
    })
}

/** Of those whose partner is not there any more, some come to us by themselves, after one to three weeks. */
function missedLater(stage: Stage, personId: string, { email }: Invented, from: Date): void {
  const { world, agenda, cast, seed } = stage
  const days = between(chance(seed, email, 'is missed'), 8, 21)
  agenda.add({
    at: daysAfter(from, days),
    run: async () => {
      for (const partner of await partnersOf(world, personId)) {
        const one = cast.get(partner)
        if (!one?.speaksUp || !isThere(one, world.app.now())) continue
        const asked = await lastAsked(world, partner)
        if (asked) await answer(world, asked, 'help', 'page')
      }
    },
  })
}

/** Somebody has got an email: they answer it, some time, or it comes back. */
export async function react(stage: Stage, mail: Mail): Promise<void> {
  const { world, cast } = stage
  const one = cast.get(mail.personId)
  if (!one) return
  if (one.temper === 'bouncing' && !isThere(one, mail.at)) return comesBack(world.app, mail)
  const [, kind, id = ''] = /^(check-in|check-in-nudge):(.+)$/.exec(mail.key) ?? []
  if (kind) answerLater(stage, mail, one, { id, isAgain: kind === 'check-in-nudge' })
}

export type Mail = { id: string; key: string; personId: string; toAddress: string; at: Date; day: number }

type Asked = { id: string; isAgain: boolean }

function answerLater(stage: Stage, mail: Mail, one: Invented, { id, isAgain }: Asked): void {
  const { world, agenda, seed } = stage
  const draw = chance(seed, one.email, isAgain ? 'answers again' : 'answers', mail.day)
  if (!happens(draw, isAgain ? answering.onceMore : answering.atOnce)) return
  const hours = one.temper === 'late' && !isAgain ? between(draw, 75, 200) : between(draw, 1, 40)
  const read = new Date(mail.at.getTime() + hours * hourMs)
  const at = isThere(one, read) ? read : one.gone?.until
  if (at)
    agenda.add({
      at,
      run: async () => answer(world, id, await truth(stage, mail.personId, draw), 'link'),
    })
}

/** What somebody can say of their pairing as it is. */
async function truth({ world, cast }: Stage, personId: string, draw: (below: number) => number) {
  const now = world.app.now()
  const partners = await partnersOf(world, personId)
  const isInTouch = partners.some((partner) => {
    const one = cast.get(partner)
    // Who left on a journey was in touch before, or comes back to it.
    return one && (isThere(one, now) || (one.gone?.until ?? null) !== null)
  })
  if (isInTouch) return 'yes'
  return cast.get(personId)?.speaksUp && happens(draw, 60) ? 'help' : 'not-yet'
}

async function answer({ app }: World, id: string, said: 'yes' | 'not-yet' | 'help', way: 'link' | 'page') {
  await unlessRefused(async () => {
    await answerCheckIn(app, { id, personId: null }, { answer: said, words: '', way })
  })
}

/** Those with whom somebody is in a pairing now. */
const partnersOf = async ({ app }: World, personId: string): Promise<string[]> =>
  (
    await app.db
      .selectFrom('pairingMember as me')
      .innerJoin('pairingMember as other', 'other.pairingId', 'me.pairingId')
      .where('me.personId', '=', personId)
      .where('me.endedAt', 'is', null)
      .where('other.endedAt', 'is', null)
      .whereRef('other.personId', '<>', 'me.personId')
      .select('other.personId')
      .orderBy('other.personId')
      .execute()
  ).map((one) => one.personId)

const lastAsked = async ({ app }: World, personId: string): Promise<string | undefined> =>
  (
    await app.db
      .selectFrom('checkIn')
      .where('personId', '=', personId)
      .select('id')
      .orderBy('askedAt', 'desc')
      .executeTakeFirst()
  )?.id

const actorOf = (id: string, { name, email }: Invented): Actor => ({
  ...{ id, name, email, locale: 'en', zone: 'UTC' },
  ...{ roles: new Set(), countries: new Set() },
})
