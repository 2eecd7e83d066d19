/** Files that are made of the settings; what an address holds never changes. */
export const signPath = (pictureId: string) => `/look/sign/${pictureId}.webp`
export const accentPath = (accent: string) => `/look/accent/${accent.slice(1)}.css`
export const iconPath = (sign: string, accent: string | null) =>
  `/look/icon/${sign}${accent ? `-${accent.slice(1)}` : ''}.svg`
