import { Actions, ButtonLink, Empty, type Frame, Page } from '../../../ui/index.ts'
import { type OwnMatter, settingsPath } from '../../people/index.ts'
import { roundsPath } from '../../rounds/index.ts'
import { words } from '../words.ts'

type Props = {
  frame: Frame
  /** In the order in which they stand. */
  mine: readonly OwnMatter[]
  /** Where someone writes who needs help. */
  help: string
}

/** Someone's own front page: their partner, topic, round and application, and whom to ask. */
export const OwnPage = ({ frame, mine, help }: Props) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('own.title')} lead={t('own.lead', { name: frame.person?.name ?? '' })}>
      {mine.length === 0 ? (
        <Empty title={t('own.none.title')} text={t('own.none.text')}>
          <a href={roundsPath}>{t('own.none.link')}</a>
        </Empty>
      ) : null}
      {mine.map(({ title, text, next, links, shown }) => (
        <section>
          <h2>
            <bdi>{title}</bdi>
          </h2>
          {text.map((sentence) => (
            <p dir="auto">{sentence}</p>
          ))}
          {shown?.(frame)}
          <Ways next={next} links={links} />
        </section>
      ))}
      <section>
        <h2>{t('own.help.title')}</h2>
        <p>
          {t('own.help.text')} <a href={`mailto:${help}`}>{help}</a>
        </p>
      </section>
      <section>
        <h2>{t('own.settings.title')}</h2>
        <p>
          {t('own.settings.text')} <a href={settingsPath}>{t('own.settings.link')}</a>
        </p>
      </section>
    </Page>
  )
}

const Ways = ({ next, links }: Pick<OwnMatter, 'next' | 'links'>) =>
  next || links.length > 0 ? (
    <Actions>
      {next ? (
        <ButtonLink kind="primary" href={next.href}>
          {next.label}
        </ButtonLink>
      ) : null}
      {links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </Actions>
  ) : null
