/* On pages on which posts and other texts are written, after the others. Without it they are written as Markdown. */
import { wordsOfPage } from './editor/elements.ts'
import { enrich } from './editor/field.ts'

enrich(wordsOfPage())
