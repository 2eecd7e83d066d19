import { formats } from '../../../platform/formats.ts'
import { platformWords, refusalOrErrorWords } from '../../../platform/say.ts'
import {
  Actions,
  ButtonLink,
  Facts,
  type Frame,
  Notice,
  OfficePage,
  PersonChip,
  Unkept,
} from '../../../ui/index.ts'
import { memberPath } from '../../checkins/index.ts'
import { rematchPath, trioPath } from '../../rounds/index.ts'
import { lettersFor, stepOfLetter } from '../letter.ts'
import { partCasePath, writePath } from '../paths.ts'
import type { CaseLine, CaseMember } from '../queries/queue.ts'
import { words } from '../words.ts'
import type { CaseProps } from './case-props.ts'
import { Handling, TakeForm } from './handling.tsx'
import { History } from './history.tsx'
import { Due, ownerOf, queueCrumbs } from './queue.tsx'

/** One case: what it is about, what comes next, and all that happened. */
export const CasePage = (props: CaseProps) => {
  const { frame, one, again } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <OfficePage
      frame={frame}
      title={say.names(one.members.map(({ name }) => name))}
      kicker={t('case.kicker', { number: String(one.number), kind: t(`kind.${one.kind}`), code: one.code })}
      lead={t(`kind.${one.kind}.lead`)}
      crumbs={queueCrumbs(frame)}
      faults={Object.entries(again?.errors ?? {}).map(([name, code]) => ({
        name: `${again?.form}-${name}`,
        message: refusalOrErrorWords(words, frame.locale)(code),
      }))}
    >
      {one.outcome && again ? (
        <Unkept
          title={t('refusal.case-closed')}
          label={platformWords(frame.locale)('unkept')}
          text={again.typed.body ?? again.typed.note ?? ''}
        />
      ) : null}
      {one.outcome ? (
        <Notice tone="success" title={t('case.closed')}>
          {t(`outcome.${one.outcome}`)}
        </Notice>
      ) : one.isOver && one.kind !== 'conduct' ? (
        <Notice title={t('case.over.title')}>{t('case.over')}</Notice>
      ) : (
        <Next {...props} />
      )}
      <About {...props} />
      {one.outcome ? null : <Handling {...props} />}
      <History {...props} />
    </OfficePage>
  )
}

const About = ({ frame, zone, now, one }: CaseProps) => {
  const t = words(frame.locale)
  return (
    <Facts
      facts={[
        ...one.members.map((member) => ({
          term: member.applicationId === one.applicationId ? t('case.about') : t('case.partner'),
          detail: <Member {...{ frame, one, member }} />,
        })),
        ...(one.closedAt && !one.ownerId
          ? []
          : [{ term: t('column.owner'), detail: ownerOf(one, frame.locale) }]),
        {
          term: t(one.closedAt ? 'case.closed-at' : 'column.due'),
          detail: <Due {...{ frame, zone, now, one }} />,
        },
      ]}
    />
  )
}

/** In a report, which is answered from one’s own mailbox, with the address. */
const Member = ({ frame, one, member }: { frame: Frame; one: CaseLine; member: CaseMember }) => {
  const t = words(frame.locale)
  const standing = member.isWaiting ? 'waiting' : member.isPartner ? null : 'parted'
  return (
    <>
      <PersonChip
        name={member.name}
        country={formats(frame.locale, 'UTC').country(member.country)}
        {...(standing ? { note: t(`member.${standing}`) } : {})}
        {...(member.isPartner ? { href: memberPath(one.code, member.applicationId) } : {})}
      />{' '}
      {member.email ? (
        <a href={`mailto:${member.email}`} dir="ltr">
          {member.email}
        </a>
      ) : null}
    </>
  )
}

/** The step that comes next, with the way to do it: a page, or the emails that are ready. */
const Next = (props: CaseProps) => {
  const { frame, one, actorId } = props
  const t = words(frame.locale)
  const page = {
    rematch: { href: rematchPath(one.code), label: t('step.rematch.link') },
    release: { href: partCasePath(one.number), label: t('step.release.link') },
  }[one.next as 'rematch' | 'release']
  const letters = lettersFor(one, one.members)
  const first = page ? undefined : letters.find(({ name }) => stepOfLetter[name] === one.next)
  // Nobody looks after it: before anything else somebody says that they do.
  const isToBeTaken = one.ownerId === null && actorId !== null
  const kindOf = (isFirst: boolean) => (isFirst && !isToBeTaken ? 'primary' : 'quiet')
  const nameOf = (id: string) => one.members.find(({ applicationId }) => applicationId === id)?.name ?? ''
  return (
    <section>
      <h2>{t('case.next', { step: t(`step.${one.next}`) })}</h2>
      <p>{t(`step.${one.next}.text`)}</p>
      {isToBeTaken ? <TakeForm {...{ frame, one }} kind="primary" /> : null}
      <Actions>
        {page ? (
          <ButtonLink kind={kindOf(true)} href={page.href}>
            {page.label}
          </ButtonLink>
        ) : null}
        {letters.map((letter) => (
          <ButtonLink kind={kindOf(letter === first)} href={writePath(one.number, letter.name, letter.to)}>
            {t(`letter.${letter.name}.link`, { name: nameOf(letter.to) })}
          </ButtonLink>
        ))}
      </Actions>
      <Trios {...props} />
    </section>
  )
}

/** For each of them who waits: the pair that is asked whether it takes them in, or where to ask one. */
const Trios = ({ frame, zone, one, trios }: CaseProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const waiting = one.kind === 'conduct' ? [] : one.members.filter(({ isWaiting }) => isWaiting)
  return waiting.map(({ applicationId, name }) => {
    const asked = trios.find((trio) => trio.applicationId === applicationId)
    return (
      <p>
        {asked
          ? `${t('trio.asked', { name, names: say.names(asked.names), until: say.instant(asked.openUntil) })} `
          : null}
        <a href={trioPath(one.code, applicationId)}>{t('trio.link', { name })}</a>
      </p>
    )
  })
}
