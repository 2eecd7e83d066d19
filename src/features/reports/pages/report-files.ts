import { csvOf } from '../../../platform/csv.ts'
import { formats } from '../../../platform/formats.ts'
import { optionLabel, questionLabel } from '../../questions/index.ts'
import { type Round, roundTitle } from '../../rounds/index.ts'
import { groupName } from '../../surveys/index.ts'
import { reportPath } from '../paths.ts'
import { groupings, type RoundReport } from '../round-report.ts'
import { words } from '../words.ts'
import { dataField, publicDomain, tableResource } from './files.ts'

/** One row for each number of a report, in English, for programs. */
export function reportFile({ report, round }: { report: RoundReport; round: Round }): string {
  const { participants, countries, pairs, minutes, groups, survey } = report
  const say = formats('en', 'UTC')
  const row = (measure: string, group: string, value: number) => [round.code, measure, group, value]
  return csvOf(
    ['round', 'measure', 'group', 'value'],
    [
      row('participants', '', participants),
      row('countries', '', countries),
      row('pairs-lasted', '', pairs.lasted),
      row('pairs-in-touch', '', pairs.inTouch),
      row('volunteer-minutes', '', minutes),
      ...groupings.flatMap((by) => [
        ...(groups[by]?.shown ?? []).map(({ name, count }) =>
          row(by, by === 'country' ? say.country(name) : groupName('en', by, name), count),
        ),
        ...(groups[by]?.others ? [row(by, 'others', groups[by].others)] : []),
      ]),
      ...(survey ? [row('answered', '', survey.answered)] : []),
      ...(survey?.questions ?? []).flatMap(({ question, chosen }) =>
        question.options.map((option, at) =>
          row(questionLabel(question, 'en'), optionLabel(question, option, 'en'), chosen[at] ?? 0),
        ),
      ),
    ],
  )
}

/** What that file holds, for programs. @source Frictionless Data, Data Package 1.0 */
export function reportPackage({ round, origin, at }: { round: Round; origin: string; at: Date }) {
  return {
    profile: 'tabular-data-package',
    name: `report-${round.code.toLowerCase()}`,
    title: roundTitle('en', round),
    description: words('en')('report.steps'),
    homepage: origin + reportPath(round.code),
    created: at.toISOString(),
    licenses: publicDomain,
    resources: [
      tableResource('report', [
        dataField('round', 'string', 'Code of the round.'),
        dataField('measure', 'string', 'What is counted: a number of the round, a grouping, or a question.'),
        dataField('group', 'string', 'Group or answer; empty where the measure has none.'),
        dataField('value', 'integer', 'People or pairs in steps of five; countries; minutes.'),
      ]),
    ],
  }
}
