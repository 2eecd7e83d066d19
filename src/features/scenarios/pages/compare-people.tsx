import { pagesOf } from '../../../platform/paging.ts'
import { pagerOf } from '../../../platform/say.ts'
import { Actions, ButtonLink, Empty, Filters, Pager, Table } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { compareFilePath, comparePath, labPath, scenarioPath } from '../paths.ts'
import { type CompareDesk, type Compared, type CompareFilter, movedPerPage } from '../queries/compare.ts'
import type { Named } from '../queries/people.ts'
import type { Scenario } from '../queries/scenarios.ts'
import type { Moved } from '../scenario/comparison.ts'
import type { Voice } from '../telling.ts'
import { scenarioName } from './lab/telling.ts'
import { CountryField, NamedChip } from './named.tsx'
import { nameAndCountry, partnersInWords, share } from './pricing.ts'

export type MovedProps = {
  round: Round
  desk: CompareDesk
  compared: Compared
  filter: CompareFilter
  voice: Voice
}

/** Who has other partners, what that means for them, and who is in one of the two only. */
export const MovedPeople = ({ round, desk, compared, filter, voice }: MovedProps) => {
  const { t, f } = voice
  const { one, other } = compared
  const [first = '', second = ''] = [one, other].map(({ number }) => t('scenario.numbered', { number }))
  const address = comparePath(round.code, one.number, other.number)
  if (compared.moved.length === 0) return <p>{t('compare.people.none')}</p>
  return (
    <>
      <CountryFilter address={address} round={round} compared={compared} filter={filter} voice={voice} />
      <Table
        caption={t('compare.people.caption', { count: compared.found })}
        keys
        rows={compared.shown}
        empty={<Empty title={t('compare.people.empty.title')} text={t('compare.people.empty')} />}
        columns={[
          {
            label: t('compare.column.person'),
            head: true,
            cell: ({ id }) => <NamedChip one={desk.people.get(id)} round={round} voice={voice} />,
          },
          { label: first, cell: ({ before }) => partnersInWords(before, desk.people, voice) },
          { label: second, cell: ({ after }) => partnersInWords(after, desk.people, voice) },
          { label: t('compare.column.served'), cell: (each) => servedInWords(each, voice) },
        ]}
      />
      <Pages address={address} filter={filter} found={compared.found} voice={voice} />
      <Actions>
        <ButtonLink href={compareFilePath(round.code, one.number, other.number)}>
          {t('compare.download', { count: f.number(compared.moved.length) })}
        </ButtonLink>
        <a href={scenarioPath(round.code, one.number)}>{scenarioName(one, voice)}</a>
        <a href={scenarioPath(round.code, other.number)}>{scenarioName(other, voice)}</a>
      </Actions>
    </>
  )
}

function servedInWords({ servedBefore, servedAfter }: Moved, voice: Voice): string {
  const { t } = voice
  const [before, after] = [servedBefore, servedAfter].map((points) => share(points ?? 0, voice))
  const args = { before: before ?? '', after: after ?? '' }
  if (servedBefore === null)
    return t(servedAfter === null ? 'compare.served.reserve' : 'compare.served.gained', args)
  if (servedAfter === null) return t('compare.served.lost', args)
  if (before === after) return t('compare.served.same', args)
  return t(servedAfter > servedBefore ? 'compare.served.better' : 'compare.served.worse', args)
}

type CountryProps = {
  address: string
  round: Round
  compared: Compared
  filter: CompareFilter
  voice: Voice
}

const CountryFilter = ({ address, round, compared, filter, voice }: CountryProps) => {
  const { t, f } = voice
  const options = compared.countries
    .map(({ code, count }) => ({
      value: code,
      name: f.country(code),
      label: t('filter.option', { name: f.country(code), count }),
    }))
    .sort((a, b) => f.compare(a.name, b.name))
  return (
    <Filters
      action={`${labPath(round.code)}/compare`}
      label={t('compare.filter')}
      submit={t('filter.submit')}
      clear={filter.country ? { href: `${address}#people`, label: t('compare.filter.clear') } : undefined}
    >
      <input type="hidden" name="one" value={String(compared.one.number)} />
      <input type="hidden" name="other" value={String(compared.other.number)} />
      <CountryField value={filter.country} options={options} t={t} />
    </Filters>
  )
}

type PagesProps = { address: string; filter: CompareFilter; found: number; voice: Voice }

const Pages = ({ address, filter, found, voice }: PagesProps) => {
  const pages = pagesOf(found, movedPerPage)
  const to = (page: number | undefined) => {
    const more = [filter.country ? `country=${filter.country}` : '', page ? `page=${page}` : '']
    return `${[address, ...more.filter(Boolean)].join('&')}#people`
  }
  return <Pager {...pagerOf(voice.locale, { page: filter.page, pages }, to)} />
}

type OnlyProps = { ids: readonly string[]; scenario: Scenario; people: Map<string, Named>; voice: Voice }

/** People who are in one of the two only: they joined or left in between. */
export const OnlyIn = ({ ids, scenario, people, voice }: OnlyProps) =>
  ids.length === 0 ? null : (
    <section>
      <h2>{voice.t('compare.only', { count: ids.length, number: scenario.number })}</h2>
      <ul>
        {ids.map((id) => (
          <li>{nameAndCountry(people.get(id), voice)}</li>
        ))}
      </ul>
    </section>
  )
