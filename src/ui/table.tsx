import { type Child, useContext } from 'hono/jsx'
import { Kept } from './form-context.ts'

export type Column<Row> = {
  /** Head of the column, and the label of each cell when rows become cards. */
  label: string
  cell: (row: Row) => Child
  /** Names the row: `th scope=row`, and the title of its card. */
  head?: boolean
  numeric?: boolean
  /** What the head shows in place of the label alone. */
  title?: Child
  /** A column that stands out, for instance the one in force. */
  isMarked?: boolean
  /** Where a click on the head leads, and how the column is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

type TableProps<Row> = {
  caption: string
  /** The caption is still there for screen readers. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  /** Columns to be compared, whose heads may take several lines. */
  compared?: boolean
  /** Few short columns, which fit on a phone as they are. */
  slim?: boolean
  /** Stands in the place of the table when there are no rows. */
  empty?: Child
  /** A checkbox per row, belonging to the form with this id that stands before the table (see `BulkBar`). */
  select?: {
    form: string
    /** Where that form is sent. */
    action: string
    name: string
    value: (row: Row) => string
    label: (row: Row) => string
    isTicked?: (row: Row) => boolean
  }
  /** Id of a row, so that an address can point at it, and the focus goes there. */
  rowId?: (row: Row) => string
  /** Rows can be walked with j and k and opened with Enter; needs JavaScript. */
  keys?: boolean
  /** A class for a row that stands out, for instance one that is pinned. */
  isMarked?: (row: Row) => boolean
}

/** On a phone each row becomes a card; the head stays in sight on a desk. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { columns, rows, select } = props
  const ticks = ticksOf(select)
  if (rows.length === 0 && props.empty) return <>{props.empty}</>
  return (
    <table
      class={['table', props.slim ? 'slim' : '', props.compared ? 'compared' : ''].filter(Boolean).join(' ')}
      data-keys={props.keys ? '' : undefined}
    >
      <caption class={props.captionHidden ? 'for-ears' : undefined}>{props.caption}</caption>
      <thead>
        <tr>
          {select ? <td class="tick" /> : null}
          {columns.map((column) => (
            <HeadCell column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            id={props.rowId?.(row)}
            tabindex={props.rowId ? -1 : undefined}
            class={props.isMarked?.(row) ? 'marked' : undefined}
          >
            {select ? (
              <td class="tick">
                <input
                  type="checkbox"
                  form={select.form}
                  name={select.name}
                  value={select.value(row)}
                  checked={ticks(row)}
                  aria-label={select.label(row)}
                />
              </td>
            ) : null}
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const classOf = <Row,>({ numeric, isMarked }: Column<Row>) =>
  [numeric ? 'numeric' : '', isMarked ? 'marked' : ''].filter(Boolean).join(' ') || undefined

/** Which rows are ticked: as in the form that was kept, where one was. */
function ticksOf<Row>(select: TableProps<Row>['select']): (row: Row) => boolean {
  const kept = useContext(Kept)
  if (!select || kept?.action !== select.action) return (row) => select?.isTicked?.(row) ?? false
  const before = [kept.typed[select.name.replace(/\[\]$/, '')] ?? []].flat()
  return (row) => before.includes(select.value(row))
}

const HeadCell = <Row,>({ column }: { column: Column<Row> }) => (
  <th scope="col" class={classOf(column)} aria-sort={column.sort?.now}>
    {column.sort ? (
      <a href={column.sort.href} class="sort">
        {column.label}
      </a>
    ) : (
      (column.title ?? column.label)
    )}
  </th>
)

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.head ? (
    <th scope="row">{column.cell(row)}</th>
  ) : (
    <td class={classOf(column)} data-label={column.label}>
      {column.cell(row)}
    </td>
  )
