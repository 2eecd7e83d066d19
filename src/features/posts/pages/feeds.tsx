import { Facts, type Frame, Page } from '../../../ui/index.ts'
import { atomPath, jsonPath, rssPath } from '../paths.ts'
import { words } from '../words.ts'

/** The forms of the feed by their own names, which are the same in every language. */
const FORMS = [
  { name: 'RSS 2.0', path: rssPath, type: 'application/rss+xml' },
  { name: 'Atom 1.0', path: atomPath, type: 'application/atom+xml' },
  { name: 'JSON Feed 1.1', path: jsonPath, type: 'application/feed+json' },
]

/** Lets feed readers find the feed from any page of the blog. */
export const FeedLinks = () => (
  <>
    {FORMS.map(({ name, path, type }) => (
      <link rel="alternate" type={type} title={name} href={path} />
    ))}
  </>
)

/** What a feed is, and where. */
export const FeedsPage = ({ frame, origin }: { frame: Frame; origin: string }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('feeds.title')} lead={t('feeds.lead')} head={<FeedLinks />}>
      <p>{t('feeds.how')}</p>
      <Facts
        facts={FORMS.map(({ name, path }) => ({
          term: name,
          detail: (
            <a href={path} dir="ltr">
              {origin + path}
            </a>
          ),
        }))}
      />
    </Page>
  )
}
