import type { Frame } from './frame.ts'
import { Acts } from './gallery/acts.tsx'
import { arabic } from './gallery/arabic.ts'
import { english } from './gallery/english.ts'
import { Forms } from './gallery/forms.tsx'
import { Lab } from './gallery/lab.tsx'
import { Lists } from './gallery/lists.tsx'
import { People } from './gallery/people.tsx'
import { Reading } from './gallery/reading.tsx'
import { Standing } from './gallery/standing.tsx'
import { OfficePage } from './page.tsx'

/** Every component with all its states, for `/dev/ui`: in Arabic when the frame is, else in English. */
export const Gallery = ({ frame }: { frame: Frame }) => {
  const words = frame.dir === 'rtl' ? arabic : english
  return (
    <OfficePage
      frame={frame}
      title={words.title}
      lead={words.lead}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
    >
      <Acts words={words} />
      <Forms words={words} />
      <Lists words={words} />
      <People words={words} />
      <Standing words={words} dir={frame.dir} />
      <Lab words={words} dir={frame.dir} />
      <Reading words={words} picture={frame.assets.icon.href} />
    </OfficePage>
  )
}
