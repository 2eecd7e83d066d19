import { formats } from '../../../platform/formats.ts'
import { Figures, type Frame, Table } from '../../../ui/index.ts'
import type { Goal, Goals } from '../queries/goal.ts'
import { words } from '../words.ts'

/** How soon somebody silent is noticed, and somebody who waits is offered a new partner: as it is. */
export const GoalPart = ({ frame, zone, goals }: { frame: Frame; zone: string; goals: Goals }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const { noticed, offered, waiting } = goals
  const share = ({ done, inTime, overdue }: Goal) =>
    done + overdue === 0 ? '–' : say.percent(inTime / (done + overdue))
  return (
    <section>
      <h2>{t('goal.title')}</h2>
      <Figures
        figures={[
          { value: share(noticed), label: t('goal.noticed') },
          { value: share(offered), label: t('goal.offered') },
          { value: say.number(waiting.count), label: t('goal.waiting') },
        ]}
      />
      <Table
        caption={t('goal.title')}
        captionHidden
        columns={[
          { label: t('goal.what'), head: true, cell: ({ name }) => t(`goal.${name}.what`) },
          { label: t('goal.done'), numeric: true, cell: ({ goal }) => say.number(goal.done) },
          { label: t('goal.in-time'), numeric: true, cell: ({ goal }) => say.number(goal.inTime) },
          { label: t('goal.overdue'), numeric: true, cell: ({ goal }) => say.number(goal.overdue) },
          { label: t('goal.median'), cell: ({ goal }) => lasted(goal.median, frame.locale) },
          { label: t('goal.slowest'), cell: ({ goal }) => lasted(goal.slowest, frame.locale) },
        ]}
        rows={[
          { name: 'noticed' as const, goal: noticed },
          { name: 'offered' as const, goal: offered },
        ]}
      />
      <p class="hint">{t('goal.hint')}</p>
      {waiting.since ? <p>{t('goal.since', { at: say.instant(waiting.since) })}</p> : null}
    </section>
  )
}

/** Hours, or days from the third on. */
function lasted(hours: number | null, locale: string): string {
  const t = words(locale)
  if (hours === null) return '–'
  return hours < 72 ? t('hours', { count: Math.round(hours) }) : t('days', { count: Math.round(hours / 24) })
}
