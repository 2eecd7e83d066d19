/** Signs that make a spreadsheet take a cell for a formula, full-width forms included. */
const formulaStart = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/**
 * A table for spreadsheets: UTF-8 with a mark so that Excel reads names right, every cell quoted, cells
 * that would be taken for formulas led by an apostrophe.
 */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const line = (cells: readonly (string | number | null)[]) => cells.map(cellOf).join(',')
  return `\ufeff${[header, ...rows].map((row) => `${line(row)}\r\n`).join('')}`
}

function cellOf(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
