import { formats } from '../../../platform/formats.ts'
import { Citation, CopyButton, OwnWords } from '../../../ui/index.ts'
import { cite, plain, styles } from '../citation.ts'
import { authorPath, mastodonPath, referencePath } from '../paths.ts'
import type { Published } from '../published.ts'
import type { PostAuthor, SignedPost } from '../queries/public.ts'
import { referenceForms } from '../references.ts'
import { shareLink, shareWays } from '../share.ts'
import { words } from '../words.ts'
import { Said } from './article.tsx'

type Props = { locale: string; post: SignedPost; named: Published }

/** Reference managers' forms by their own names, which are the same in every language. */
const FORMS = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' } as const

/** What stands after a post: who wrote it, how to pass it on, and how to cite it. */
export const AfterPost = (props: Props) => (
  <>
    <Authors {...props} />
    <Share {...props} />
    <Cite {...props} />
  </>
)

const Authors = ({ locale, post }: Props) => {
  const told = post.authors.filter(({ country, about }) => country !== null || about !== '')
  if (told.length === 0) return null
  return (
    <section class="signed" aria-labelledby="signed">
      <h2 id="signed">{words(locale)('authors.title', { count: told.length })}</h2>
      {told.map((author) => (
        <AboutAuthor author={author} locale={locale} lang={post.locale} />
      ))}
    </section>
  )
}

const AboutAuthor = ({ author, locale, lang }: { author: PostAuthor; locale: string; lang: string }) => (
  <p>
    <a href={authorPath(author.slug)} rel="author">
      <OwnWords lang="">{author.name}</OwnWords>
    </a>
    {author.country ? <span class="hint"> {formats(locale, 'UTC').country(author.country)}</span> : null}
    {author.about ? (
      <>
        <br />
        <OwnWords lang={lang}>{author.about}</OwnWords>
      </>
    ) : null}
  </p>
)

/** Plain links: nobody is told anything before one is followed. */
const Share = ({ locale, post, named }: Props) => {
  const t = words(locale)
  return (
    <nav class="share" aria-labelledby="share">
      <h2 id="share">{t('share.title')}</h2>
      <ul class="inline-list">
        {shareWays.map((way) => (
          <li>
            <a href={shareLink(way, named)} rel="noopener noreferrer nofollow">
              {t(`share.${way}`)}
            </a>
          </li>
        ))}
        <li data-living>
          <a href={mastodonPath(post.slug)} rel="nofollow">
            {t('share.mastodon')}
          </a>
        </li>
        <li data-living>
          <CopyButton text={named.url} words={{ copy: t('share.copy'), copied: t('share.copied') }} />
        </li>
      </ul>
    </nav>
  )
}

const Cite = ({ locale, post, named }: Props) => {
  const t = words(locale)
  const cited = { ...named, blog: words(post.locale)('cite.blog') }
  const references = styles.map((style) => ({ style, reference: cite(style, cited) }))
  return (
    <>
      <Citation
        title={t('cite.title')}
        lang={post.locale}
        references={references.map(({ style, reference }) => ({ label: t(`cite.${style}`), reference }))}
        words={{ copy: t('cite.copy'), copied: t('cite.copied') }}
        links={{
          label: t('cite.files'),
          links: referenceForms.map((form) => ({ href: referencePath(post.slug, form), label: FORMS[form] })),
        }}
      />
      {/* On paper, where nothing opens. */}
      <p class="print-only">
        <Said text={plain(cite('apa', cited))} post={post} />
      </p>
      <p class="print-only">{t('cite.address', { url: named.url })}</p>
    </>
  )
}
