import type { Measures } from '../../src/features/scenarios/scenario/measures.ts'

const bins = 20
const width = 480
const height = 150
const floor = height - 24
/** People at the top of the scale, the same in every picture so that they can be compared. */
const most = 700

/** How content people are, as a histogram in bins of five percent, with the lowest tenth in another colour. */
export function picture({ satisfaction, served, people, placed }: Measures): string {
  const counts = new Array<number>(bins).fill(0)
  for (const points of satisfaction) {
    const bin = Math.min(bins - 1, Math.floor((points * bins) / 10_000))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const tenth = satisfaction[Math.floor(satisfaction.length / 10)] ?? 0
  const step = width / bins
  const bars = counts.map((count, bin) => {
    const tall = count === 0 ? 0 : Math.max(2, Math.round((Math.min(count, most) / most) * (floor - 20)))
    const isLow = ((bin + 1) * 10_000) / bins <= tenth
    const said = count > 0 ? `<text x="${(bin + 0.5) * step}" y="${floor - tall - 4}">${count}</text>` : ''
    return `<rect class="${isLow ? 'low' : 'bar'}" x="${bin * step + 1}" y="${floor - tall}" width="${step - 2}" height="${tall}"/>${said}`
  })
  const ticks = [0, 25, 50, 75, 100].map(
    (percent) =>
      `<text x="${Math.min(Math.max((percent / 100) * width, 10), width - 14)}" y="${height - 6}">${percent} %</text>`,
  )
  const title = `${placed} of ${people} people placed; content to ${percent(served?.mean)} on average, the lowest tenth to ${percent(served?.lowestTenth)}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>svg{background:#fbf9f4}text{font:10px sans-serif;text-anchor:middle;fill:#3d3a34}.bar{fill:#2f6b4f}.low{fill:#9c4a3c}line{stroke:#8a857a}@media(prefers-color-scheme:dark){svg{background:#1b1a17}text{fill:#d9d4c8}.bar{fill:#7fb897}.low{fill:#d98e7f}}</style>
${bars.join('\n')}
<line x1="0" x2="${width}" y1="${floor}" y2="${floor}"/>
${ticks.join('\n')}
</svg>
`
}

/** 6,210 points as "62 %". */
export const percent = (points = 0) => `${Math.round(points / 100)} %`
