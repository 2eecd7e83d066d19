import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { UsualPage, Values } from '../../src/features/calls/draft.ts'

/** What one applicant did, as far as the site said that it had it. */
export type Entry = {
  number: number
  answers: Record<UsualPage, Values>
  /** The last of each page that was acknowledged. */
  acknowledged: Partial<Record<UsualPage, { typed: Values; rev: number }>>
  writes: number
  sentAt: number | null
  problems: string[]
}

type Held = { email: string; page: UsualPage; typed: Values; rev: number }
type Sent = { email: string; applications: number; emails: number; left: number }

/** @returns a sentence for each thing that is not as it was acknowledged, or is there twice; none is as it should be */
export async function compared(
  databaseUrl: string,
  spool: string,
  entries: readonly Entry[],
): Promise<string[]> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const { rows: held } = await client.query<Held>(`
      select email, page, typed, rev from draft_page
      join application_draft on application_draft.id = draft_id
      join application on application.id = application_id`)
    const { rows: sent } = await client.query<Sent>(`
      select email, count(distinct application.id)::int as applications, count(outbox.id)::int as emails,
        count(outbox.id) filter (where state = 'sent')::int as left
      from application
      left join outbox on starts_with(outbox.key, 'application-copy:' || application.id)
      group by email`)
    const letters = await lettersIn(spool)
    return entries.flatMap((entry) => problemsOf(entry, { held, sent, letters }))
  } finally {
    await client.end()
  }
}

type Found = { held: Held[]; sent: Sent[]; letters: Map<string, number> }

function problemsOf(entry: Entry, { held, sent, letters }: Found): string[] {
  const email = String(entry.answers.you.email)
  const own = sent.find((one) => one.email === email)
  const counts = {
    applications: own?.applications,
    emails: own?.emails,
    left: own?.left,
    letters: letters.get(email),
  }
  const wrong = Object.entries(counts).filter(([, count]) => count !== 1)
  const pages = Object.entries(entry.acknowledged).filter(([page, { typed, rev }]) => {
    const kept = held.find((one) => one.email === email && one.page === page)
    return (
      !kept ||
      kept.rev !== rev ||
      Object.entries(typed).some(([name, value]) => !isSame(kept.typed[name], value))
    )
  })
  return [
    ...entry.problems.map((problem) => `${email}: ${problem}`),
    ...(entry.sentAt === null ? [`${email}: was not told that it was sent`] : []),
    ...wrong.map(([what, count]) => `${email}: ${count ?? 0} ${what}`),
    ...pages.map(([page]) => `${email}: ${page} is not as it was acknowledged`),
  ]
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** How many emails lie there for each address. */
async function lettersIn(spool: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const name of (await readdir(spool)).filter((one) => one.endsWith('.eml'))) {
    const [, to = ''] = /^To: .*?([\w.]+@[\w.]+)/m.exec(await readFile(join(spool, name), 'utf8')) ?? []
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  return counts
}
