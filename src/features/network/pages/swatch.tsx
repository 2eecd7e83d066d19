/** A colour to look at, beside its name. */
export const Swatch = ({ colour }: { colour: string }) => (
  <svg class="swatch" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <rect
      x="1"
      y="1"
      width="22"
      height="22"
      rx="2"
      fill={colour}
      stroke="currentColor"
      stroke-opacity="0.4"
    />
  </svg>
)
