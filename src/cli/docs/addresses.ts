import type { Feature } from '../../features/people/index.ts'
import { workOf } from '../../worker/work-of.ts'

/** Every address a feature answers, as Markdown. */
export function addressesPage(features: readonly Feature[]): string {
  const open = features.flatMap(({ routes }) => routes?.routes ?? [])
  const office = features
    .flatMap(({ office }) => office?.routes ?? [])
    .map((route) => ({ ...route, path: `/office${route.path}` }))
  return [
    '# Addresses',
    '',
    'Those under `/office` are behind the gate: visitors are asked to sign in, members without a role are refused. Each',
    'action then asks its own policy; see [who may do what](who-may-what.md).',
    '',
    'Where it says so, someone who may do it shows again who they are, unless they did within five minutes.',
    '',
    '| address | methods | asks again |',
    '| --- | --- | --- |',
    ...rowsOf([...open, ...office], new Set(features.flatMap(doorsThatAskAgain))),
    '',
  ].join('\n')
}

const doorsThatAskAgain = ({ abilities = [] }: Feature): string[] =>
  abilities.flatMap(({ asksAgain = [] }) => asksAgain)

function rowsOf(routes: { path: string; method: string }[], asking: ReadonlySet<string>): string[] {
  const byPath = Map.groupBy(routes, (route) => route.path)
  return [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, same]) => {
      const methods = [...new Set(same.map((route) => route.method))].sort()
      const asked = methods.filter((method) => asking.has(`${method} ${path}`))
      return `| \`${path.replaceAll('|', '\\|')}\` | ${methods.join(', ')} | ${asked.join(', ')} |`
    })
}

/** Every job and what the clock starts, as Markdown. */
export function jobsPage(features: readonly Feature[]): string {
  const { jobs, clockwork } = workOf(features)
  return [
    '# Jobs',
    '',
    '| job | started by |',
    '| --- | --- |',
    ...jobs.map(({ name }) => `| ${name} | an action |`),
    ...clockwork.map(({ name, cron }) => `| ${name} | the clock: \`${cron}\` (UTC) |`),
    '',
  ].join('\n')
}
