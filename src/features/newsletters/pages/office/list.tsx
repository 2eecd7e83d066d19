import { formats } from '../../../../platform/formats.ts'
import { Actions, Button, Empty, Form, type Frame, OfficePage, Table } from '../../../../ui/index.ts'
import { type Issue, type IssueState, stateOf } from '../../issue.ts'
import { beginIssuePath, issuePath } from '../../paths.ts'
import type { ListedIssue } from '../../queries/issues.ts'
import { words } from '../../words.ts'

type Props = {
  frame: Frame
  zone: string
  issues: readonly ListedIssue[]
  /** Readers of the newsletter, by how often they get it. */
  readers: { rhythm: string; count: number }[]
}

/** All issues, and how many read the newsletter. */
export const IssuesPage = ({ frame, zone, issues, readers }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const count = readers.reduce((sum, one) => sum + one.count, 0)
  const each = readers.map((one) => t('list.rhythm', { ...one, rhythm: one.rhythm }))
  return (
    <OfficePage
      frame={frame}
      title={t('list.title')}
      lead={count === 0 ? t('list.nobody') : t('list.lead', { count, each: say.list(each) })}
    >
      <Form action={beginIssuePath} once>
        <Actions>
          <Button kind="primary">{t('list.begin')}</Button>
        </Actions>
      </Form>
      {issues.length === 0 ? (
        <Empty title={t('list.none')} text={t('list.none.text')} />
      ) : (
        <Table
          caption={t('list.caption')}
          captionHidden
          columns={[
            {
              label: t('list.issue'),
              head: true,
              cell: (one) => <a href={issuePath(one.id)}>{one.subject ?? t('issue.unnamed')}</a>,
            },
            { label: t('list.state'), cell: (one) => stateIn(frame.locale, zone, one) },
            {
              label: t('list.languages'),
              cell: ({ locales }) =>
                locales.length > 0 ? say.list(locales.map(say.language)) : t('list.no-language'),
            },
            {
              label: t('list.readers'),
              numeric: true,
              cell: ({ recipientCount }) => (recipientCount === null ? '–' : say.number(recipientCount)),
            },
          ]}
          rows={issues}
        />
      )}
    </OfficePage>
  )
}

/** Where it stands, with its time. */
function stateIn(locale: string, zone: string, issue: Issue & { isStopped: boolean }): string {
  const t = words(locale)
  const state: IssueState = stateOf(issue)
  if (issue.isStopped) return t('state.stopped')
  const at =
    (issue.begunAt ?? issue.sendAt) && formats(locale, zone).instant(issue.begunAt ?? (issue.sendAt as Date))
  return state === 'draft' ? t('state.draft') : t(`state.${state}`, { at: at ?? '' })
}
