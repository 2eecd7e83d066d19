import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { Button, Disclosure, Field, Figures, Form, Table } from '../../../../ui/index.ts'
import { stageOf, waitingFor } from '../../../posts/index.ts'
import { sectorName } from '../../../scenarios/index.ts'
import { copyPlanPath } from '../../paths.ts'
import { loadsOf } from '../../plan.ts'
import { words } from '../../words.ts'
import type { PlanProps } from './plan-props.ts'

/** What the season covers at a glance: how much, in which languages, and where its voices come from. */
export const Coverage = ({ frame, posts, voices, now }: PlanProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const out = posts.filter((post) => stageOf(post, now) === 'published').length
  const named = (values: readonly (string | null)[], name: (value: string) => string) =>
    [...new Set(values.flatMap((value) => value ?? []))].map(name).toSorted(say.compare)
  const countries = named(
    voices.map(({ country }) => country),
    say.country,
  )
  const sectors = named(
    voices.map(({ sector }) => sector),
    (sector) => sectorName(frame.locale, sector as Parameters<typeof sectorName>[1]),
  )
  const languages = named(
    posts.map(({ locale }) => locale),
    say.language,
  )
  return (
    <section>
      <Figures
        figures={[
          { value: say.number(posts.length), label: t('plan.posts', { count: posts.length }) },
          { value: say.number(out), label: t('plan.out') },
          { value: say.number(voices.length), label: t('plan.voices', { count: voices.length }) },
          { value: say.number(countries.length), label: t('plan.countries', { count: countries.length }) },
        ]}
      />
      <p class="hint">
        {countries.length > 0 ? `${t('plan.from', { countries: say.list(countries) })} ` : null}
        {sectors.length > 0 ? `${t('plan.sectors', { sectors: say.list(sectors) })} ` : null}
        {languages.length > 0 ? t('plan.languages', { languages: say.list(languages) }) : null}
      </p>
    </section>
  )
}

/** Who has how much to write. */
export const Loads = ({ frame, round, posts, now }: PlanProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const open = posts.filter((post) => ['text', 'writer'].includes(waitingFor(post, now)))
  const loads = loadsOf(open, dayIn(now, round.zone))
  if (loads.length === 0) return null
  return (
    <section>
      <h2>{t('plan.loads')}</h2>
      <Table
        caption={t('plan.loads')}
        captionHidden
        rows={loads}
        columns={[
          { label: t('plan.load.name'), head: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { label: t('plan.load.open'), numeric: true, cell: ({ open: count }) => say.number(count) },
          { label: t('plan.load.late'), numeric: true, cell: ({ late }) => say.number(late) },
          { label: t('plan.load.next'), cell: ({ nextOn }) => (nextOn ? say.shortDay(nextOn) : '–') },
        ]}
      />
    </section>
  )
}

/** Plans the round as an earlier one was. */
export const Copy = ({ frame, round, rounds }: PlanProps) => {
  const t = words(frame.locale)
  const others = rounds.filter(({ code }) => code !== round.code)
  if (others.length === 0) return null
  return (
    <Disclosure summary={t('plan.copy.title')}>
      <Form action={copyPlanPath(round.code)}>
        <p>{t('plan.copy.text')}</p>
        <Field
          type="select"
          name="from"
          label={t('plan.copy.from')}
          options={others.map(({ code }) => ({ value: code, label: code }))}
        />
        <Button>{t('plan.copy.button')}</Button>
      </Form>
    </Disclosure>
  )
}
