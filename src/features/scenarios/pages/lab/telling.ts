import { isolate } from '../../../../platform/bidi.ts'
import { platformWords } from '../../../../platform/say.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { type Choices, choicesOf, unusual } from '../../scenario/choices.ts'
import { defaultSettings, type Settings } from '../../scenario/settings.ts'
import type { Voice } from '../../telling.ts'

/** What a coordinator calls a scenario: its number, and its title if it has one. */
export const scenarioName = (
  scenario: Pick<Scenario, 'number' | 'title'>,
  { t, locale }: Pick<Voice, 't' | 'locale'>,
): string =>
  scenario.title
    ? t('scenario.titled', { number: scenario.number, title: isolate(scenario.title, locale) })
    : t('scenario.numbered', { number: scenario.number })

/** The same, and which state of it: what its run found, where it was changed by hand since, or what it has become. */
export const stateName = ({ scenario, stands, changedBy }: Measured, voice: Voice): string => {
  const name = scenarioName(scenario, voice)
  if (!stands) return voice.t('scenario.as-run', { scenario: name })
  return changedBy === 0 ? name : voice.t('scenario.by-hand', { scenario: name, count: changedBy })
}

/** Who made it, and when. */
export const madeBy = ({ madeBy: name, madeAt }: Scenario, { t, f, locale }: Voice): string =>
  t('scenario.made', {
    name: name === null ? platformWords(locale)('terminal') : isolate(name, locale),
    at: f.instant(madeAt),
  })

/** The settings that are not the usual ones, a short line each. */
export function tellUnusual(settings: Settings, voice: Voice): string[] {
  const own = choicesOf(settings)
  return unusual(settings).map((name) => tellOne(name, own, voice))
}

/** The seed where it is not the plan's: of scenarios with equal settings, the only thing that tells them apart. */
export const tellSeed = (scenario: Scenario, plan: Scenario | null, { t }: Voice): string[] =>
  plan === null || scenario.seed === plan.seed
    ? []
    : [
        t('unusual.number', {
          what: t('choice.seed'),
          value: String(scenario.seed),
          usual: String(plan.seed),
        }),
      ]

function tellOne(name: keyof Choices, own: Choices, voice: Voice): string {
  const { t } = voice
  switch (name) {
    case 'scorer':
      return t(`scorer.${own.scorer}`)
    case 'mostHoursApart':
      return own.mostHoursApart === null
        ? t('unusual.any-hours')
        : t('unusual.mostHoursApart', { hours: own.mostHoursApart })
    case 'worstFirst':
    case 'commonLanguages':
    case 'oddOneOut':
    case 'keepsPins':
      return t(`unusual.${name}`)
    case 'keepBonus':
      return t('unusual.keepBonus', { points: own.keepBonus })
    default: {
      const usual = choiceInWords(name, choicesOf(defaultSettings), voice)
      return t('unusual.number', { what: t(`choice.${name}`), value: choiceInWords(name, own, voice), usual })
    }
  }
}

/** What a choice is, as it is read beside its name. */
export function choiceInWords(name: keyof Choices, own: Choices, { t, f }: Voice): string {
  switch (name) {
    case 'scorer':
      return t(`scorer.${own.scorer}`)
    case 'wishesShare':
    case 'questions':
    case 'lessSatisfiedShare':
      return f.percent(own[name] / 100)
    case 'enoughHours':
      return t('choice.in-hours', { hours: own.enoughHours })
    case 'mostHoursApart':
      return own.mostHoursApart === null
        ? t('choice.any')
        : t('choice.in-hours', { hours: own.mostHoursApart })
    case 'commonLanguages':
      return t(`choice.commonLanguages.${own.commonLanguages}`)
    case 'oddOneOut':
      return t(`choice.oddOneOut.${own.oddOneOut}`)
    case 'worstFirst':
      return t(own.worstFirst ? 'choice.worstFirst.yes' : 'choice.worstFirst.no')
    case 'keepsPins':
      return t(own.keepsPins ? 'choice.keepsPins.yes' : 'choice.keepsPins.no')
    case 'keepBonus':
      return t('choice.keepBonus.points', { points: own.keepBonus })
    default:
      return f.number(own[name])
  }
}
