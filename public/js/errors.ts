/* A form that came back: the reader starts at what is to be mended. */
document.querySelector<HTMLElement>('.error-summary')?.focus()
