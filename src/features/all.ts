import type { Feature } from './people/index.ts'

/**
 * Every feature, in the one order there is: each may use those before it, in its code and in its SQL. Shells loop over
 * this list, and the check on imports reads the order from it.
 */
const files = [
  import('./people/shell.ts'),
  import('./pages/shell.ts'),
  import('./rounds/shell.ts'),
  import('./network/shell.ts'),
  import('./wordings/shell.ts'),
  import('./mail/shell.ts'),
  import('./questions/shell.ts'),
  import('./applications/shell.ts'),
  import('./scenarios/shell.ts'),
  import('./pairings/shell.ts'),
  import('./calls/shell.ts'),
  import('./subscribers/shell.ts'),
  import('./ambassadors/shell.ts'),
  import('./media/shell.ts'),
  import('./posts/shell.ts'),
  import('./topics/shell.ts'),
  import('./archive/shell.ts'),
  import('./harvesting/shell.ts'),
  import('./comments/shell.ts'),
  import('./arrivals/shell.ts'),
  import('./newsletters/shell.ts'),
  import('./fediverse/shell.ts'),
  import('./outlets/shell.ts'),
  import('./calendars/shell.ts'),
  import('./checkins/shell.ts'),
  import('./trios/shell.ts'),
  import('./cases/shell.ts'),
  import('./hours/shell.ts'),
  import('./surveys/shell.ts'),
  import('./certificates/shell.ts'),
  import('./farewells/shell.ts'),
  import('./reflections/shell.ts'),
  import('./contributions/shell.ts'),
  import('./reprints/shell.ts'),
  import('./reports/shell.ts'),
  import('./own-data/shell.ts'),
  import('./pauses/shell.ts'),
  import('./backups/shell.ts'),
  import('./translations/shell.ts'),
  import('./help/shell.ts'),
  import('./copies/shell.ts'),
  import('./exports/shell.ts'),
  import('./desk/shell.ts'),
]

export const all: readonly Feature[] = (await Promise.all(files)).map(({ shell }) => shell)
