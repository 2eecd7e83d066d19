import type { Command as Program } from 'commander'

/** Every command of the terminal with its help, as Markdown. */
export const commandsPage = (program: Program): string =>
  [
    '# Commands',
    '',
    'As `npx twinleaf …` or `npm run -s twinleaf -- …`. Exit code 0: done; 1: a fault; 2: refused.',
    '',
    ...leaves(program).flatMap(section),
  ].join('\n')

const leaves = (program: Program): Program[] =>
  program.commands.length === 0
    ? [program]
    : program.commands.flatMap((sub) => (sub.name() === 'help' ? [] : leaves(sub)))

function section(program: Program): string[] {
  const options = program.options.map((option) => `| \`${option.flags}\` | ${option.description} |`)
  const table = options.length > 0 ? ['| option | meaning |', '| --- | --- |', ...options, ''] : []
  return [`## ${pathOf(program)}`, '', program.description(), '', ...table]
}

function pathOf(program: Program): string {
  const args = program.registeredArguments.map((argument) =>
    argument.required ? argument.name() : `[${argument.name()}]`,
  )
  const parents: string[] = []
  for (let at: Program | null = program; at?.parent; at = at.parent) parents.unshift(at.name())
  return [...parents, ...args].join(' ')
}
