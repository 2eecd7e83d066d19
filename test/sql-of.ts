import ts from 'typescript'

/** Tables that a piece of code names in its SQL, as they are called in the code. */
export type Named = { reads: Set<string>; writes: Set<string> }

const reading = /^(selectFrom|(inner|left|right|full|cross)Join(Lateral)?|using)$/
const writing = /^(insertInto|updateTable|deleteFrom|mergeInto)$/

/** The tables in the SQL of a file: of the calls of the query builder, and of the pieces of raw SQL. */
export function tablesNamedIn(path: string, text: string): Named {
  const named: Named = { reads: new Set(), writes: new Set() }
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { text: method } = node.expression.name
      if (reading.test(method)) for (const table of namesIn(node.arguments[0])) named.reads.add(table)
      if (writing.test(method)) for (const table of namesIn(node.arguments[0])) named.writes.add(table)
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText().startsWith('sql')) addRaw(named, node)
    ts.forEachChild(node, visit)
  }
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  ts.forEachChild(source, visit)
  return named
}

/** `'table as other'`, or several of them. */
function namesIn(argument: ts.Expression | undefined): string[] {
  if (!argument) return []
  if (ts.isArrayLiteralExpression(argument)) return argument.elements.flatMap(namesIn)
  return ts.isStringLiteral(argument) ? [argument.text.split(' ')[0] ?? ''] : []
}

function addRaw(named: Named, { template }: ts.TaggedTemplateExpression): void {
  const text = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(' ? ')
  for (const [, verb = '', table = ''] of text.matchAll(
    /\b(insert into|update|delete from|from|join)\s+(?:only\s+)?([a-z_]+)/gi,
  )) {
    const isWriting = /^(insert|update|delete)/i.test(verb)
    named[isWriting ? 'writes' : 'reads'].add(table.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()))
  }
}
