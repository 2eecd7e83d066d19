import { type Frame, type Place, WorldMap } from '../../../../ui/index.ts'
import type { Measures } from '../../scenario/measures.ts'
import { placeOf } from '../../scenario/places.ts'
import type { Voice } from '../../telling.ts'

/** Where the people are who have a partner, and between which countries the pairs are. */
export const PairsOnMap = ({
  frame,
  measures,
  voice,
  all,
}: {
  frame: Frame
  measures: Measures
  voice: Voice
  /** Where the whole lists are. */
  all: string
}) => {
  const { t, f } = voice
  const places = [...measures.byCountry].flatMap(([country, { people }]): Place[] => {
    const point = placeOf(country)
    const text = t('value.people', { count: people })
    return point ? [{ id: country, label: f.country(country), ...point, count: people, text }] : []
  })
  const [widest] = measures.links
  return (
    <WorldMap
      title={t('map.title')}
      sentence={
        widest
          ? t('map.sentence', {
              countries: measures.byCountry.size,
              one: f.country(widest.from),
              other: f.country(widest.to),
              count: widest.count,
            })
          : t('map.nobody')
      }
      places={places}
      links={measures.links.map((link) => ({ ...link, text: t('map.pairs', { count: link.count }) }))}
      dir={frame.dir}
      all={{ href: all, label: t('map.all') }}
      words={{
        place: t('map.country'),
        people: t('chart.people'),
        link: t('map.link'),
        pairs: t('map.pairs.head'),
        asTable: t('chart.as-table'),
        notDrawn: (links, pairs) => t('map.not-drawn', { links, pairs }),
        otherPlaces: (countries, people) => ({
          label: t('by.other-countries', { count: countries }),
          text: t('value.people', { count: people }),
        }),
        otherLinks: (links, pairs) => ({
          label: t('map.other-links', { count: links }),
          text: t('map.pairs', { count: pairs }),
        }),
      }}
    />
  )
}
