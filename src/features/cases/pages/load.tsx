import { formats } from '../../../platform/formats.ts'
import { type Frame, Table, Tag } from '../../../ui/index.ts'
import { absencePath } from '../../checkins/index.ts'
import type { Volunteer } from '../queries/volunteers.ts'
import { words } from '../words.ts'

/** How many cases each volunteer has, and who is away. */
export const LoadPart = ({ frame, volunteers }: { frame: Frame; volunteers: readonly Volunteer[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('load.title')}</h2>
      <Table
        caption={t('load.title')}
        captionHidden
        columns={[
          {
            label: t('load.who'),
            head: true,
            cell: ({ name, awayUntil }) => (
              <>
                <bdi>{name}</bdi>{' '}
                {awayUntil ? <Tag>{t('load.away', { until: say.shortDay(awayUntil) })}</Tag> : null}
              </>
            ),
          },
          { label: t('load.open'), numeric: true, cell: ({ open }) => say.number(open) },
          { label: t('load.due'), numeric: true, cell: ({ due }) => say.number(due) },
        ]}
        rows={volunteers}
      />
      <p>
        {t('load.hint')} <a href={absencePath}>{t('load.say-away')}</a>
      </p>
    </section>
  )
}
