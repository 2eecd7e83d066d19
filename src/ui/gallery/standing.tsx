import { Bars } from '../bars.tsx'
import { Facts, Figures } from '../facts.tsx'
import type { Direction } from '../frame.ts'
import { Disclosure, Steps } from '../guidance.tsx'
import { HoursOfWeek } from '../hours-of-week.tsx'
import { Live, Meter, Progress } from '../progress.tsx'
import type { GalleryWords } from './english.ts'

const regionShares = [412, 208, 187, 143, 31]

export const Standing = ({ words, dir }: { words: GalleryWords; dir: Direction }) => (
  <>
    <h2>{words.parts.standing}</h2>
    <Steps
      label={words.steps}
      words={words.stepWords}
      steps={words.stepNames.map((label, index) => ({
        label,
        state: index < 1 ? 'done' : index === 1 ? 'now' : 'next',
        note: index === 1 ? words.stepNote : undefined,
        href: index < 2 ? `#step-${index}` : undefined,
      }))}
    />
    <Figures figures={words.figures.map(([value = '', label = '']) => ({ value, label }))} />
    <Live src="/progress">
      <Progress
        label={words.sending}
        done={312}
        total={512}
        text={words.sendingText}
        note={words.undoText}
        finished
      />
    </Live>
    <Progress label={words.sending} done={0} total={0} text="0" />
    <Meter label={words.meterLabel} value={198} max={1055} limit={211} text={words.meterText} dir={dir} />
    <Meter label={words.meterLabel} value={243} max={1055} limit={211} text={words.meterOver} dir={dir} />
    <Facts
      facts={[
        { term: words.deadline, detail: '2016-02-07 23:59 UTC' },
        { term: words.workplace, detail: words.workplaces[1] ?? '' },
        { term: words.about, detail: words.quote },
      ]}
    />
    <Bars
      title={words.chart}
      sentence={words.chartSentence}
      dir={dir}
      words={{ label: words.region, value: words.participants, asTable: words.asTable }}
      bars={words.regions.map((label, index) => ({
        label,
        value: regionShares[index] ?? 0,
        text: String(regionShares[index]),
        marked: index === 0,
      }))}
    />
    <Week words={words} dir={dir} />
    <Disclosure summary={words.more}>
      <p>{words.moreText}</p>
    </Disclosure>
  </>
)

/** Hours that go past midnight, and a day without any. */
const Week = ({ words, dir }: { words: GalleryWords; dir: Direction }) => (
  <HoursOfWeek
    title={words.chart}
    sentence={words.chartSentence}
    dir={dir}
    words={{
      day: words.region,
      own: words.participants,
      partner: words.participants,
      asTable: words.asTable,
    }}
    days={words.regions.map((label, index) => ({
      ...{ label, day: label, own: '20:00–02:00', partner: '08:00–14:00' },
      stretches: index === 0 ? [] : [{ from: 1200, until: 60 + index * 20 }],
    }))}
  />
)
