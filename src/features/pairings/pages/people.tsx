import { formats } from '../../../platform/formats.ts'
import { Button, Empty, Form, type Frame, OfficePage, PersonChip, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Alternative } from '../alternatives.ts'
import { alternativesPath } from '../paths.ts'
import type { Named } from '../queries/people.ts'
import { sectorName, words } from '../words.ts'
import { deskCrumbs } from './desk.tsx'

type AlternativesProps = {
  frame: Frame
  round: Round
  person: Named
  /** Everyone named in the alternatives, by id of their application. */
  people: Map<string, Named>
  alternatives: Alternative[]
}

/** Whom someone could have as a partner instead: what each swap gives, costs, and does to those left behind. */
export const AlternativesPage = ({ frame, round, person, people, alternatives }: AlternativesProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  return (
    <OfficePage
      frame={frame}
      title={t('alternatives.title', { name: person.name })}
      lead={t('alternatives.lead')}
      crumbs={deskCrumbs(round, frame.locale)}
    >
      <Table
        caption={t('alternatives.caption', { count: alternatives.length })}
        keys
        rows={alternatives}
        empty={<Empty title={t('alternatives.none.title')} text={t('alternatives.none')} />}
        columns={[
          {
            label: t('column.partner'),
            head: true,
            cell: ({ id }) => {
              const one = people.get(id)
              return one ? (
                <PersonChip
                  name={one.name}
                  country={f.country(one.country)}
                  sector={sectorName(frame.locale, one.sector)}
                />
              ) : null
            },
          },
          { label: t('column.score'), numeric: true, cell: ({ score }) => f.percent(score / 10_000) },
          {
            label: t('column.left-behind'),
            cell: ({ leftBehind, leftScore }) => {
              const names = f.list(leftBehind.map(nameOf))
              if (leftBehind.length === 0) return t('alternatives.nobody-left')
              if (leftScore === null) return t('alternatives.left-reserve', { names })
              return t('alternatives.left-paired', { names, score: f.percent(leftScore / 10_000) })
            },
          },
          {
            label: t('column.cost'),
            numeric: true,
            cell: ({ cost }) => t(cost < 0 ? 'cost.gain' : 'cost', { points: Math.abs(cost) }),
          },
          {
            label: t('column.act'),
            cell: ({ id }) => (
              <Form
                action={`${alternativesPath(round.code, person.applicationId)}/swap`}
                token={frame.formToken}
                hidden={{ with: id }}
              >
                <Button label={t('alternatives.swap.label', { name: person.name, partner: nameOf(id) })}>
                  {t('alternatives.swap')}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </OfficePage>
  )
}
