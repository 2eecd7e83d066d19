import type { FormState } from '../../../platform/forms.ts'
import {
  ButtonLink,
  Disclosure,
  Empty,
  Figures,
  type Frame,
  Meter,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { cleanPath } from '../paths.ts'
import type { CapMeter } from '../queries/cap.ts'
import { ApplyAgain, Standing, stageOf, TryPercent } from './cap-acts.tsx'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type Props = { frame: Frame; round: Round; meter: CapMeter; form: FormState }

const countriesShown = 8

/** How the country cap stands, the one act that applies it, and what another percentage would mean. */
export const CapPage = ({ frame, round, meter, form }: Props) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const { outcome } = meter
  const { field, faults } = voice.form(form, { percent: t('cap.field') })
  const asking = outcome.accepted.length + outcome.waiting.length
  const part = { round, meter, voice }
  return (
    <OfficePage
      frame={frame}
      title={t('cap.title')}
      lead={leadOf(part)}
      crumbs={crumbsOf(round, voice, 'applications')}
      faults={faults}
    >
      {asking === 0 && !meter.isReleased ? (
        <Empty title={t('cap.empty.title')} text={t('cap.empty.text')}>
          <ButtonLink href={cleanPath(round.code)} kind="primary">
            {t('list.clean')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <Standing {...part} />
          {meter.waited > 0 ? <p>{t('cap.waited', { count: meter.waited })}</p> : null}
          <Shares {...part} />
          <Meters {...part} dir={frame.dir} />
          {meter.isReleased ? null : <TryPercent {...part} field={field('percent')} />}
          <Countries {...part} />
          <ApplyAgain {...part} />
        </>
      )}
    </OfficePage>
  )
}

type Part = { round: Round; meter: CapMeter; voice: Voice }

/** Whether the places of the page have been given, so that it tells of them as of what was. */
const isPast = ({ round, meter }: Part) => ['done', 'released'].includes(stageOf(round, meter))

const tenseOf = (part: Part) => (isPast(part) ? 'past' : 'coming')

function leadOf(part: Part): string {
  const { t, say } = part.voice
  const percent = say.percent(part.meter.outcome.percent / 100)
  const at = part.round.capAppliedAt
  return isPast(part) && at
    ? t('cap.lead.done', { percent, at: say.instant(at) })
    : t('cap.lead', { percent })
}

const Shares = (part: Part) => {
  const { t, say } = part.voice
  const { accepted, waiting, countries } = part.meter.outcome
  const tense = tenseOf(part)
  const figure = (value: number, label: string) => ({ value: say.number(value), label })
  return (
    <Figures
      figures={[
        figure(accepted.length, t(`cap.${tense}.accepted`, { count: accepted.length })),
        figure(waiting.length, t(`cap.${tense}.waiting`, { count: waiting.length })),
        figure(countries.length, t('cap.countries', { count: countries.length })),
      ]}
    />
  )
}

const Meters = ({ dir, ...part }: Part & { dir: Frame['dir'] }) => {
  const { t, say } = part.voice
  const { countries, most, accepted } = part.meter.outcome
  const tense = tenseOf(part)
  // Room beyond the line, so that it is seen where nobody reaches it.
  const scale = Math.max(countries[0]?.asking ?? 1, Math.ceil(most * 1.1))
  return (
    <section>
      <h2>{t('cap.meter')}</h2>
      <p>{t(`cap.${tense}.meter-lead`, { most: say.number(most), count: accepted.length })}</p>
      {countries.slice(0, countriesShown).map(({ country, asking, accepted: inside, waiting }) => (
        <Meter
          label={say.country(country)}
          value={asking}
          max={scale}
          limit={most}
          dir={dir}
          text={t(`cap.${tense}.meter-text`, {
            asking,
            share: say.percent(inside / Math.max(accepted.length, 1)),
            waiting,
          })}
        />
      ))}
    </section>
  )
}

const Countries = ({ meter, voice }: Part) => {
  const { t, say } = voice
  return (
    <Disclosure summary={t('cap.table')}>
      <Table
        caption={t('cap.table')}
        captionHidden
        rows={meter.outcome.countries}
        isMarked={({ waiting }) => waiting > 0}
        columns={[
          { label: t('field.country'), head: true, cell: ({ country }) => say.country(country) },
          { label: t('cap.column.asking'), numeric: true, cell: ({ asking }) => say.number(asking) },
          { label: t('cap.column.accepted'), numeric: true, cell: ({ accepted }) => say.number(accepted) },
          { label: t('cap.column.waiting'), numeric: true, cell: ({ waiting }) => say.number(waiting) },
          {
            label: t('cap.column.share'),
            numeric: true,
            cell: ({ accepted }) => say.percent(accepted / Math.max(meter.outcome.accepted.length, 1)),
          },
        ]}
      />
    </Disclosure>
  )
}
