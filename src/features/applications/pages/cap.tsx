import type { FormField, FormState } from '../../../platform/forms.ts'
import { platformWords } from '../../../platform/say.ts'
import {
  Button,
  ButtonLink,
  Confirm,
  Disclosure,
  Empty,
  Field,
  Figures,
  type Frame,
  Meter,
  Notice,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import { officeRoundPath, type Round } from '../../rounds/index.ts'
import { applyCapPath, capPath, cleanPath, withQuery } from '../paths.ts'
import type { CapMeter } from '../queries/cap.ts'
import { crumbsOf, type Voice, voiceOf } from './saying.ts'

type Props = { frame: Frame; round: Round; meter: CapMeter; form: FormState }

const countriesShown = 8

/** How the country cap stands, what another percentage would mean, and the one act that applies it. */
export const CapPage = ({ frame, round, meter, form }: Props) => {
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const { outcome, now } = meter
  const { field, faults } = voice.form(form, { percent: t('cap.field') })
  const asking = outcome.accepted.length + outcome.waiting.length
  return (
    <OfficePage
      frame={frame}
      title={t('cap.title')}
      lead={t('cap.lead', { percent: say.percent(outcome.percent / 100) })}
      crumbs={crumbsOf(round, voice, 'applications')}
      faults={faults}
    >
      {asking === 0 ? (
        <Empty title={t('cap.empty.title')} text={t('cap.empty.text')}>
          <ButtonLink href={cleanPath(round.code)} kind="primary">
            {t('list.clean')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          {now.problems > 0 ? (
            <Notice tone="warning" actions={<a href={cleanPath(round.code)}>{t('list.clean')}</a>}>
              {t('cap.problems', { count: now.problems })}
            </Notice>
          ) : null}
          <Figures
            figures={[
              {
                value: say.number(outcome.accepted.length),
                label: t('cap.accepted', { count: outcome.accepted.length }),
              },
              {
                value: say.number(outcome.waiting.length),
                label: t('cap.waiting', { count: outcome.waiting.length }),
              },
              {
                value: say.number(outcome.countries.length),
                label: t('cap.countries', { count: outcome.countries.length }),
              },
            ]}
          />
          <Meters meter={meter} voice={voice} dir={frame.dir} />
          <TryPercent round={round} meter={meter} voice={voice} field={field('percent')} />
          <Apply round={round} meter={meter} voice={voice} />
          <Countries meter={meter} voice={voice} />
        </>
      )}
    </OfficePage>
  )
}

type Part = { round: Round; meter: CapMeter; voice: Voice }

const Meters = ({ meter, voice, dir }: { meter: CapMeter; voice: Voice; dir: Frame['dir'] }) => {
  const { t, say } = voice
  const { countries, most, accepted } = meter.outcome
  // Room beyond the line, so that it is seen where nobody reaches it.
  const scale = Math.max(countries[0]?.asking ?? 1, Math.ceil(most * 1.1))
  return (
    <section>
      <h2>{t('cap.meter')}</h2>
      <p>{t('cap.meter.lead', { most: say.number(most), count: accepted.length })}</p>
      {countries.slice(0, countriesShown).map(({ country, asking, accepted: inside, waiting }) => (
        <Meter
          label={say.country(country)}
          value={asking}
          max={scale}
          limit={most}
          dir={dir}
          text={t('cap.meter.text', {
            asking,
            share: say.percent(inside / Math.max(accepted.length, 1)),
            waiting,
          })}
        />
      ))}
    </section>
  )
}

const TryPercent = ({ round, meter, voice, field }: Part & { field: FormField }) => {
  const { t, say } = voice
  const all = meter.percentForAll
  return (
    <section>
      <h2>{t('cap.try')}</h2>
      <Table
        caption={t('cap.try.caption')}
        rows={meter.others}
        isMarked={(one) => one.percent === meter.outcome.percent}
        columns={[
          {
            label: t('cap.percent'),
            head: true,
            cell: ({ percent }) => (
              <a href={withQuery(capPath(round.code), { percent })}>{say.percent(percent / 100)}</a>
            ),
          },
          { label: t('cap.column.accepted'), numeric: true, cell: (one) => say.number(one.accepted) },
          { label: t('cap.column.waiting'), numeric: true, cell: (one) => say.number(one.waiting) },
          { label: t('cap.column.capped'), numeric: true, cell: (one) => say.number(one.capped) },
        ]}
      />
      {all !== null ? <p class="hint">{t('cap.all', { percent: say.percent(all / 100) })}</p> : null}
      <form class="form" method="get" action={capPath(round.code)} novalidate>
        <Field type="number" width="short" min={1} max={100} suffix="%" {...field} />
        <div class="actions">
          <Button>{t('cap.preview')}</Button>
        </div>
      </form>
    </section>
  )
}

/** A dangerous act: says what will happen, to whom, and that mails cannot be called back. */
const Apply = ({ round, meter, voice }: Part) => {
  const { t, say } = voice
  const { toAccept, toWait } = meter.change
  if (toAccept + toWait === 0) return <Notice tone="success">{t('cap.up-to-date')}</Notice>
  return (
    <section id="apply">
      <h2>{t('cap.apply.title')}</h2>
      <Confirm
        action={applyCapPath(round.code)}
        hidden={{ percent: String(meter.outcome.percent) }}
        what={{
          title: t('cap.apply.what'),
          items: [
            t('cap.apply.accept', { count: toAccept }),
            t('cap.apply.wait', { count: toWait }),
            ...(meter.now.problems > 0 ? [t('cap.apply.problems', { count: meter.now.problems })] : []),
          ],
        }}
        whom={{
          title: t('cap.apply.whom'),
          body: t('cap.apply.whom.text', {
            count: toAccept + toWait,
            percent: say.percent(meter.outcome.percent / 100),
          }),
        }}
        undo={{ title: t('cap.apply.undo'), body: t('cap.apply.undo.text') }}
        button={t('cap.apply.submit', { accept: toAccept, wait: toWait })}
        cancel={{ href: officeRoundPath(round.code), label: platformWords(voice.locale)('cancel') }}
      />
    </section>
  )
}

const Countries = ({ meter, voice }: { meter: CapMeter; voice: Voice }) => {
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
