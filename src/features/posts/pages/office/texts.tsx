import { formats } from '../../../../platform/formats.ts'
import { Actions, Button, Field, Filters, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { isSameRow, type Row, sideBySide } from '../../compare.ts'
import { deskPath, officePostPath, restorePath, revisionsPath } from '../../paths.ts'
import type { DeskPost, ListedRevision } from '../../queries/desk.ts'
import { type FactName, factNames, type Revision } from '../../revision.ts'
import { words } from '../../words.ts'
import { Stretches } from './stretches.tsx'

type Props = {
  frame: Frame
  post: DeskPost
  revisions: readonly ListedRevision[]
  before: Revision
  after: Revision
  mayWork: boolean
}

/** Two texts of a post side by side, and the way back to an earlier one. */
export const TextsPage = (props: Props) => {
  const { frame, post, before, after, mayWork } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('texts.title')}
      lead={t('compare.lead')}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
    >
      <Choose {...props} />
      <Side {...props} />
      {mayWork && before.number !== post.revision ? (
        <Form action={restorePath(post.id)} hidden={{ number: String(before.number) }}>
          <p>{t('restore.text', { number: before.number, now: post.revision })}</p>
          <Actions>
            <Button>{t('restore', { number: before.number })}</Button>
          </Actions>
        </Form>
      ) : null}
      <p>
        <a href={officePostPath(post.id)}>{t('write.leave')}</a>
        {after.number === post.revision ? null : ` · ${t('compare.not-newest', { now: post.revision })}`}
      </p>
    </OfficePage>
  )
}

const Choose = ({ frame, post, revisions, before, after }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  const options = revisions.map(({ number, at, by, kind }) => ({
    value: String(number),
    label: t(`texts.${kind as 'saved'}`, { number, at: say.instant(at), by: by ?? frame.site.name }),
  }))
  return (
    <Filters action={revisionsPath(post.id)} label={t('compare.choose')} submit={t('compare.show')}>
      <Field
        type="select"
        name="before"
        label={t('compare.before')}
        options={options}
        value={`${before.number}`}
      />
      <Field
        type="select"
        name="after"
        label={t('compare.after')}
        options={options}
        value={`${after.number}`}
      />
    </Filters>
  )
}

const Side = ({ frame, before, after }: Props) => {
  const t = words(frame.locale)
  const facts = factNames.filter((name) => said(before, name) !== said(after, name))
  const rows = sideBySide(before.body, after.body)
  if (facts.length === 0 && rows.every(isSameRow)) return <p>{t('compare.same')}</p>
  const heads = [
    t('compare.text', { number: before.number }),
    t('compare.text', { number: after.number }),
  ] as const
  return (
    <table class="table compare">
      <caption class="for-ears">
        {t('compare.caption', { before: before.number, after: after.number })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody lang={after.locale}>
        {facts.map((name) => (
          <Fact
            label={t(`field.${name}`)}
            row={sideBySide(said(before, name), said(after, name))[0]}
            heads={heads}
          />
        ))}
        {rows.map((row) => (
          <Line row={row} heads={heads} />
        ))}
      </tbody>
    </table>
  )
}

const said = (text: Revision, name: FactName) => [text[name]].flat().join(', ')

const Fact = (props: { label: string; row: Row | undefined; heads: readonly [string, string] }) => (
  <Line row={props.row ?? { before: null, after: null }} heads={props.heads} label={props.label} />
)

const Line = (props: { row: Row; heads: readonly [string, string]; label?: string }) => {
  const { row, heads, label } = props
  return (
    <tr class={isSameRow(row) ? 'same' : undefined}>
      {([row.before, row.after] as const).map((side, index) => (
        <td data-label={heads[index]} dir="auto">
          {label ? <span class="kicker">{label}</span> : null}
          {side ? <Stretches stretches={side} /> : null}
        </td>
      ))}
    </tr>
  )
}
