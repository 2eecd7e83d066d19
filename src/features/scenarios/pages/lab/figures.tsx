import { Disclosure, Facts, Figures, Table } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { choiceNames, choicesOf } from '../../scenario/choices.ts'
import type { Voice } from '../../telling.ts'
import { Lines } from './columns.tsx'
import { percentOf, priceOf, type Row, rowsOf } from './rows.tsx'
import { choiceInWords, tellUnusual } from './telling.ts'

/** The numbers that matter of one scenario. */
export const Numbers = ({ done, isChanged, voice }: { done: Measured; isChanged: boolean; voice: Voice }) => {
  const { t, f } = voice
  const { measures, scenario } = done
  const honoured = (['interests', 'sector', 'stage'] as const).map((what) => ({
    term: t(`row.${what}`),
    detail: t('value.honoured', measures.honoured[what]),
  }))
  return (
    <section>
      <h2>{t(isChanged ? 'scenario.figures.run' : 'scenario.figures')}</h2>
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

type ByHandProps = { round: Round; states: readonly Measured[]; voice: Voice }

/** What changes by hand have made of the run's figures. */
export const ByHand = ({ round, states, voice }: ByHandProps) => {
  const { t } = voice
  const count = states.reduce((most, { changedBy }) => Math.max(most, changedBy), 0)
  return (
    <section>
      <h2>{t('scenario.changed', { count })}</h2>
      <p class="hint">{t('scenario.changed.what')}</p>
      <Table
        compared
        captionHidden
        caption={t('scenario.changed', { count })}
        rows={rowsOf({ code: round.code, shown: states, plan: null, voice }).slice(0, -1)}
        columns={[
          { label: t('row.figure'), head: true, cell: ({ label }) => label },
          ...states.map(({ stands }, place) => ({
            label: t(stands ? 'scenario.state.now' : 'scenario.state.run'),
            cell: ({ cells }: Row) => <div>{cells[place]}</div>,
          })),
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
