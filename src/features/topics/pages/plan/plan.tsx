import { ButtonLink, OfficePage, Tabs } from '../../../../ui/index.ts'
import { mePath } from '../../../people/index.ts'
import { newPostPath } from '../../../posts/index.ts'
import { topicDaysOf } from '../../../rounds/index.ts'
import { calendarPath, planPath } from '../../paths.ts'
import { seasonOf } from '../../plan.ts'
import { words } from '../../words.ts'
import { offersNew } from '../offering.ts'
import { Cluster } from './cluster.tsx'
import { Copy, Coverage, Loads } from './facts.tsx'
import type { PlanProps } from './plan-props.ts'

/** The season of a round: each fortnight with its cluster of posts, who has how much to write, and whose voices are heard. */
export const PlanPage = (props: PlanProps) => {
  const { frame, rounds, round, mayWrite } = props
  const t = words(frame.locale)
  const mayBegin = mayWrite && offersNew(round, props.now)
  return (
    <OfficePage
      frame={frame}
      title={t('plan.title', { code: round.code })}
      lead={t('plan.lead')}
      actions={
        mayBegin ? (
          <ButtonLink kind="primary" href={`${newPostPath}?place=${round.code}/`}>
            {t('plan.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {rounds.length > 1 ? (
        <Tabs
          label={t('calendar.rounds')}
          tabs={rounds.map(({ code }) => ({
            href: planPath(code),
            label: code,
            current: code === round.code,
          }))}
        />
      ) : null}
      <Coverage {...props} />
      <Season {...props} />
      <Loads {...props} />
      {mayBegin ? <Copy {...props} /> : null}
      <p>
        <a href={calendarPath(round.code)}>{t('plan.topics', { code: round.code })}</a>
        {mayWrite ? (
          <>
            {' · '}
            <a href={`${mePath}/calendar`}>{t('plan.calendar')}</a>
          </>
        ) : null}
      </p>
    </OfficePage>
  )
}

/** The fortnights, between which a script moves posts by hand or by keys. */
const Season = (props: PlanProps) => {
  const { frame, round, posts, mayWrite } = props
  const t = words(frame.locale)
  const { fortnights, unplaced } = seasonOf(topicDaysOf(round), posts)
  return (
    <>
      {mayWrite ? (
        <p class="hint" id="plan-keys">
          {t('plan.keys')}
        </p>
      ) : null}
      <season-plan>
        <output
          class="for-ears"
          data-over={t('plan.keys.over', { place: '{place}' })}
          data-moving={t('plan.keys.moving', { place: '{place}' })}
          data-left={t('plan.keys.left')}
        />
        {fortnights.map((fortnight) => (
          <Cluster {...props} fortnight={fortnight} />
        ))}
        {mayWrite || unplaced.length > 0 ? (
          <Cluster {...props} fortnight={{ number: 0, day: null, posts: unplaced }} />
        ) : null}
      </season-plan>
    </>
  )
}
