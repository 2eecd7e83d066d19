import type { Command } from '../../platform/commands.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { optionLabel, questionLabel } from '../questions/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { askSurveys } from './actions/asking.ts'
import { countSurveys } from './actions/counting.ts'
import { toldSurvey } from './queries/counts.ts'
import { finishedSurvey } from './queries/responses.ts'
import { surveyOf } from './queries/surveys.ts'
import { consentedQuotes } from './queries/texts.ts'
import { sheetOption } from './schema.ts'

const ask: Command = {
  name: 'survey ask',
  grows: true,
  summary: 'Ask everyone whom an open survey has not asked, and remind once, as the clock does each hour.',
  async run(app) {
    const sent = await askSurveys(app)
    return { text: `Asked: ${sent.asked}. Reminded: ${sent.reminded}.`, json: sent }
  },
}

const count: Command = {
  name: 'survey count',
  grows: true,
  summary:
    'Take new answers into the figures where five people at least have given some, as the clock does each hour.',
  async run(app) {
    const editions = await countSurveys(app)
    return { text: `New editions: ${editions}.`, json: { editions } }
  },
}

const results: Command = {
  name: 'survey results',
  summary: 'Show the figures of a survey as they are told: in steps of five, nothing about anyone.',
  options: {
    round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true },
    survey: { help: 'mid or end', value: 'WHICH', required: true },
  },
  async run(app, { options }) {
    const sheet = sheetOption.safeParse(options.survey)
    if (!sheet.success) throw new Unacceptable('bad-survey')
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    const { state, invited } = await surveyOf(app.db, round, sheet.data, app.now())
    const told = await toldSurvey(app.db, round.id, sheet.data)
    const lines = (told?.questions ?? []).flatMap(({ question, chosen }) => [
      ...['', questionLabel(question, 'en')],
      ...question.options.map((option, at) => `  ${optionLabel(question, option, 'en')}: ${chosen[at] ?? 0}`),
    ])
    const answered = told?.answered ?? null
    const head = [`state: ${state}`, `invited: ${invited}`, `answered: ${answered ?? 'fewer than five'}`]
    return { text: [...head, ...lines].join('\n'), json: { state, invited, ...told } }
  },
}

const quotes: Command = {
  name: 'survey quotes',
  summary: 'Show what may be quoted from the survey at the end of a round, and how.',
  options: { round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true } },
  async run(app, { options }) {
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    const found = await consentedQuotes(app.db, round.id)
    const lines = found.map(
      ({ said, name, country }) => `${said}\n  (${[name, country].filter(Boolean).join(', ') || 'no name'})`,
    )
    return { text: lines.join('\n\n'), json: { quotes: found } }
  },
}

const finished: Command = {
  name: 'survey finished',
  summary: 'Show the applications whose people have finished the survey at the end of a round.',
  options: { round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true } },
  async run(app, { options }) {
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    const applications = await finishedSurvey(app.db, round.id)
    return { text: applications.join('\n'), json: { applications } }
  },
}

export const commands = [ask, count, results, quotes, finished]
