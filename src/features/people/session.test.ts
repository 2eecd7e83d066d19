import { expect, test } from 'vitest'
import { lastsMs, officeLimits } from './session.ts'

const at = (time: string) => new Date(`2016-02-20T${time}:00Z`)
const minutes = 60_000

test.each([
  ['just begun', '08:00', '08:00', '08:00', 60, 720],
  ['used a while ago', '08:00', '10:00', '10:20', 40, 580],
  ['near its whole length', '08:00', '19:40', '19:50', 10, 10],
])('a session %s lasts as long as both limits let it', (_what, began, seen, now, left, most) => {
  const session = { createdAt: at(began), lastSeenAt: at(seen) }

  expect(lastsMs(session, officeLimits, at(now))).toEqual({ leftMs: left * minutes, mostMs: most * minutes })
})
