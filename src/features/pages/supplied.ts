import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import type { Locale } from '../../platform/words.ts'
import type { PageName, Revision } from './page.ts'

/**
 * The versions of the code of conduct that came with Twinleaf, by the day each was written; the first is the newest.
 * Whoever changes what it asks of people adds a day here and a file of that name: those who accepted an earlier one find
 * what they read.
 */
export const suppliedConducts = ['2026-11-27'] as const

/** The text of a page that comes with Twinleaf: what is shown until a director writes another. */
export function suppliedText(
  page: PageName,
  locale: Locale,
  conduct: (typeof suppliedConducts)[number] = suppliedConducts[0],
): Revision {
  const version = page === 'code-of-conduct' ? conduct : null
  const name = version ? `${page}.${version}.md` : `${page}.md`
  const file = join(root, 'src/features/pages/supplied', locale, name)
  const [heading = '', ...body] = readFileSync(file, 'utf8').split('\n')
  return { locale, number: 0, version, title: heading.replace(/^# /, ''), body: body.join('\n').trim() }
}
