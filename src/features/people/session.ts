const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long someone stays signed in: since the last page, and since signing in, in milliseconds. */
export type SessionLimits = { idleMs: number; wholeMs: number }

/** @source docs/decisions/0011-sign-in.md */
export const memberLimits: SessionLimits = { idleMs: 14 * day, wholeMs: 90 * day }
/** The office sees what belongs to others, so its sessions are short. */
export const officeLimits: SessionLimits = { idleMs: hour, wholeMs: 12 * hour }

export type Session = { createdAt: Date; lastSeenAt: Date }

/** How long a session lasts from now, in milliseconds: without a further request, and at most. */
export const lastsMs = ({ createdAt, lastSeenAt }: Session, limits: SessionLimits, now: Date) => {
  const mostMs = createdAt.getTime() + limits.wholeMs - now.getTime()
  return { leftMs: Math.min(lastSeenAt.getTime() + limits.idleMs - now.getTime(), mostMs), mostMs }
}

/** Some acts ask again who is asking, unless that was shown as lately as this. @source docs/decisions/0024-asked-again.md */
const freshMs = 5 * minute

export const isFresh = (confirmedAt: Date | undefined, now: Date) =>
  confirmedAt !== undefined && now.getTime() - confirmedAt.getTime() <= freshMs

export const isOver = (session: Session, limits: SessionLimits, now: Date) =>
  now.getTime() - session.lastSeenAt.getTime() > limits.idleMs ||
  now.getTime() - session.createdAt.getTime() > limits.wholeMs
