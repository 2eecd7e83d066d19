import type { Frame } from '../../../ui/index.ts'
import { isSameRow, type Row, sideBySide, withoutMarks } from '../compare.ts'
import { type FactName, factNames, type Revision } from '../revision.ts'
import { words } from '../words.ts'
import { Stretches } from './office/stretches.tsx'

type Props = {
  frame: Frame
  before: Revision
  after: Revision
  caption: string
  /** What the two are called. */
  heads: readonly [string, string]
}

/** Two texts of a post side by side, what went struck out and what came marked. */
export const ComparedTexts = ({ frame, before, after, caption, heads }: Props) => {
  const t = words(frame.locale)
  const facts = factNames.filter((name) => said(before, name) !== said(after, name))
  const rows = sideBySide(before.body, after.body)
  if (facts.length === 0 && rows.every(isSameRow)) return <p>{t('compare.same')}</p>
  return (
    <table class="table compare">
      <caption class="for-ears">{caption}</caption>
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

/** A row shows headings as headings: whoever compares need not know how they are written. */
const Line = (props: { row: Row; heads: readonly [string, string]; label?: string }) => {
  const { heads, label } = props
  const { row, isHeading } = withoutMarks(props.row)
  const kind = [isSameRow(row) ? 'same' : '', isHeading ? 'title' : ''].filter(Boolean).join(' ')
  return (
    <tr class={kind || undefined}>
      {([row.before, row.after] as const).map((side, index) => (
        <td data-label={heads[index]}>
          {label ? <span class="kicker">{label}</span> : null}
          {side ? (
            <div dir="auto">
              <Stretches stretches={side} />
            </div>
          ) : null}
        </td>
      ))}
    </tr>
  )
}
