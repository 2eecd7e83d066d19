import { wishable } from '../../src/features/scenarios/score/applicant.ts'
import { percent } from './draw.ts'
import type { Row } from './index.ts'

const number = (value: number) => value.toLocaleString('en')

const share = ({ met, stated }: { met: number; stated: number }) =>
  `${number(met)} of ${number(stated)} (${Math.round((100 * met) / Math.max(1, stated))} %)`

/** The page of the docs, with every number from this run. */
export function page(rows: readonly Row[]): string {
  const line = (label: string, cell: (row: Row) => string) => `| ${label} | ${rows.map(cell).join(' | ')} |`
  const best = rows.at(-1)?.measures
  const names = { sector: 'kind of library', stage: 'career stage', interests: 'interests' }
  return `# How good is the plan?

The real application file of round 2016A, after cleaning and cap, has ${number(best?.people ?? 0)} people. Here they are paired in four ways, under
the same rules (another country, never a former partner, a language in common) and by the same scores. Written by
\`node bench/compared/index.ts\`, which takes the file through the whole system and then lets each method try.

${rows.map(({ method }) => `- **${method.name}.** ${method.says}`).join('\n')}

| | ${rows.map(({ method }) => method.name).join(' | ')} |
| --- | ${rows.map(() => '--:').join(' | ')} |
${line('people placed', ({ measures }) => number(measures.placed))}
${line('left without a partner', ({ measures }) => number(measures.people - measures.placed))}
${line('total points', ({ measures }) => number(measures.total))}
${line('of the best total', ({ measures }) => `${((100 * measures.total) / (best?.total ?? 1)).toFixed(1)} %`)}
${line('worst pair', ({ measures }) => percent(measures.worst ?? 0))}
${line('content on average', ({ measures }) => percent(measures.served?.mean))}
${line('the lowest tenth', ({ measures }) => percent(measures.served?.lowestTenth))}
${line('the worst-served person', ({ measures }) => percent(measures.served?.worst))}
${wishable.map((what) => line(`wishes honoured: ${names[what]}`, ({ measures }) => share(measures.honoured[what]))).join('\n')}
${line('pairs across continents', ({ measures }) => number(measures.acrossRegions))}
${line('blocking pairs', ({ blocking }) => number(blocking))}

A *wish* counts as honoured when it is met for the most part (60 % or more). A person is *content* to the percent to which their own wishes,
and the circumstances that count for everyone, are met. A *blocking pair* are two people who may meet and would both be better served by each
other. Where people differ in what they want, no way to pair everybody may be free of them; few is better.

## How content people are

Each bar is five percent wide and says how many people it holds; the lowest tenth are in red.

${rows.map(({ method, measures }) => `**${method.name}**: content to ${percent(measures.served?.mean)} on average, the lowest tenth to ${percent(measures.served?.lowestTenth)}.\n\n![${method.name}: ${measures.placed} of ${measures.people} people placed; content to ${percent(measures.served?.mean)} on average, the lowest tenth to ${percent(measures.served?.lowestTenth)}](${method.file}.svg)`).join('\n\n')}

## What to make of it

Taking the best pair first uses up the people who suit everybody; the last few to be paired get what is left, and it shows in the worst pair and
in the lowest tenth. Proposals end with few who would rather have each other, and still leave some far behind, because a pair that both like
is never given up for two that would each be good enough. The plan gives up a little at the top so that nobody is at the bottom, and honours more
wishes of every kind. And it comes with a proof that no plan under these rules does better by its objectives: most people, then the best worst pair, then the highest total.
`
}
