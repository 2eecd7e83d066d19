import { withQuery } from '../../../platform/paths.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Field,
  Filters,
  Form,
  type Frame,
  OfficePage,
  Pager,
  PersonChip,
  Table,
  Tabs,
  Tag,
} from '../../../ui/index.ts'
import { isChosen, optionLabel, type Question, questionLabel } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Application, type State, sectors, states } from '../application.ts'
import { countriesOn, type Desk, stateCounts } from '../desk.ts'
import { answersPath, applicationsPath, capPath, cleanPath, importPath } from '../paths.ts'
import type { ListQuery } from '../schema.ts'
import { chipOf, crumbsOf, type Voice, voiceOf } from './saying.ts'

const perPage = 50
/** About as many rows are seen at once. */
const rowsOnScreen = 10

type Props = {
  frame: Frame
  round: Round
  desk: Desk
  query: ListQuery
  found: readonly Application[]
  /** What the round asks itself. */
  questions: readonly Question[]
}

/** Everyone who applied, with where their application stands; filters live in the address. */
export const ApplicationsPage = ({ frame, round, desk, query, found, questions }: Props) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const actions = (
    <>
      <ButtonLink href={cleanPath(round.code)} kind={desk.applications.length > 0 ? 'primary' : 'quiet'}>
        {t('list.clean')}
      </ButtonLink>
      <ButtonLink href={capPath(round.code)}>{t('list.cap')}</ButtonLink>
      <ButtonLink href={importPath(round.code)}>{t('list.import')}</ButtonLink>
    </>
  )
  return (
    <OfficePage
      frame={frame}
      title={t('list.title')}
      crumbs={crumbsOf(round, voice)}
      part={found.length > perPage ? positionOf(query, found.length, voice) : undefined}
      actions={desk.applications.length > 0 ? actions : null}
      isLong={found.length > rowsOnScreen}
    >
      {desk.applications.length === 0 ? (
        <Empty title={t('list.empty.title')} text={t('list.empty.text')}>
          <ButtonLink href={importPath(round.code)} kind="primary">
            {t('list.import')}
          </ButtonLink>
        </Empty>
      ) : (
        <List {...{ voice, round, desk, query, found, questions }} />
      )}
      {questions.length > 0 && desk.applications.length > 0 ? (
        <Form action={answersPath(round.code)}>
          <Actions>
            <Button>{t('list.answers')}</Button>
          </Actions>
        </Form>
      ) : null}
    </OfficePage>
  )
}

const List = ({ voice, round, desk, query, found, questions }: Omit<Props, 'frame'> & { voice: Voice }) => {
  const { t, say } = voice
  const shown = found.slice((query.page - 1) * perPage, query.page * perPage)
  return (
    <>
      <StateTabs voice={voice} round={round} desk={desk} query={query} />
      <ListFilters {...{ voice, round, desk, query, questions }} />
      <Table
        caption={t('list.caption', { count: found.length })}
        keys
        rows={shown}
        empty={<Empty title={t('list.none.title')} text={t('list.none.text')} />}
        columns={[
          {
            label: t('column.person'),
            head: true,
            cell: (one) => <PersonChip {...chipOf(one, voice, round)} />,
          },
          { label: t('column.workplace'), cell: (one) => <bdi>{one.workplace}</bdi> },
          { label: t('column.sent'), cell: (one) => say.instant(one.submittedAt) },
          {
            label: t('column.state'),
            cell: (one) => <StateTag state={desk.states.get(one.id) ?? 'problem'} voice={voice} />,
          },
        ]}
      />
      {found.length > perPage ? (
        <ListPager voice={voice} round={round} query={query} count={found.length} />
      ) : null}
    </>
  )
}

const tones: Partial<Record<State, 'leaf' | 'brass' | 'thread'>> = {
  problem: 'thread',
  accepted: 'leaf',
  waiting: 'brass',
}

export const StateTag = ({ state, voice }: { state: State; voice: Voice }) => (
  <Tag tone={tones[state]}>{voice.t(`state.${state}`)}</Tag>
)

