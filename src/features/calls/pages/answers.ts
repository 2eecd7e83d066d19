import { isolate } from '../../../platform/bidi.ts'
import { joining } from '../../../platform/joining.ts'
import {
  isInterest,
  sectors,
  stages,
  usualTimes,
  wishables,
  zonesOfCountry,
} from '../../applications/index.ts'
import { givenIn, type Question, tellAnswer } from '../../questions/index.ts'
import { type FormPage, languageRows, listIn, textIn, type Values } from '../draft.ts'
import type { Answered } from '../queries/answers.ts'
import type { FormerPartner } from '../queries/former.ts'
import type { Voice } from './voice.ts'

/** A question with its answer, in words. */
export type Answer = { question: string; answer: string }

/** The answers of a page as they are read back; questions that were not answered are left out. */
export function answersOn(page: FormPage, answered: Answered, voice: Voice): Answer[] {
  const { t } = voice
  const { values, questions } = answered
  const all: Record<FormPage, () => (readonly [string, string])[]> = {
    you: () => [
      [t('field.name'), textIn(values, 'name')],
      [t('field.email'), textIn(values, 'email')],
      [t('field.country'), textIn(values, 'country') && voice.say.country(textIn(values, 'country'))],
    ],
    work: () => workIn(values, voice),
    talking: () => talkingIn(values, voice),
    partner: () => partnerIn(answered, voice),
    more: () => ownIn(values, questions, voice),
  }
  return all[page]()
    .filter(([, answer]) => answer !== '')
    .map(([question, answer]) => ({ question, answer }))
}

const ownIn = (values: Values, questions: readonly Question[], { locale }: Voice) =>
  givenIn(questions, values).map((given): [string, string] => {
    const { question, answer } = tellAnswer(given, locale)
    return [question, answer]
  })

function workIn(values: Values, { t, named, locale }: Voice): [string, string][] {
  const sector = sectors.find((code) => code === values.sector)
  const stage = stages.find((code) => code === values.stage)
  return [
    [t('field.workplace'), textIn(values, 'workplace')],
    [t('field.jobTitle'), textIn(values, 'jobTitle')],
    [t('field.sector'), sector ? named(`sector.${sector}`) : ''],
    [t('field.stage'), stage ? named(`stage.${stage}`) : ''],
    [
      t('field.interests'),
      joining(locale).parted(
        listIn(values, 'interests')
          .filter(isInterest)
          .map((code) => named(`interest.${code}`)),
      ),
    ],
  ]
}

function talkingIn(values: Values, { t, say, locale }: Voice): [string, string][] {
  const codes = languageRows.map((row) => textIn(values, `language${row}`))
  const languages = languageRows.flatMap((row, at) => {
    const code = codes[at] ?? ''
    const how = textIn(values, `comfort${row}`) === 'write' ? 'write' : 'talk'
    const isTold = code !== '' && codes.indexOf(code) === at
    return isTold ? [joining(locale).aside(say.language(code), t(`comfort.${how}`))] : []
  })
  const times = usualTimes.filter((time) => listIn(values, 'times').includes(time))
  const shares = textIn(values, 'sharesEmail')
  return [
    [t('field.languages'), say.list(languages)],
    [t('field.zone'), zoneIn(values)],
    [t('field.times'), joining(locale).parted(times.map((time) => t(`time.${time}`)))],
    [t('answer.sharesEmail'), shares === 'yes' || shares === 'no' ? t(`field.sharesEmail.${shares}`) : ''],
  ]
}

/** The city by which a zone is called, where the country leaves a choice. */
function zoneIn(values: Values): string {
  const isChosen = zonesOfCountry(textIn(values, 'country')).length > 1
  return isChosen ? (textIn(values, 'zone').split('/').at(-1) ?? '').replaceAll('_', ' ') : ''
}

function partnerIn({ values, former }: Answered, voice: Voice): [string, string][] {
  const { t, say } = voice
  const again = former.filter(({ id }) => listIn(values, 'again').includes(id))
  const dear = wishables.filter((what) => listIn(values, 'dear').includes(what))
  return [
    [t('field.about'), textIn(values, 'about')],
    ...wishFields.map(([, name]): [string, string] => [t(`field.${name}`), wishIn(values, name, voice)]),
    [t('answer.dear'), joining(voice.locale).parted(dear.map((what) => t(`field.${wishFieldOf[what]}`)))],
    [t('field.again'), say.list(again.map((one) => formerPartner(one, voice)))],
    [t('field.wishNote'), textIn(values, 'wishNote')],
    [t('field.takesTwo'), listIn(values, 'takesTwo').length > 0 ? t('field.takesTwo.yes') : ''],
  ]
}

/** A former partner as they are named to the other: by given name, country and round. */
export const formerPartner = (
  { givenName, country, rounds }: FormerPartner,
  { t, say, locale }: Voice,
): string =>
  t('again.partner', {
    name: isolate(givenName, locale),
    country: country === null ? 'none' : say.country(country),
    rounds: say.list(rounds.map((code) => isolate(code, locale))),
  })

export const wishFieldOf = { sector: 'wishSector', stage: 'wishStage', interests: 'wishInterests' } as const
export const wishFields = wishables.map((what) => [what, wishFieldOf[what]] as const)

const wishNames = ['like', 'different', 'earlier', 'later', 'any'] as const

function wishIn(values: Values, name: string, { named }: Voice): string {
  const wish = wishNames.find((one) => one === values[name])
  return wish ? named(`wish.mine.${wish}`) : ''
}
