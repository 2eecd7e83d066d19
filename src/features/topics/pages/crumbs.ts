import type { Frame } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { calendarPath, topicPath } from '../paths.ts'
import type { Topic } from '../topic.ts'
import { words } from '../words.ts'

/** The way from the calendar of a round to one of its topics. */
export const topicCrumbs = ({ frame, round, topic }: { frame: Frame; round: Round; topic: Topic }) => [
  { href: calendarPath(round.code), label: words(frame.locale)('topic.crumb', { code: round.code }) },
  { href: topicPath(round.code, topic.number), label: topic.title },
]
