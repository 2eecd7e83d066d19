import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Question, questionLabel, questionsOf } from '../../questions/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { type Figures, groupings } from '../figures.ts'
import { mayExportFigures } from '../policy.ts'
import { editionsOf } from '../queries/counts.ts'
import type { SurveyPlace } from './planning.ts'

/** A line of the file: a question, by what and whom, an option by its number and its words, and how many. */
export type FigureLine = [string, string, string, number, string, number]

/**
 * The figures of a survey for a file, as they are told on its page; none before there are any.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function exportFigures(
  app: App,
  actor: Actor,
  { code, sheet }: SurveyPlace,
): Promise<FigureLine[]> {
  allow(mayExportFigures(actor))
  const round = await roundByCode(app.db, actor, code)
  const edition = (await editionsOf(app.db, sheet)).find(({ roundId }) => roundId === round.id)
  const lines = edition ? linesOf(edition.figures, await questionsOf(app.db, round.id, sheet)) : []
  await app.db
    .transaction()
    .execute((tx) =>
      note(tx, app.now(), actor.id, 'survey.exported', round.id, { sheet, lines: lines.length }),
    )
  return lines
}

const linesOf = (figures: Figures, questions: readonly Question[]): FigureLine[] =>
  questions.flatMap((question) => {
    const told = figures.questions.find(({ lineageId }) => lineageId === question.lineageId)
    if (!told) return []
    const label = questionLabel(question, 'en')
    const line = (grouping: string, group: string, at: number, count: number): FigureLine => {
      const said = question.options[at]?.words.en ?? ''
      return [label, grouping, group, at + 1, said, count]
    }
    return [
      ...told.options.map(({ chosen }, at) => line('all', '', at, chosen)),
      ...groupings.flatMap((grouping) =>
        (figures.groups[grouping] ?? []).flatMap(({ name }, place) =>
          (told.by[grouping][place] ?? []).map((count, at) => line(grouping, name ?? 'others', at, count)),
        ),
      ),
    ]
  })
