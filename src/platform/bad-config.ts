/** A setting that stops the start; its message names the variable, in one sentence for each that is wrong. */
export class BadConfig extends Error {}
