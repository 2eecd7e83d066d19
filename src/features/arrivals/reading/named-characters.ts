/** Latin-1 from U+00A0 on, in its order, as HTML names it. */
const latin = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml
Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth
ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`

const others: [name: string, character: string][] = [
  ...([
    ['hellip', '…'],
    ['ndash', '–'],
    ['mdash', '—'],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['sbquo', '‚'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['bdquo', '„'],
    ['bull', '•'],
    ['euro', '€'],
    ['trade', '™'],
    ['larr', '←'],
    ['rarr', '→'],
    ['lsaquo', '‹'],
    ['rsaquo', '›'],
    ['oelig', 'œ'],
    ['OElig', 'Œ'],
    ['scaron', 'š'],
    ['Scaron', 'Š'],
  ] as [string, string][]),
]

/**
 * Characters by the names that HTML has for them and XML has not, of those that people meet in titles.
 *
 * @source https://www.w3.org/TR/html401/sgml/entities.html
 */
export const namedCharacters: ReadonlyMap<string, string> = new Map([
  ...latin.split(/\s+/).map((name, at): [string, string] => [name, String.fromCodePoint(0xa0 + at)]),
  ...others,
])
