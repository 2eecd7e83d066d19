import type { Command } from '../../../platform/commands.ts'
import type { Application } from '../application.ts'
import type { Change, Problem } from '../checks.ts'
import { kindCounts, leftOn } from '../desk.ts'
import { unreadableInWords } from '../pages/reading-in-words.ts'
import { answerInWords, shownFields, type Voice, voiceFor } from '../pages/saying.ts'
import { badRows } from '../queries/imports.ts'
import { deskOfRound, roundOption } from './round.ts'

/** So many of each are named unless somebody asks for all: in a large file there may be thousands. */
const namedAtOnce = 20

export const problemsCommand: Command = {
  name: 'applications problems',
  summary: 'Show what is left to clean: problems, probable duplicates and rows that could not be read.',
  options: {
    round: roundOption,
    all: { help: `every one, and not the first ${namedAtOnce} of each kind` },
  },
  async run(app, { options, switches }) {
    const { round, desk, rows } = await deskOfRound(app, options)
    const bad = await badRows(app.db, round.id)
    const row = (id: string) => rows.get(id) ?? null
    const problems = [...desk.problems].flatMap(([id, list]) =>
      list.map((problem) => ({ id, row: row(id), ...problem })),
    )
    const duplicates = desk.duplicates.map((one) => ({
      ...one,
      earlierRow: row(one.earlier),
      laterRow: row(one.later),
    }))
    const kinds = kindCounts(desk)
    const voice = voiceFor({ locale: 'en', now: app.now() }, round.zone)
    const { t, say } = voice
    const first = (what: string, lines: readonly string[]) =>
      switches.has('all') || lines.length <= namedAtOnce
        ? lines
        : [
            ...lines.slice(0, namedAtOnce),
            `and ${say.number(lines.length - namedAtOnce)} more ${what}; add --all to see them`,
          ]
    return {
      text: [
        `${leftOn(desk)} questions left`,
        ...kinds.map(
          ({ kind, count, obvious }) => `  ${t(`kind.${kind}`)}: ${count}, ${obvious} of them obvious`,
        ),
        ...first(
          'problems',
          problems.map((one) => `row ${one.row}  ${problemInWords(one, desk.byId.get(one.id), voice)}`),
        ),
        ...first(
          'probable duplicates',
          duplicates.map(
            ({ earlierRow, laterRow, certainty, same }) =>
              `rows ${earlierRow} and ${laterRow}  ${t(`certainty.${certainty}`)} (${say.list(same.map((thing) => t(`same.${thing}`)))})`,
          ),
        ),
        ...first(
          'rows that could not be read',
          bad.map((one) => `row ${one.number} of ${one.fileName}  ${unreadableInWords(one, t)}`),
        ),
      ].join('\n'),
      json: {
        left: leftOn(desk),
        kinds,
        problems,
        duplicates,
        rows: bad.map(({ fileName, number, problem }) => ({ fileName, row: number, problem })),
      },
    }
  },
}

/** "Country not understood: IL  ->  Country: United States" */
function problemInWords(
  { kind, written, suggestion }: Problem,
  application: Application | undefined,
  voice: Voice,
): string {
  const said = [voice.t(`kind.${kind}`), written].filter((text) => text !== '').join(': ')
  return suggestion && application ? `${said}  ->  ${changeInFields(application, suggestion, voice)}` : said
}

/** What a change would make of an application, each answer by the name of its field. */
function changeInFields(application: Application, change: Change, voice: Voice): string {
  const after = { ...application, ...change }
  return shownFields
    .filter((field) => field in change)
    .map(
      (field) => `${voice.t(`field.${field}`)}: ${answerInWords(after, field, voice) || voice.t('unknown')}`,
    )
    .join('; ')
}
