import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { Button, Disclosure, Field, Form, type Frame, Tag } from '../../../../ui/index.ts'
import {
  type DeskPost,
  officePostPath,
  type Part,
  parts,
  postPath,
  stageOf,
  type Treated,
  treatedBefore,
} from '../../../posts/index.ts'
import { topicDaysOf } from '../../../rounds/index.ts'
import { cardId, placePath, writePath } from '../../paths.ts'
import { type Fortnight, seasonOf } from '../../plan.ts'
import type { Place } from '../../schema.ts'
import { words } from '../../words.ts'
import { offersNew } from '../offering.ts'
import type { PlanProps } from './plan-props.ts'

/** A fortnight with the posts that are planned for it, or those without one. */
export const Cluster = (props: PlanProps & { fortnight: Fortnight<DeskPost> }) => {
  const { frame, round, fortnight, now, mayWrite } = props
  const t = words(frame.locale)
  const { number, day, posts } = fortnight
  const hasTopic = posts.some((post) => post.number !== null)
  const isPlanned = day !== null
  return (
    <section
      class="season-fortnight"
      data-fortnight={number === 0 ? '' : number}
      data-name={number === 0 ? t('plan.unplaced') : t('plan.fortnight', { number })}
    >
      <h2>
        {number === 0 ? t('plan.unplaced') : t('plan.fortnight', { number })}{' '}
        {isPlanned ? (
          <span class="count">
            {t('plan.starts', { day: formats(frame.locale, round.zone).shortDay(day) })}
          </span>
        ) : null}
      </h2>
      {number === 0 && posts.length === 0 ? <p class="hint">{t('plan.unplaced.none')}</p> : null}
      {hasTopic || !isPlanned || !offersNew(round, now) ? null : (
        <p class="hint">
          {t('plan.no-topic')}{' '}
          {mayWrite ? <a href={writePath(round.code, number)}>{t('write.this', { number })}</a> : null}
        </p>
      )}
      <ul data-keys>
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
    <li id={cardId(post.id)} tabindex={-1} data-post={isMovable ? '' : undefined}>
      {isMovable ? (
        <button
          class="grip"
          type="button"
          aria-label={t('plan.grip', { title: post.title })}
          aria-describedby="plan-keys"
          hidden
        />
      ) : null}
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
      {isMovable && props.moved?.post === post.id ? <Undo {...props} moved={props.moved} /> : null}
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

/** Puts a post back where it stood before it was moved. */
const Undo = ({ frame, round, post, moved }: PlanProps & { post: DeskPost; moved: Place }) => {
  const t = words(frame.locale)
  const { fortnight, part } = moved
  return (
    <Form
      action={placePath(round.code)}
      hidden={{ post: post.id, fortnight: `${fortnight ?? ''}`, part: part ?? '' }}
    >
      <Button label={t('plan.undo.label', { title: post.title })} shortcut="u">
        {t('plan.undo')}
      </Button>
    </Form>
  )
}
