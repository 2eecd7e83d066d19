import type { Child } from 'hono/jsx'
import { Notice } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Unanswered, unansweredReasons } from '../desk.ts'
import { applicationPath, applicationsPath, capPath, cleanPath } from '../paths.ts'
import { words } from '../words.ts'

const namedOfEach = 5

type UnansweredProps = {
  locale: string
  round: Round
  unanswered: Unanswered
  actions?: Child
  /** What becomes of them. */
  children: Child
}

/** Who asks for a place and has none, by what stands between them and an answer; nothing when there is nobody. */
export const UnansweredNotice = ({ locale, round, unanswered, actions, children }: UnansweredProps) => {
  const t = words(locale)
  const some = unansweredReasons.filter((reason) => unanswered[reason].length > 0)
  const count = some.reduce((sum, reason) => sum + unanswered[reason].length, 0)
  if (count === 0) return null
  const pathOf = {
    problem: cleanPath(round.code),
    asked: `${cleanPath(round.code)}#asked`,
    ready: capPath(round.code),
    waiting: `${applicationsPath(round.code)}?state=waiting`,
  }
  return (
    <Notice tone="warning" title={t('unanswered.title', { count })} actions={actions}>
      <p>{children}</p>
      <ul>
        {some.map((reason) => (
          <li>
            <a href={pathOf[reason]}>{t(`unanswered.${reason}`, { count: unanswered[reason].length })}</a>
            <Names round={round} locale={locale} people={unanswered[reason]} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type NamesProps = { round: Round; locale: string; people: Unanswered['ready'] }

const Names = ({ round, locale, people }: NamesProps) => (
  <ul class="inline-list">
    {people.slice(0, namedOfEach).map(({ id, name }) => (
      <li>
        <a href={applicationPath(round.code, id)}>
          <bdi>{name}</bdi>
        </a>
      </li>
    ))}
    {people.length > namedOfEach ? (
      <li>{words(locale)('unanswered.more', { count: people.length - namedOfEach })}</li>
    ) : null}
  </ul>
)
