import { Empty, type Frame, OfficePage } from '../../../ui/index.ts'
import type { Found } from '../../people/index.ts'
import { byKind, type Group, mostShown } from '../found.ts'
import { type DeskWords, words } from '../words.ts'

type Props = {
  frame: Frame
  text: string
  /** Null when too little was typed to look for. */
  found: readonly Found[] | null
}

/** All that the office finds by a few letters, by kind. The box itself stands at the top of every page. */
export const SearchPage = ({ frame, text, found }: Props) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('search.title')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
    >
      <Outcome text={text} found={found} t={t} />
      <p class="search-key hint" hidden>
        {t('search.key')}{' '}
        <button class="link" type="button" aria-pressed="false">
          {t('search.key.off')}
        </button>
      </p>
    </OfficePage>
  )
}

const Outcome = ({ text, found, t }: { text: string; found: Props['found']; t: DeskWords }) => {
  if (found === null) return <Empty title={t('search.teach.title')} text={t('search.teach')} />
  if (found.length === 0)
    return <Empty title={t('search.none.title', { text })} text={t('search.none.text')} />
  const groups = byKind(found)
  const hasMore = groups.some((group) => group.hasMore)
  return (
    <>
      {hasMore ? null : <p>{t('search.found', { count: found.length, text })}</p>}
      {groups.map((group) => (
        <FoundGroup {...group} t={t} />
      ))}
    </>
  )
}

const FoundGroup = ({ kind, found, hasMore, t }: Group & { t: DeskWords }) => (
  <section>
    <h2>{kind}</h2>
    <ul class="found">
      {found.map(({ href, title, note }) => (
        <li>
          <a href={href}>
            <bdi>{title}</bdi>
          </a>{' '}
          {note ? <bdi class="quiet">{note}</bdi> : null}
        </li>
      ))}
    </ul>
    {hasMore ? <p class="hint">{t('search.more', { count: mostShown })}</p> : null}
  </section>
)
