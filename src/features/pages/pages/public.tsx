import { formats } from '../../../platform/formats.ts'
import { dirOf } from '../../../platform/words.ts'
import { type Frame, type Link, Notice, Page, PostBody, Table } from '../../../ui/index.ts'
import { type Kept, yourDataPath } from '../../people/index.ts'
import { conductPath, versionPath } from '../paths.ts'
import type { ShownPage } from '../shown.ts'
import { words } from '../words.ts'
import { versionName } from './naming.ts'

type Props = { frame: Frame; page: ShownPage }
type PrivacyProps = Props & { kept: readonly Kept[] }

/** A page on which the network tells of itself. */
export const NetworkPage = ({ frame, page }: Props) => (
  <Page
    frame={frame}
    title={page.title}
    heading={<Heading frame={frame} page={page} />}
    head={<Head page={page} />}
  >
    <PageBody frame={frame} page={page} />
  </Page>
)

/** The text of the network, and what the program itself says of what it keeps. */
export const PrivacyPage = ({ frame, page, kept }: PrivacyProps) => (
  <Page
    frame={frame}
    title={page.title}
    width="wide"
    heading={<Heading frame={frame} page={page} />}
    head={<Head page={page} />}
  >
    <PageBody frame={frame} page={page} />
    <KeptTable frame={frame} kept={kept} />
  </Page>
)

const KeptTable = ({ frame, kept }: Omit<PrivacyProps, 'page'>) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('kept.title')}</h2>
      <Table
        caption={t('kept.title')}
        captionHidden
        rows={kept}
        columns={[
          { label: t('kept.about'), head: true, cell: ({ about }) => about },
          { label: t('kept.what'), cell: ({ what }) => what },
          { label: t('kept.long'), cell: ({ long }) => long },
        ]}
      />
      <p>
        {t('kept.own')} <a href={yourDataPath}>{t('kept.own.link')}</a>
      </p>
    </section>
  )
}

type ConductProps = Props & {
  /** All there have been, the newest first. */
  versions: readonly string[]
  /** Where this reader goes on from it. */
  links: readonly Link[]
}

/** The code of conduct, with its versions. */
export const ConductPage = ({ frame, page, versions, links }: ConductProps) => (
  <Page
    frame={frame}
    title={page.title}
    heading={<Heading frame={frame} page={page} />}
    head={<Head page={page} />}
  >
    {page.version === versions[0] ? null : <Earlier frame={frame} current={versions[0] ?? ''} />}
    <PageBody frame={frame} page={page} />
    {links.map(({ href, label }) => (
      <p>
        <a href={href}>{label}</a>
      </p>
    ))}
    {page.version === versions[0] && versions.length > 1 ? (
      <Versions frame={frame} versions={versions.slice(1)} />
    ) : null}
  </Page>
)

const Head = ({ page }: Pick<Props, 'page'>) =>
  page.lead === '' ? null : <meta name="description" content={page.lead} />

const Heading = ({ frame, page }: Props) => (
  <header class="heading">
    {page.version === null ? null : (
      <p class="kicker">
        {words(frame.locale)('version', { version: versionName(page.version, frame.locale) })}
      </p>
    )}
    <h1 {...languageOf(frame, page)}>{page.title}</h1>
  </header>
)

/** What is written in another language than the page around it says in which. */
const languageOf = ({ locale }: Frame, page: ShownPage) =>
  page.locale === locale ? {} : { lang: page.locale, dir: dirOf(page.locale) }

/** The text, and in which language it is where that is not the reader's. */
export const PageBody = ({ frame, page }: Props) => {
  const { language } = formats(frame.locale, 'UTC')
  return (
    <>
      {page.locale === frame.locale ? null : (
        <Notice>
          {words(frame.locale)('elsewhere', {
            wanted: language(frame.locale),
            language: language(page.locale),
          })}
        </Notice>
      )}
      <PostBody html={page.html} {...languageOf(frame, page)} />
    </>
  )
}

const Earlier = ({ frame, current }: { frame: Frame; current: string }) => {
  const t = words(frame.locale)
  return (
    <Notice actions={<a href={conductPath}>{t('earlier.link')}</a>}>
      {t('earlier', { version: versionName(current, frame.locale) })}
    </Notice>
  )
}

const Versions = ({ frame, versions }: { frame: Frame; versions: readonly string[] }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('versions.title')}</h2>
      <p>{t('versions.text')}</p>
      <ul>
        {versions.map((version) => (
          <li>
            <a href={versionPath(version)}>{t('version', { version: versionName(version, frame.locale) })}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
