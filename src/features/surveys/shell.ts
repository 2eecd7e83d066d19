import { everybody, type Feature } from '../people/index.ts'
import { commands } from './commands.ts'
import { askForSurveys, countAnswers } from './jobs.ts'
import { ownData } from './own-data.ts'
import { mayExportFigures, mayReadTexts, mayRunSurveys } from './policy.ts'
import { surveyMatters } from './queries/matters.ts'
import { ownSurveys } from './queries/mine.ts'
import { office, routes } from './routes/index.ts'
import { worded } from './worded.ts'
import { words } from './words.ts'

export const shell: Feature = {
  name: 'surveys',
  worded,
  ownData,
  tasks: {
    closing: ['survey.planned', 'survey.released', 'survey.recalled', 'survey.closed', 'survey.exported'],
  },
  routes,
  office,
  clockwork: [askForSurveys, countAnswers],
  commands,
  deskOfRounds: surveyMatters,
  mine: ownSurveys,
  mailKinds: {
    survey: (locale) => words(locale)('mail-kind.survey'),
    'survey-reminder': (locale) => words(locale)('mail-kind.survey-reminder'),
  },
  campaignKinds: { survey: (locale) => words(locale)('campaign-kind.survey') },
  unlisted: ['/survey'],
  abilities: [
    {
      policy: mayRunSurveys,
      may: 'decide what surveys ask and when, and see their figures',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayReadTexts,
      may: 'read what people wrote in surveys, without their names',
      who: everybody.whoCoordinates,
    },
    {
      policy: mayExportFigures,
      may: 'download the figures of a survey',
      who: everybody.whoCoordinates,
      asksAgain: ['POST /office/rounds/:code/surveys/:sheet/export'],
    },
  ],
}
