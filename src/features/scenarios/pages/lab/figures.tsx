import { Disclosure, Facts, Figures } from '../../../../ui/index.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { choiceNames, choicesOf } from '../../scenario/choices.ts'
import type { Voice } from '../../telling.ts'
import { Lines } from './columns.tsx'
import { percentOf, priceOf } from './rows.tsx'
import { choiceInWords, tellUnusual } from './telling.ts'

/** The numbers that matter of one scenario. */
export const Numbers = ({ done, voice }: { done: Measured; voice: Voice }) => {
  const { t, f } = voice
  const { measures, scenario } = done
  const honoured = (['interests', 'sector', 'stage'] as const).map((what) => ({
    term: t(`row.${what}`),
    detail: t('value.honoured', measures.honoured[what]),
  }))
  return (
    <section>
      <h2>{t('scenario.figures')}</h2>
      <Figures
        figures={[
          { value: f.number(measures.placed), label: t('figure.placed') },
          { value: f.number(done.left.length), label: t('figure.left') },
          { value: percentOf(measures.fit?.mean, voice), label: t('figure.mean-pair') },
          { value: percentOf(measures.fit?.worst, voice), label: t('figure.worst') },
          { value: percentOf(measures.served?.mean, voice), label: t('figure.mean') },
          { value: percentOf(measures.served?.lowestTenth, voice), label: t('figure.tenth') },
          { value: percentOf(measures.served?.worst, voice), label: t('figure.least') },
        ]}
      />
      <Facts
        facts={[
          ...honoured,
          {
            term: t('row.regions'),
            detail: t('value.regions', {
              count: measures.acrossRegions,
              pairs: measures.links.reduce((sum, { count }) => sum + count, 0),
            }),
          },
          { term: t('row.total'), detail: f.number(scenario.total ?? 0) },
          { term: t('row.price'), detail: priceOf(scenario, voice) },
        ]}
      />
    </section>
  )
}

/** Its settings: those that differ first. */
export const SettingsOf = ({ scenario, voice }: { scenario: Scenario; voice: Voice }) => {
  const { t } = voice
  const different = tellUnusual(scenario.settings, voice)
  const own = choicesOf(scenario.settings)
  return (
    <section>
      <h2>{t('scenario.settings')}</h2>
      {different.length === 0 ? <p>{t('scenario.usual')}</p> : <Lines lines={different} />}
      <Disclosure summary={t('scenario.all-settings')}>
        <Facts
          facts={[
            ...choiceNames.map((name) => ({
              term: t(`choice.${name}`),
              detail: choiceInWords(name, own, voice),
            })),
            { term: t('choice.seed'), detail: String(scenario.seed) },
            { term: t('scenario.engine'), detail: scenario.engine },
          ]}
        />
      </Disclosure>
    </section>
  )
}
