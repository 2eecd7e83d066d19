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
${line('people with a partner', ({ measures }) => number(measures.placed))}
${line('left without a partner', ({ measures }) => number(measures.people - measures.placed))}
${line('total points', ({ measures }) => number(measures.total))}
${line('of the best total', ({ measures }) => `${((100 * measures.total) / (best?.total ?? 1)).toFixed(1)} %`)}
${line('fit of the weakest pair', ({ measures }) => percent(measures.worst ?? 0))}
${line('average fit', ({ measures }) => percent(measures.served?.mean))}
${line('average fit, lowest tenth', ({ measures }) => percent(measures.served?.lowestTenth))}
${line('lowest fit of a person', ({ measures }) => percent(measures.served?.worst))}
${wishable.map((what) => line(`wishes honoured: ${names[what]}`, ({ measures }) => share(measures.honoured[what]))).join('\n')}
${line('pairs across continents', ({ measures }) => number(measures.acrossRegions))}
${line('blocking pairs', ({ blocking }) => number(blocking))}

A *wish* counts as honoured when it is met for the most part (60 % or more). A person’s *fit* says in percent how far
their own wishes, and the circumstances that count for everyone, are met. A *blocking pair* is two people who may meet and who would both
prefer each other to the partners they have. Where people want different things, there may be no plan without such pairs; fewer is better.

## How the fit is spread

Each bar is five percent wide and shows the number of people in it. The lowest tenth is red.

${rows.map(({ method, measures }) => `**${method.name}**: average fit ${percent(measures.served?.mean)}, in the lowest tenth ${percent(measures.served?.lowestTenth)}.\n\n![${method.name}: ${measures.placed} of ${measures.people} people placed; average fit ${percent(measures.served?.mean)}, in the lowest tenth ${percent(measures.served?.lowestTenth)}](${method.file}.svg)`).join('\n\n')}

## What to make of it

Taking the best pair first uses up the people who suit everyone; the last few to be paired get what is left, and it shows in the weakest pair and
in the lowest tenth. Proposals end with few people who would rather have each other, but still leave some far behind: a pair that both like
is never given up for two pairs that would each be good enough. The plan gives up a little at the top so that nobody is at the bottom, and honours more
wishes of every kind. And it comes with a proof that no plan under these rules does better by its objectives: most people, then the strongest weakest pair, then the highest total.
`
}
