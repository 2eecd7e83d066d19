import { ButtonLink, Empty, Field, Filters, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { comparePath, labPath, newScenarioPath } from '../paths.ts'
import type { CompareDesk, Compared, CompareFilter } from '../queries/compare.ts'
import { type Counted, changeAsWritten, type Given } from '../scenario/comparison.ts'
import { type Voice, voiceFor } from '../telling.ts'
import { MovedPeople, type MovedProps, OnlyIn } from './compare-people.tsx'
import { labCrumbs } from './desk.tsx'
import { choiceInWords, scenarioName } from './lab/telling.ts'
import { share } from './pricing.ts'

type CompareProps = { frame: Frame; round: Round; desk: CompareDesk; filter: CompareFilter }

/** Any two scenarios: what differs in their settings and their numbers, and for whom. */
export const ComparePage = ({ frame, round, desk, filter }: CompareProps) => {
  const voice = voiceFor(frame.locale)
  const { t } = voice
  const { compared } = desk
  return (
    <OfficePage
      frame={frame}
      title={
        compared
          ? t('compare.title.two', { one: compared.one.number, other: compared.other.number })
          : t('compare.title')
      }
      lead={t('compare.lead')}
      crumbs={labCrumbs(round, frame.locale)}
    >
      {desk.scenarios.length < 2 ? (
        <Empty title={t('compare.few.title')} text={t('compare.few')}>
          <ButtonLink href={newScenarioPath(round.code)} kind="primary">
            {t('compare.few.act')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <Choose round={round} desk={desk} filter={filter} voice={voice} />
          {compared ? (
            <Differences round={round} desk={desk} compared={compared} filter={filter} voice={voice} />
          ) : (
            <Empty title={t('compare.choose.title')} text={t('compare.choose')} />
          )}
        </>
      )}
    </OfficePage>
  )
}

type ChooseProps = { round: Round; desk: CompareDesk; filter: CompareFilter; voice: Voice }

const Choose = ({ round, desk, filter, voice }: ChooseProps) => {
  const { t } = voice
  const options = desk.scenarios.map((one) => ({
    value: String(one.number),
    label:
      one.id === desk.plan?.id
        ? t('compare.option.plan', { scenario: scenarioName(one, voice) })
        : scenarioName(one, voice),
  }))
  const field = (name: 'one' | 'other') => (
    <Field
      type="select"
      name={name}
      label={t(`compare.${name}`)}
      value={String(filter[name] ?? '')}
      placeholder={filter[name] === undefined ? t('compare.placeholder') : undefined}
      options={options}
    />
  )
  return (
    <Filters
      action={`${labPath(round.code)}/compare`}
      label={t('compare.form')}
      submit={t('compare.submit')}
      clear={
        filter.one !== undefined && filter.other !== undefined && filter.one !== filter.other
          ? { href: comparePath(round.code, filter.other, filter.one), label: t('compare.swap') }
          : undefined
      }
    >
      {field('one')}
      {field('other')}
    </Filters>
  )
}

type DifferencesProps = MovedProps

const Differences = (props: DifferencesProps) => {
  const { round, desk, compared, voice } = props
  const { t } = voice
  return (
    <>
      <p>{summaryOf(compared, voice)}</p>
      {(['one', 'other'] as const).map((side) =>
        compared.changes[side] === 0 ? null : (
          <p class="hint">
            {t('compare.by-hand', {
              scenario: scenarioName(compared[side], voice),
              count: compared.changes[side],
            })}
          </p>
        ),
      )}
      <section>
        <h2>{t('compare.settings')}</h2>
        <Settings compared={compared} round={round} voice={voice} />
      </section>
      <section>
        <h2>{t('compare.numbers')}</h2>
        <Numbers compared={compared} round={round} voice={voice} />
        <p class="hint">
          {desk.plan
            ? t('compare.scale.plan', { scenario: scenarioName(desk.plan, voice) })
            : t('compare.scale')}
        </p>
      </section>
      <section id="people">
        <h2>{t('compare.people')}</h2>
        <MovedPeople {...props} />
      </section>
      <OnlyIn ids={compared.onlyOne} scenario={compared.one} people={desk.people} voice={voice} />
      <OnlyIn ids={compared.onlyOther} scenario={compared.other} people={desk.people} voice={voice} />
    </>
  )
}

function summaryOf({ moved, same }: Compared, { t }: Voice): string {
  if (moved.length === 0) return t('compare.summary.same', { same })
  const known = moved.map(({ servedBefore, servedAfter }) => [servedBefore ?? -1, servedAfter ?? -1] as const)
  return t('compare.summary', {
    same,
    people: moved.length,
    better: known.filter(([before, after]) => after > before).length,
    worse: known.filter(([before, after]) => after < before).length,
  })
}

type TwoProps = { compared: Compared; round: Round; voice: Voice }

/** Heads of the two columns of values: which scenario, and the way to it. */
const heads = ({ one, other }: Compared, { t }: Voice) =>
  [one, other].map(({ number }) => t('scenario.numbered', { number }))

const Settings = ({ compared, voice }: TwoProps) => {
  const { t } = voice
  const [first = '', second = ''] = heads(compared, voice)
  const rows = [
    ...compared.choices.map(({ name, one, other }) => ({
      label: t(`choice.${name}`),
      one: choiceInWords(name, one, voice),
      other: choiceInWords(name, other, voice),
    })),
    ...compared.given.map((each) => givenInWords(each, voice)),
  ]
  return (
    <Table
      caption={t('compare.settings.caption', { count: rows.length })}
      captionHidden
      rows={rows}
      empty={<p>{t('compare.settings.same')}</p>}
      columns={[
        { label: t('compare.column.setting'), head: true, cell: ({ label }) => label },
        { label: first, cell: ({ one }) => one },
        { label: second, cell: ({ other }) => other },
      ]}
    />
  )
}

function givenInWords({ what, one, other }: Given, { t, f }: Voice) {
  const said = (value: string) => (what === 'day' ? f.shortDay(value) : value)
  return { label: t('compare.given', { what }), one: said(one), other: said(other) }
}

const Numbers = ({ compared, voice }: TwoProps) => {
  const { t } = voice
  const [first = '', second = ''] = heads(compared, voice)
  return (
    <Table
      caption={t('compare.numbers.caption')}
      captionHidden
      rows={compared.numbers}
      empty={<p>{t('compare.numbers.same')}</p>}
      columns={[
        { label: t('compare.column.number'), head: true, cell: ({ what }) => t('compare.number', { what }) },
        { label: first, numeric: true, cell: (each) => numberOf(each, each.one, voice) },
        { label: second, numeric: true, cell: (each) => numberOf(each, each.other, voice) },
        { label: t('compare.column.change'), numeric: true, cell: (each) => changeOf(each, voice) },
      ]}
    />
  )
}

const numberOf = (each: Counted, value: number | null, voice: Voice): string => {
  if (value === null) return voice.t('price.none')
  return each.as === 'share' ? share(value, voice) : voice.f.number(value)
}

function changeOf(each: Counted, voice: Voice): string {
  const change = changeAsWritten(each)
  const size = numberOf(each, Math.abs(change), voice)
  return voice.t(change < 0 ? 'compare.less' : 'compare.more', { size })
}
