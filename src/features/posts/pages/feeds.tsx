import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { Facts, type Frame, OwnWords, Page } from '../../../ui/index.ts'
import { type Filter, tagKey } from '../filter.ts'
import { type FeedForm, feedPath } from '../paths.ts'
import type { Subjects } from '../queries/feeds.ts'
import { words } from '../words.ts'

/** The forms of a feed by their own names, which are the same in every language. */
const FORMS: { name: string; form: FeedForm; type: string }[] = [
  { name: 'RSS 2.0', form: 'rss', type: 'application/rss+xml' },
  { name: 'Atom 1.0', form: 'atom', type: 'application/atom+xml' },
  { name: 'JSON Feed 1.1', form: 'json', type: 'application/feed+json' },
]

/** Lets feed readers find the feed of what a page lists, by a filter of one part; of all posts where there is none. */
export const FeedLinks = ({
  filter = {},
  named,
}: {
  filter?: Filter
  named?: { name: string; locale: string }
}) => (
  <>
    {FORMS.map((one) => (
      <link
        rel="alternate"
        type={one.type}
        title={named ? joining(named.locale).aside(named.name, one.name) : one.name}
        href={feedPath(filter, one.form)}
      />
    ))}
  </>
)

type Props = {
  frame: Frame
  origin: string
  subjects: Subjects
  /** Other ways to follow the blog. */
  others: Child
}

/** What a feed is, and where. */
export const FeedsPage = ({ frame, origin, subjects, others }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const { locales, rounds, tags } = subjects
  return (
    <Page frame={frame} title={t('feeds.title')} lead={t('feeds.lead')} head={<FeedLinks />}>
      <p>{t('feeds.how')}</p>
      <h2>{t('feeds.all')}</h2>
      <Facts
        facts={FORMS.map(({ name, form }) => ({
          term: name,
          detail: (
            <a href={feedPath({}, form)} dir="ltr">
              {origin + feedPath({}, form)}
            </a>
          ),
        }))}
      />
      {locales.length > 1 ? (
        <Part title={t('feeds.languages')}>
          {locales.map((locale) => (
            <FeedLink filter={{ locale }}>{say.language(locale)}</FeedLink>
          ))}
        </Part>
      ) : null}
      {rounds.length > 0 ? (
        <Part title={t('feeds.rounds')}>
          {rounds.map((round) => (
            <FeedLink filter={{ round }}>{t('kicker.round', { code: round })}</FeedLink>
          ))}
        </Part>
      ) : null}
      {tags.length > 0 ? (
        <Part title={t('feeds.tags')}>
          {tags.map((tag) => (
            <FeedLink filter={{ tag: tagKey(tag) }}>
              <OwnWords lang="">{tag}</OwnWords>
            </FeedLink>
          ))}
        </Part>
      ) : null}
      <p class="hint">{t('feeds.each')}</p>
      {others}
    </Page>
  )
}

const Part = ({ title, children }: { title: string; children: Child }) => (
  <section>
    <h2>{title}</h2>
    <ul class="inline-list">{children}</ul>
  </section>
)

const FeedLink = ({ filter, children }: { filter: Filter; children: Child }) => (
  <li>
    <a href={feedPath(filter, 'rss')}>{children}</a>
  </li>
)
