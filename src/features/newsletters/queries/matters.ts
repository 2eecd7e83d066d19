import { formats } from '../../../platform/formats.ts'
import type { OpenMatter, OpenMatters } from '../../people/index.ts'
import { stateOf } from '../issue.ts'
import { issuePath } from '../paths.ts'
import { mayWorkOnIssues } from '../policy.ts'
import { words } from '../words.ts'
import { type ListedIssue, listedIssues } from './issues.ts'

/** Issues that were stopped half-way, that leave soon, and that nobody has decided on. */
export const issueMatters: OpenMatters = async (db, actor) => {
  if (!mayWorkOnIssues(actor)) return []
  const issues = await listedIssues(db, actor)
  return issues.flatMap((issue) => matterOf(issue, actor))
}

function matterOf(issue: ListedIssue, { locale, zone }: { locale: string; zone: string }): OpenMatter[] {
  const t = words(locale)
  const title = issue.subject ?? t('issue.unnamed')
  const state = stateOf(issue)
  const as = (why: 'stopped' | 'planned' | 'draft', urgency: OpenMatter['urgency']): OpenMatter[] => [
    {
      text: t(`matter.${why}`, {
        title,
        at: issue.sendAt ? formats(locale, zone).instant(issue.sendAt) : '',
      }),
      act: { href: issuePath(issue.id), label: t(`matter.${why}.act`) },
      urgency,
      since: issue.createdAt,
    },
  ]
  if (issue.isStopped && state !== 'sent') return as('stopped', 'now')
  if (state === 'planned') return as('planned', 'later')
  return state === 'draft' ? as('draft', 'later') : []
}
