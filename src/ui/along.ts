import type { Direction } from './frame.ts'

/**
 * A place along a line that runs the way the page is read, as an SVG's percentage; for a rectangle `width` is its
 * own length, so that its other end is where it starts in right-to-left pages.
 *
 * @param share 0 to 100, as is `width`
 */
export function along(share: number, dir: Direction, width = 0): string {
  return percent(dir === 'rtl' ? 100 - share - width : share)
}

/** With one decimal: a tenth of a percent of any screen is less than two of its points. */
export const percent = (share: number) => `${Math.round(share * 10) / 10}%`
