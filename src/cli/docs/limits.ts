import type { Feature } from '../../features/people/index.ts'
import type { ListedLimit } from '../../platform/limits.ts'
import { siteLimits } from '../../web/limits.ts'

/** Every limit, of the site and of its features, as Markdown. */
export function limitsPage(features: readonly Feature[]): string {
  const limits = [
    ...siteLimits,
    ...features.flatMap((feature) => [...largestBodies(feature), ...(feature.limits ?? [])]),
  ]
  return [
    '# Limits',
    '',
    'What one visitor, one request or one text may cost, and what is answered past it.',
    '',
    '| of | at most | past it |',
    '| --- | --- | --- |',
    ...limits.map(({ of, most, past }) => `| ${of} | ${most} | ${past} |`),
    '',
  ].join('\n')
}

const largestBodies = ({ largestBody }: Feature): ListedLimit[] =>
  largestBody
    ? [
        {
          of: `a form at \`${largestBody.at.source.replaceAll('\\/', '/').replaceAll('|', '\\|')}\``,
          most: `${largestBody.megabytes} MB`,
          past: '413',
        },
      ]
    : []
