import type { App } from '../../platform/app.ts'

/**
 * Has the database take our present for its own, by which it notes when somebody agreed to something.
 *
 * @returns by how many milliseconds it goes ahead of that of the machine
 * @source docs/decisions/0007-the-demonstration-has-its-own-clock.md
 */
export async function keepClock({ db, now }: Pick<App, 'db' | 'now'>): Promise<number> {
  const offsetMs = now().getTime() - Date.now()
  const row = { value: JSON.stringify(offsetMs), changedAt: now() }
  await db
    .insertInto('setting')
    .values({ key: 'clock', ...row })
    .onConflict((clash) => clash.column('key').doUpdateSet(row))
    .execute()
  return offsetMs
}
