import { encode } from 'uqr'

/** The same as a picture of its own, for a file. */
export function qrDrawing(text: string): string {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap(rowPath).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`
}

/** A QR code as one path. Black on white in the dark too: scanners look for that. `label` says what it holds. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { border: 2 })
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} width="220" height="220" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={data.flatMap(rowPath).join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** The dark runs of a row. */
const rowPath = (row: boolean[], y: number) =>
  [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
