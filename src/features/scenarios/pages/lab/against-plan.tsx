import { isolate } from '../../../../platform/bidi.ts'
import { joining } from '../../../../platform/joining.ts'
import { ButtonLink, Table } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { comparePath } from '../../paths.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Named } from '../../queries/people.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import type { Differences } from '../../scenario/differences.ts'
import type { Voice } from '../../telling.ts'
import { personInWords } from './rows.tsx'
import { scenarioName } from './telling.ts'

type AgainstProps = {
  round: Round
  one: Measured
  changes: Differences
  /** The few of them that are told by name. */
  first: Differences['changed']
  plan: Scenario
  /** Everyone named in those, by id of their application. */
  people: Map<string, Named>
  voice: Voice
}

/** Who would get another partner than in the plan: the first of them by name, and the way to all. */
export const AgainstPlan = ({ round, one, changes, first, plan, people, voice }: AgainstProps) => {
  const { t, f } = voice
  const personOf = (id: string) => {
    const person = people.get(id)
    return person ? personInWords(person, voice) : ''
  }
  const names = (ids: readonly string[]) =>
    ids.length === 0
      ? t('against.reserve')
      : f.list(ids.map((id) => isolate(people.get(id)?.name ?? '', voice.locale)))
  return (
    <section>
      <h2>{t('against.title', { scenario: scenarioName(plan, voice) })}</h2>
      <p>
        {joining(voice.locale).joined([
          t('against.sentence', { count: changes.changed.length, same: changes.same }),
          ...(changes.onlyBefore.length + changes.onlyAfter.length > 0
            ? [t('against.others', { before: changes.onlyBefore.length, after: changes.onlyAfter.length })]
            : []),
        ])}
      </p>
      {first.length === 0 ? null : (
        <Table
          caption={t('against.caption', { count: first.length, all: changes.changed.length })}
          rows={first}
          columns={[
            {
              label: t('against.person'),
              head: true,
              cell: ({ id }) => personOf(id),
            },
            { label: t('against.before'), cell: ({ before }) => names(before) },
            { label: t('against.after'), cell: ({ after }) => names(after) },
          ]}
        />
      )}
      {changes.changed.length > first.length ? (
        <ButtonLink href={comparePath(round.code, plan.number, one.scenario.number)}>
          {t('against.all', { count: changes.changed.length })}
        </ButtonLink>
      ) : null}
    </section>
  )
}
