import { all } from '../../features/all.ts'
import { type Actor, personIdByEmail, type Role } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import { runWaiting, type Scheduled } from '../../platform/jobs.ts'
import { drainOutbox, oldestDue } from '../../platform/mail/index.ts'
import { workOf } from '../../worker/work-of.ts'

/** A network whose time passes as we say. */
export type World = {
  app: App
  /** Sets the clock. It never goes back: what was due meanwhile happens late. */
  at(instant: Date): void
}

/** @param app over a database of its own, of which nothing is missed */
export function worldOf(app: App, begin: Date): World {
  let now = begin
  // Its days pass in seconds: a copy for each would be of no use to anyone.
  const backup = { ...app.config.backup, isDaily: false, anyMinute: false }
  return {
    app: {
      ...app,
      config: { ...app.config, backup, media: { isStored: false, store: null } },
      now: () => now,
    },
    at: (instant) => {
      if (instant > now) now = instant
    },
  }
}

/** Hours between two turns of the clock: people are asked and written to within so many. */
export const turnHours = 6

/** What the worker does: pieces of clockwork that were due since the last turn, the jobs that came of them, the emails. */
export async function turnClock({ app }: World): Promise<void> {
  const { jobs, clockwork } = workOf(all)
  for (const due of clockwork) if (wasDue(due, app.now())) await due.run(app)
  await runWaiting(app, jobs)
  if (await oldestDue(app.db)) await drainOutbox(app)
}

/** Nothing of a round waits for these within a day. */
const onceADay = new Set(['people.tell-watched', 'own-data.sweep', 'own-data.erase-due', 'topics.missed'])

/** Whether its hour lay within the last turn. */
const wasDue = ({ name, cron }: Scheduled, now: Date): boolean => {
  if (onceADay.has(name)) return now.getUTCHours() < turnHours
  const [, at = '*'] = cron.split(' ')
  const hoursAgo = (now.getUTCHours() - Number(at) + 24) % 24
  return at === '*' || hoursAgo < turnHours
}

/** Someone of the office, as who asks. */
export async function volunteer(
  { app }: World,
  { email, name, zone, role }: { email: string; name: string; zone: string; role: Role },
): Promise<Actor> {
  const roles: Role[] = role === 'director' ? ['director', 'coordinator', 'editor'] : [role]
  return {
    ...{ id: await personIdByEmail(app.db, email), name, email, zone, locale: 'en' },
    ...{ roles: new Set(roles), countries: new Set() },
  }
}
