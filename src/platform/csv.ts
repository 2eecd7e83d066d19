import { stringify } from 'csv-stringify/sync'

/** Signs that make a spreadsheet take a cell for a formula: full-width forms included, and blanks before them. */
const formulaStart = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/**
 * A table for spreadsheets: UTF-8 with a mark so that Excel reads names right, every cell quoted, cells
 * that would be taken for formulas led by an apostrophe.
 */
export const csvOf = (
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string =>
  stringify([header, ...rows], {
    bom: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    cast: { string: (text) => (formulaStart.test(text) ? `'${text}` : text) },
  })
