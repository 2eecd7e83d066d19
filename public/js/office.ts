/* On pages of the office, after site.ts. */
import './bulk-count.ts'
import './keys.ts'
import './number-slider.ts'
import './search-key.ts'
import './season-plan.ts'
