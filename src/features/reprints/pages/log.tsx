import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import {
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { enterPath, exportPath, reprintPath, reprintsPath } from '../paths.ts'
import { type LogPart, logParts, type Reprint } from '../queries/reprints.ts'
import { standingOf } from '../reprint.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; part: LogPart; reprints: readonly Reprint[]; zone: string }

/** All who wanted to reprint a post, and how far each is. */
export const LogPage = (props: Props) => {
  const { frame, part, reprints } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('log.title')}
      lead={t('log.lead')}
      actions={
        <>
          <ButtonLink kind="primary" href={enterPath}>
            {t('log.enter')}
          </ButtonLink>
          <Form action={exportPath}>
            <Button>{t('log.export')}</Button>
          </Form>
        </>
      }
    >
      <Tabs
        label={t('log.tabs')}
        tabs={logParts.map((one) => ({
          href: one === 'open' ? reprintsPath : `${reprintsPath}?part=${one}`,
          label: t(`log.tab.${one}`),
          current: one === part,
        }))}
      />
      {reprints.length === 0 ? (
        <Empty title={t(`log.none.${part}`)} text={t('log.none.text')} />
      ) : (
        <List {...props} />
      )}
    </OfficePage>
  )
}

const List = ({ frame, part, reprints, zone }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <Table
      caption={t(`log.tab.${part}`)}
      captionHidden
      rows={reprints}
      keys
      columns={[
        {
          label: t('column.where'),
          head: true,
          cell: (one) => (
            <a href={reprintPath(one.id)}>
              <bdi>{one.publication}</bdi>
            </a>
          ),
        },
        { label: t('column.post'), cell: ({ post }) => <OwnWords lang={post.locale}>{post.title}</OwnWords> },
        { label: t('field.language'), cell: (one) => say.language(one.language) },
        { label: t('fact.asked'), cell: (one) => say.shortDay(dayIn(one.askedAt, zone)) },
        { label: t('column.standing'), cell: (one) => t(`standing.${standingOf(one)}`) },
      ]}
    />
  )
}
