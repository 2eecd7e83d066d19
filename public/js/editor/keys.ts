import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { NodeType } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { coding, heading, listing, marking, quoting } from './acts.ts'
import { schema } from './schema.ts'

const { nodes } = schema
const node = (name: string) => nodes[name] as NodeType

const breaking: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (!$from.parent.type.contentMatch.matchType(node('break'))) return false
  dispatch?.(state.tr.replaceSelectionWith(node('break').create()).scrollIntoView())
  return true
}

/** After Esc the next Tab leaves the text, from a list or a table too. */
let isLeaving = false
const unlessLeaving =
  (command: Command): Command =>
  (...given) => {
    if (isLeaving) return false
    return command(...given)
  }

const leaving: Command = () => {
  isLeaving = true
  addEventListener('focusout', staying, { once: true })
  return false
}
const staying = () => {
  isLeaving = false
}

/** What keys do; the acts of the toolbar that open something come from outside. */
export const keys = (opening: Record<'link' | 'toolbar', Command>): Plugin[] => [
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': marking('strong'),
    'Mod-i': marking('em'),
    'Mod-k': opening.link,
    'Alt-F10': opening.toolbar,
    'Mod-Alt-2': heading(2),
    'Mod-Alt-3': heading(3),
    'Mod-Shift-7': listing('numbered'),
    'Mod-Shift-8': listing('list'),
    'Mod-Shift-9': quoting,
    'Mod-Alt-c': coding,
    'Shift-Enter': chainCommands(exitCode, breaking),
    'Mod-Enter': exitCode,
    Enter: splitListItem(node('item')),
    Escape: leaving,
    Tab: unlessLeaving(chainCommands(goToNextCell(1), sinkListItem(node('item')))),
    'Shift-Tab': unlessLeaving(chainCommands(goToNextCell(-1), liftListItem(node('item')))),
  }),
  keymap(baseKeymap),
]

/** What people who know Markdown type anyway. */
export const typing = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, node('heading'), ([, marks = '']) => ({ level: marks.length })),
      wrappingInputRule(/^\s*>\s$/, node('quote')),
      wrappingInputRule(/^\s*[-*]\s$/, node('list')),
      wrappingInputRule(/^(\d{1,4})\.\s$/, node('numbered'), ([, start]) => ({ start: Number(start) })),
      textblockTypeInputRule(/^```$/, node('code')),
      addressRule,
    ],
  })

/** An address that was typed becomes a link at the space behind it. */
const addressRule = new InputRule(
  /(?:^|\s)(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])\s$/,
  (state, match, from, to) => {
    const [all, href = ''] = match
    const start = from + all.indexOf(href)
    const link = schema.mark('link', { href })
    return state.tr.insertText(' ', to).addMark(start, start + href.length, link)
  },
)
