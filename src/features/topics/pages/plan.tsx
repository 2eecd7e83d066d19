import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import {
  Button,
  ButtonLink,
  Disclosure,
  Field,
  Figures,
  Form,
  type Frame,
  OfficePage,
  Table,
  Tabs,
  Tag,
} from '../../../ui/index.ts'
import { mePath } from '../../people/index.ts'
import {
  type DeskPost,
  newPostPath,
  officePostPath,
  type Part,
  parts,
  postPath,
  stageOf,
  type Treated,
  waitingFor,
} from '../../posts/index.ts'
import { type Round, topicDaysOf } from '../../rounds/index.ts'
import { sectorName } from '../../scenarios/index.ts'
import { calendarPath, copyPlanPath, placePath, planPath, writePath } from '../paths.ts'
import { type Fortnight, loadsOf, seasonOf, treatedBefore } from '../plan.ts'
import { words } from '../words.ts'

export type PlanProps = {
  frame: Frame
  rounds: readonly Round[]
  round: Round
  posts: readonly DeskPost[]
  archive: readonly Treated[]
  voices: readonly { authorId: string; country: string | null; sector: string | null }[]
  now: Date
  mayWrite: boolean
}

/** The season of a round: each fortnight with its cluster of posts, who has how much to write, and whose voices are heard. */
export const PlanPage = (props: PlanProps) => {
  const { frame, rounds, round, posts, mayWrite } = props
  const t = words(frame.locale)
  const { fortnights, unplaced } = seasonOf(topicDaysOf(round), posts)
  return (
    <OfficePage
      frame={frame}
      title={t('plan.title', { code: round.code })}
      lead={t('plan.lead')}
      actions={
        mayWrite ? (
          <ButtonLink kind="primary" href={`${newPostPath}?place=${round.code}/`}>
            {t('plan.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      {rounds.length > 1 ? (
        <Tabs
          label={t('calendar.rounds')}
          tabs={rounds.map(({ code }) => ({
            href: planPath(code),
            label: code,
            current: code === round.code,
          }))}
        />
      ) : null}
      <Coverage {...props} />
      <season-plan>
        {fortnights.map((fortnight) => (
          <Cluster {...props} fortnight={fortnight} />
        ))}
        {unplaced.length > 0 ? (
          <Cluster {...props} fortnight={{ number: 0, day: null, posts: unplaced }} />
        ) : null}
      </season-plan>
      <Loads {...props} />
      {mayWrite ? <Copy {...props} /> : null}
      <p>
        <a href={calendarPath(round.code)}>{t('plan.topics', { code: round.code })}</a>
        {mayWrite ? (
          <>
            {' · '}
            <a href={`${mePath}/calendar`}>{t('plan.calendar')}</a>
          </>
        ) : null}
      </p>
    </OfficePage>
  )
}

/** What the season covers at a glance: how much, in which languages, and where its voices come from. */
const Coverage = ({ frame, posts, voices, now }: PlanProps) => {
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
          { value: say.number(posts.length), label: t('plan.posts') },
          { value: say.number(out), label: t('plan.out') },
          { value: say.number(voices.length), label: t('plan.voices') },
          { value: say.number(countries.length), label: t('plan.countries') },
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

const Cluster = (props: PlanProps & { fortnight: Fortnight<DeskPost> }) => {
  const { frame, round, fortnight, mayWrite } = props
  const t = words(frame.locale)
  const { number, day, posts } = fortnight
  const hasTopic = posts.some((post) => post.number !== null)
  const isPlanned = day !== null
  return (
    <section class="season-fortnight" data-fortnight={number === 0 ? '' : number}>
      <h2>
        {number === 0 ? t('plan.unplaced') : t('plan.fortnight', { number })}{' '}
        {isPlanned ? (
          <span class="count">
            {t('plan.starts', { day: formats(frame.locale, round.zone).shortDay(day) })}
          </span>
        ) : null}
      </h2>
      {hasTopic || !isPlanned ? null : (
        <p class="hint">
          {t('plan.no-topic')}{' '}
          {mayWrite ? <a href={writePath(round.code, number)}>{t('write.this', { number })}</a> : null}
        </p>
      )}
      <ul>
        {posts.map((post) => (
          <PlannedPost {...props} post={post} />
        ))}
      </ul>
    </section>
  )
}

/** A post in its cluster: three days that are three things, who writes it, and what was said of it before. */
const PlannedPost = (props: PlanProps & { post: DeskPost }) => {
  const { frame, round, post, archive, now, mayWrite } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const isMovable = mayWrite && post.number === null
  const stage = stageOf(post, now)
  return (
    <li draggable={isMovable ? 'true' : undefined}>
      <a href={officePostPath(post.id)}>
        <bdi lang={post.locale}>{post.title}</bdi>
      </a>{' '}
      <Tag tone={stage === 'published' ? 'leaf' : undefined}>{t(`plan.stage.${stage}`)}</Tag>
      <span class="person-facts">
        {post.part ? <span>{t(`plan.part.${post.part}`)}</span> : null}{' '}
        <span>{post.assignee ? t('plan.writer', { name: post.assignee.name }) : t('plan.nobody')}</span>{' '}
        {post.dueOn ? <span>{t('plan.due', { day: say.shortDay(post.dueOn) })}</span> : null}{' '}
        {post.publishAt ? (
          <span>
            {t(stage === 'published' ? 'plan.came-out' : 'plan.comes-out', {
              at: say.instant(post.publishAt),
            })}
          </span>
        ) : null}
      </span>
      <Before frame={frame} earlier={treatedBefore(post, archive)} zone={round.zone} />
      {isMovable ? <Move {...props} /> : null}
    </li>
  )
}

const Before = ({ frame, earlier, zone }: { frame: Frame; earlier: readonly Treated[]; zone: string }) => {
  const t = words(frame.locale)
  if (earlier.length === 0) return null
  return (
    <p class="hint">
      {t('plan.before')}{' '}
      {earlier.map(({ slug, title, locale, publishAt }, index) => (
        <>
          {index > 0 ? ' · ' : null}
          <a href={postPath(slug)}>
            <bdi lang={locale}>
              {t('plan.before.post', { title, year: dayIn(publishAt, zone).slice(0, 4) })}
            </bdi>
          </a>
        </>
      ))}
    </p>
  )
}

/** Moves a post to another fortnight without a script; a script sends the same form when it is dragged. */
const Move = ({ frame, round, post, posts }: PlanProps & { post: DeskPost }) => {
  const t = words(frame.locale)
  const { fortnights } = seasonOf(topicDaysOf(round), posts)
  return (
    <Disclosure summary={t('plan.move')}>
      <Form action={placePath(round.code)} hidden={{ post: post.id }}>
        <Field
          type="select"
          id={`to-${post.id}`}
          name="fortnight"
          label={t('plan.move.to', { title: post.title })}
          placeholder={t('plan.unplaced')}
          optional=""
          value={post.fortnight === null ? '' : `${post.fortnight}`}
          options={fortnights.map(({ number }) => ({
            value: `${number}`,
            label: t('plan.fortnight', { number }),
          }))}
        />
        <Field
          type="select"
          id={`as-${post.id}`}
          name="part"
          label={t('plan.move.as')}
          placeholder={t('plan.part.none')}
          optional=""
          value={post.part ?? ''}
          options={parts
            .filter((part: Part) => part !== 'lead')
            .map((part) => ({ value: part, label: t(`plan.part.${part}`) }))}
        />
        <Button>{t('plan.move.button')}</Button>
      </Form>
    </Disclosure>
  )
}

const Loads = ({ frame, round, posts, now }: PlanProps) => {
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

const Copy = ({ frame, round, rounds }: PlanProps) => {
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
