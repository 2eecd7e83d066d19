import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { OwnWords } from '../../../ui/index.ts'
import type { CaseEvent } from '../queries/one.ts'
import { words } from '../words.ts'
import type { CaseProps } from './case-props.ts'

/** All that happened in a case, the last first. */
export const History = ({ frame, zone, events }: Pick<CaseProps, 'frame' | 'zone' | 'events'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <section>
      <h2>{t('history.title')}</h2>
      <ol class="plain" reversed>
        {events.toReversed().map((event) => (
          <li>
            {frame.words.labelled(say.instant(momentOf(event)), sentenceOf(event, frame.locale, zone))}{' '}
            {event.body ? <OwnWords>{event.body}</OwnWords> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** With what somebody turned to us: that was at an instant. All else had gone on for a while when it was noticed. */
const turnedToUs = new Set(['help', 'wrote', 'report'])

/** When it happened; what goes on, when it was written down. */
const momentOf = ({ kind, what, since, at }: CaseEvent): Date =>
  since && (kind === 'found' || (kind === 'fact' && turnedToUs.has(what))) ? since : at

function sentenceOf(event: CaseEvent, locale: string, zone: string): string {
  const t = words(locale)
  const say = formats(locale, zone)
  const who = event.actor ?? t('by.clock')
  const person = event.person ?? t('somebody')
  const since = event.since ? dayIn(event.since, zone) : ''
  const at = since && say.shortDay(since)
  switch (event.kind) {
    case 'fact':
      return t(`fact.${event.what as 'unanswered'}`, { person, at })
    case 'assigned':
      return event.owner ? t('past.assigned', { who, owner: event.owner }) : t('past.unassigned', { who })
    case 'mailed':
      return t(`past.mailed.${event.what as 'nudge'}`, { who, person })
    case 'waited':
      return t('past.waited', { who, until: at })
    case 'closed':
      return t('past.closed', { who, outcome: t(`outcome.${event.what as 'left'}`) })
    case 'found':
      return t('past.found', { person })
    default:
      return t(`past.${event.kind}`, { who })
  }
}
