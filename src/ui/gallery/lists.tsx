import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { Empty, Tabs } from '../guidance.tsx'
import { BulkBar, Filters, KeyHints, Pager } from '../list-tools.tsx'
import { PersonChip, Tag } from '../person-chip.tsx'
import { type Column, Table } from '../table.tsx'
import type { GalleryWords } from './english.ts'

type Person = GalleryWords['people'][number]

const columnsOf = (words: GalleryWords): Column<Person>[] => [
  {
    label: words.applicant,
    head: true,
    cell: (person) => <PersonChip {...person} href={`#${person.name}`} />,
    sort: { href: '?sort=name', now: 'ascending' },
  },
  { label: words.arrived, cell: () => '2016-01-11 14:24', sort: { href: '?sort=arrived' } },
  { label: words.points, numeric: true, cell: (person) => person.name.length * 37 },
  {
    label: words.standing,
    cell: (person) =>
      person.name.length > 20 ? (
        <Tag tone="brass">{words.waiting}</Tag>
      ) : person.name.length < 2 ? (
        <Tag tone="thread">{words.duplicate}</Tag>
      ) : (
        <Tag tone="leaf">{words.accepted}</Tag>
      ),
  },
]

export const Lists = ({ words }: { words: GalleryWords }) => (
  <section>
    <h2>{words.parts.lists}</h2>
    <Tabs
      label={words.tabs}
      tabs={words.tabNames.map((label, index) => ({
        href: `#tab-${index}`,
        label,
        current: index === 0,
        count: index === 0 ? '1,055' : undefined,
      }))}
    />
    <Filters action="#" label={words.filters} submit={words.show} clear={{ href: '#all', label: words.all }}>
      <Field type="search" name="q" label={words.search} />
      <Field
        type="select"
        name="in"
        label={words.country}
        placeholder={words.choose}
        options={words.countries.map((label) => ({ value: label, label }))}
      />
    </Filters>
    <KeyHints keys={words.keys} everywhere={words.everywhere} />
    <Ticked words={words} />
    <BulkBar form="bulk" hint={words.bulkHint} words={{ ticked: words.ticked, all: words.tickAll }}>
      <Button form="bulk">{words.accept}</Button>
      <Button form="bulk">{words.drop}</Button>
    </BulkBar>
    <Pager
      label={words.pager}
      position={words.position}
      previous={{ href: '#1', label: words.previous }}
      next={{ href: '#3', label: words.next }}
    />
    <Table caption={words.applications} columns={columnsOf(words)} rows={words.people.slice(0, 1)} />
    <Table
      caption={words.applications}
      columns={columnsOf(words)}
      rows={[]}
      empty={
        <Empty title={words.emptyTitle} text={words.emptyText}>
          <ButtonLink href="#import">{words.import}</ButtonLink>
        </Empty>
      }
    />
  </section>
)

const Ticked = ({ words }: { words: GalleryWords }) => (
  <Table
    caption={words.applications}
    columns={columnsOf(words)}
    rows={words.people}
    select={{
      form: 'bulk',
      action: '#',
      name: 'people[]',
      value: (person) => person.name,
      label: (person) => `${words.tickOne}: ${person.name}`,
      isTicked: (person) => person.name === 'O',
    }}
    isMarked={(person) => person.name === 'Li Wei'}
    keys
  />
)
