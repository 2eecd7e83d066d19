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

export const startLeaf = 'M15.1 29C14 24.4 9.5 22.6 2.6 22.4 1.3 15.5 1.5 9 2.6 3 10 4.6 15.1 9.6 15.1 17.5Z'
export const endLeaf =
  'M16.9 29C18 24.4 22.5 22.6 29.4 22.4 30.7 15.5 30.5 9 29.4 3 22 4.6 16.9 9.6 16.9 17.5Z'
