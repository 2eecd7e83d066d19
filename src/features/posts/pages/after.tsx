import { formats } from '../../../platform/formats.ts'
import { doiUrl } from '../../../platform/identifiers.ts'
import { oncePer } from '../../../platform/once.ts'
import { Citation, CopyButton, type Fact, Facts, OwnWords } from '../../../ui/index.ts'
import { cite, plain, styles } from '../citation.ts'
import { authorPath, mastodonPath, referencePath } from '../paths.ts'
import { citedAt, type Published } from '../published.ts'
import type { PostAuthor, SignedPost } from '../queries/signed.ts'
import { referenceForms } from '../references.ts'
import { shareLink, shareWays } from '../share.ts'
import { words } from '../words.ts'
import { Said } from './article.tsx'
import { OrcidLink } from './orcid.tsx'

type Props = { locale: string; post: SignedPost; named: Published }

/** Reference managers' forms by their own names, which are the same in every language. */
const FORMS = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' } as const

/** What stands after a post: how it was put right, who wrote it, how to pass it on, and how to cite it. */
export const AfterPost = (props: Props) => (
  <>
    <Corrections {...props} />
    <Authors {...props} />
    <Share {...props} />
    <Cite {...props} />
  </>
)

/** What others have read before it was put right is not hidden. */
const Corrections = ({ locale, post, named }: Props) => {
  if (named.corrections.length === 0) return null
  const say = formats(locale, 'UTC')
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{words(locale)('corrections.title')}</h2>
      <Facts
        facts={named.corrections.map(({ on, said }) => ({
          term: say.day(on),
          detail: <Said text={said} post={post} />,
        }))}
      />
    </section>
  )
}

const Authors = ({ locale, post }: Props) => {
  const told = post.authors.filter(
    ({ country, about, orcid }) => country !== null || about !== '' || orcid !== null,
  )
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
    {author.orcid ? (
      <OwnWords>
        <OrcidLink orcid={author.orcid} />
      </OwnWords>
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

/** In each style, whatever the language of the reader. */
const referencesOf = oncePer((named: Published) => {
  const cited = { ...named, url: citedAt(named), blog: words(named.locale)('cite.blog') }
  return styles.map((style) => ({ style, reference: cite(style, cited) }))
})

const Cite = ({ locale, post, named }: Props) => {
  const t = words(locale)
  const terms = termsOf(named, t)
  const references = referencesOf(named)
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
      {terms.length > 0 ? <Facts facts={terms} /> : null}
      {/* On paper, where nothing opens. */}
      <p class="print-only">
        <Said text={plain(references.find(({ style }) => style === 'apa')?.reference ?? [])} post={post} />
      </p>
      <p class="print-only">{t('cite.address', { url: named.url })}</p>
    </>
  )
}

/** Under which licence it is, and by which numbers it and its blog are known. */
function termsOf({ licence, doi, issn, locale }: Published, t: ReturnType<typeof words>): Fact[] {
  const address = doi === null ? null : doiUrl(doi)
  return [
    ...(licence === null
      ? []
      : [{ term: t('cite.licence'), detail: <Licence {...licence} locale={locale} /> }]),
    ...(address === null
      ? []
      : [
          {
            term: 'DOI',
            detail: (
              <a href={address} dir="ltr">
                {address}
              </a>
            ),
          },
        ]),
    ...(issn === null ? [] : [{ term: 'ISSN', detail: <bdi dir="ltr">{issn}</bdi> }]),
  ]
}

type LicenceProps = NonNullable<Published['licence']> & { locale: string }

const Licence = ({ name, url, locale }: LicenceProps) =>
  url === null ? (
    <OwnWords lang={locale}>{name}</OwnWords>
  ) : (
    <a href={url} rel="license">
      <bdi>{name}</bdi>
    </a>
  )
