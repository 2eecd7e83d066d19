import type { Frame } from './frame.ts'
import { OfficePage } from './page.tsx'

/** Every component with all its states, for `/dev/ui`. */
export const Gallery = ({ frame }: { frame: Frame }) => <OfficePage frame={frame} title="The pieces" />