const address = (round: Round, query: ListQuery, change: Partial<ListQuery>) => {
  const { page, ...rest } = { ...query, page: 1, ...change }
  return withQuery(applicationsPath(round.code), { ...rest, page: page === 1 ? undefined : page })
}

type PartProps = { voice: Voice; round: Round; desk: Desk; query: ListQuery }

const StateTabs = ({ voice, round, desk, query }: PartProps) => {
  const { t, say } = voice
  const counts = stateCounts(desk)
  const all = {
    href: address(round, query, { state: undefined }),
    label: t('state.all'),
    current: query.state === undefined,
    count: say.number(desk.applications.length),
  }
  const some = states
    .filter((state) => counts[state] > 0 || query.state === state)
    .map((state) => ({
      href: address(round, query, { state }),
      label: t(`state.${state}`),
      current: query.state === state,
      count: say.number(counts[state]),
    }))
  return <Tabs label={t('list.states')} tabs={[all, ...some]} />
}

const ListFilters = ({ voice, round, desk, query, questions }: PartProps & Pick<Props, 'questions'>) => {
  const { t, say } = voice
  const options = countriesOn(desk)
    .map((code) => ({ value: code, label: say.country(code) }))
    .sort((a, b) => say.compare(a.label, b.label))
  const chosen = [query.country, query.sector, query.answer]
  const isFiltered = chosen.some((one) => one !== undefined) || (query.q ?? '') !== ''
  const clear = { href: address(round, { page: 1, state: query.state }, {}), label: t('filter.clear') }
  return (
    <Filters
      action={applicationsPath(round.code)}
      label={t('filter.label')}
      submit={t('filter.submit')}
      clear={isFiltered ? clear : undefined}
    >
      {query.state ? <input type="hidden" name="state" value={query.state} /> : null}
      <Field type="search" name="q" label={t('filter.q')} value={query.q ?? ''} />
      <Field
        type="select"
        name="country"
        label={t('field.country')}
        value={query.country ?? ''}
        placeholder={t('filter.all')}
        options={options}
      />
      <Field
        type="select"
        name="sector"
        label={t('field.sector')}
        value={query.sector ?? ''}
        placeholder={t('filter.all')}
        options={sectors.map((sector) => ({ value: sector, label: t(`sector.${sector}`) }))}
      />
      <AnswerFilter {...{ voice, query, questions }} />
    </Filters>
  )
}

/** By what was chosen as an answer to a question of the round itself. */
const AnswerFilter = ({ voice, query, questions }: Pick<Props, 'query' | 'questions'> & { voice: Voice }) => {
  const { t, locale } = voice
  const groups = questions
    .filter(({ kind }) => isChosen(kind))
    .map((question) => ({
      label: questionLabel(question, locale),
      options: question.options.map((option) => ({
        value: option.id,
        label: optionLabel(question, option, locale),
      })),
    }))
  if (groups.length === 0) return null
  return (
    <Field
      type="select"
      name="answer"
      label={t('filter.answer')}
      value={query.answer ?? ''}
      placeholder={t('filter.answer.all')}
      options={[]}
      groups={groups}
    />
  )
}

const positionOf = ({ page }: ListQuery, count: number, { t, say }: Voice) =>
  t('pager.position', {
    first: say.number((page - 1) * perPage + 1),
    last: say.number(Math.min(page * perPage, count)),
    count: say.number(count),
  })

const ListPager = ({
  voice,
  round,
  query,
  count,
}: {
  voice: Voice
  round: Round
  query: ListQuery
  count: number
}) => {
  const { t } = voice
  const last = Math.min(query.page * perPage, count)
  return (
    <Pager
      label={t('pager.label')}
      position={positionOf(query, count, voice)}
      previous={
        query.page > 1
          ? { href: address(round, query, { page: query.page - 1 }), label: t('pager.previous') }
          : undefined
      }
      next={
        last < count
          ? { href: address(round, query, { page: query.page + 1 }), label: t('pager.next') }
          : undefined
      }
    />
  )
}
