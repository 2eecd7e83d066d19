/**
 * The sign: two leaves from one stem, which are also the facing pages of an open book.
 *
 * One colour (`currentColor`), legible from 16 px. Decoration beside the name, so hidden from screen readers
 * unless a `label` is given.
 */
export const Sign = ({ size = 24, label }: { size?: number; label?: string }) => (
  <svg
    class="sign"
    viewBox="0 0 32 32"
    width={size}
    height={size}
    fill="currentColor"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : 'true'}
    focusable="false"
  >
    <path d={startLeaf} />
    <path d={endLeaf} />
  </svg>
)

export const startLeaf = 'M15 29C15 21 12.5 15.5 2 13 1.5 5.5 3 3 3 3 11.500 4.500 15 10 15 17Z'
export const endLeaf = 'M17 29C17 21 19.5 15.5 30 13 30.5 5.5 29 3 29 3 20.500 4.500 17 10 17 17Z'
