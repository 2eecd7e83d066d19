import { kinds } from '../../features/people/abilities.ts'
import type { Feature } from '../../features/people/index.ts'

/** Who may do what, as Markdown. */
export const matrixPage = (features: readonly Feature[]): string =>
  [
    '# Who may do what',
    '',
    'A director may what coordinators and editors may. Everyone has what a member has, and anyone who is not signed in',
    'is a visitor. Which rows someone sees is narrower still: each query asks `visibleTo(actor)`.',
    '',
    `| may … |${kinds.map((kind) => ` ${kind} |`).join('')} decided by |`,
    `| --- |${' --- |'.repeat(kinds.length)} --- |`,
    ...features.flatMap(rowsOf),
    '',
  ].join('\n')

const rowsOf = ({ name, abilities = [] }: Feature): string[] =>
  abilities.map(({ policy, may, who }) => {
    const marks = kinds.map((kind) => (who.includes(kind) ? ' yes |' : ' |')).join('')
    return `| ${may} |${marks} \`${name}.${policy.name}\` |`
  })
