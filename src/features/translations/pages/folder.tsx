import type { App } from '../../../platform/app.ts'
import type { WordedEmail } from '../../../platform/worded.ts'
import { type Frame, type Link, OfficePage } from '../../../ui/index.ts'
import type { Actor } from '../../people/index.ts'
import { emailPath, mayWordEmails } from '../../wordings/index.ts'
import { folderPath } from '../paths.ts'
import type { Sentence, Tongue } from '../tongue.ts'
import { words } from '../words.ts'
import { crumbsOf, partName } from './list.tsx'
import { SentenceTable } from './sentences.tsx'

/** A way into a part of the site, where its sentences are seen. */
export type Seen = Link

type FolderProps = {
  frame: Frame
  actor: Actor
  locale: Tongue
  folder: string
  onlyChanged: boolean
  sentences: readonly Sentence[]
  emails: readonly WordedEmail<App>[]
  seen: readonly Seen[]
}

/** All sentences of a part of the site, in the order of its word files, and where they are seen. */
export const FolderPage = (props: FolderProps) => {
  const { frame, locale, folder, onlyChanged, sentences } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={partName(frame, folder)}
      lead={t('folder.lead')}
      crumbs={crumbsOf(frame, locale)}
    >
      <Places {...props} />
      <p>
        {onlyChanged ? (
          <a href={folderPath(locale, folder)}>{t('folder.all')}</a>
        ) : (
          <a href={`${folderPath(locale, folder)}?changed=1`}>{t('folder.changed')}</a>
        )}
      </p>
      {sentences.length === 0 ? <p>{t('folder.none')}</p> : null}
      {[...Map.groupBy(sentences, ({ file }) => file)].map(([file, some]) => (
        <section>
          <h2>
            <bdi>{file}</bdi>
          </h2>
          <SentenceTable {...{ frame, locale }} caption={file} captionHidden sentences={some} />
        </section>
      ))}
    </OfficePage>
  )
}

const Places = ({ frame, actor, locale, seen, emails }: FolderProps) => {
  const t = words(frame.locale)
  const drawn = mayWordEmails(actor) ? emails : []
  return (
    <>
      {seen.length > 0 ? <Ways label={t('folder.seen')} links={seen} /> : null}
      {drawn.length > 0 ? (
        <Ways
          label={t('folder.emails')}
          links={drawn.map((email) => ({
            href: emailPath(email, locale),
            label: email.label(frame.locale),
          }))}
        />
      ) : null}
    </>
  )
}

const Ways = ({ label, links }: { label: string; links: readonly Link[] }) => (
  <p>
    {label}{' '}
    {links.map(({ href, label: name }, at) => (
      <>
        {at > 0 ? ' · ' : null}
        <a href={href}>{name}</a>
      </>
    ))}
  </p>
)
