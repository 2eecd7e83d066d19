/** Texts with what posts hold and what trips other editors, each with habits of its own: kept byte for byte. */
export const trialDocuments: Record<string, string> = {
  'a short post': 'On Monday the bus was late.\n\nThe children came anyway.\n',
  'headings of both kinds':
    'A library\n=========\n\nIts day\n-------\n\n### Its night ###\nText right below.\n',
  'lists of all kinds':
    '* one\n* two\n\n    still two\n* three\n  1) inner\n  2) inner too\n\nThen\n\n7. seven\n8. eight\n\n- [ ] to do\n- [x] done\n',
  'a table':
    '| Town | Readers |\n|:-----|--------:|\n| Bergen | 1 200 |\n| Quito \\| south | 80 |\n| short |\n',
  footnotes:
    'A claim.[^a] Another[^note-2].\n\n[^a]: Its source.\n\n[^note-2]: Two\n    lines.\n\n    And a paragraph.\n',
  'a picture with its caption':
    'Before.\n\n![A desk with a globe](/media/0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b "My desk in Bergen")\n\nAfter.\n',
  'the questions of a topic':
    'Lead.\n\n:::questions\n- What do your readers ask?\n- Who is not there?\n:::\n\nEnd.\n',
  'escapes and marks that stand for themselves':
    'At 10:30, 5 \\* 3 is *not* __five__ `a*b`; snake_case_name, a\\_b, &amp; &copy; 1 < 2 \\# no heading ::name\n',
  Arabic:
    '## يوم في المكتبة\n\nوصلت **الحافلة** متأخرة، وجاء الأطفال مع ذلك.\n\n- أولًا: `ISBN`\n- ثانيًا: [الصفحة](https://example.org/ع)\n',
  Chinese: '# 图书馆\n\n早上**八点**开门。读者*已经*在等。\n\n> 书是梯子。\n',
  'Chinese with marks at its punctuation':
    '**重要。**然后开门。他说**“你好”**再走，*（真的）*如此；**ISBN**号。\n\n한국어**(굵게)**입니다.\n',
  'raw HTML':
    'Before <br> and <em>inside</em>.\n\n<div align="center">\n  <b>Hello</b>\n</div>\n\n<!-- a note -->\n\nAfter.\n',
  references:
    'See [the list][list], [IFLA] and ![sign].\n\n[list]: https://example.org/a "A list"\n[ifla]: <https://www.ifla.org>\n[sign]: /media/0b7f3c9e-2a44-4d0e-9a3b-5d6c7e8f9a0b\n',
  code: 'Run:\n\n    indented  code\n\n~~~sql title="x"\nselect 1\n~~~\n\n``a ` b``\n',
  'wrapped by hand, with odd blank lines':
    '\n\nOne line\nand its end,  \nafter a break\\\nof two kinds.\n\n\n\n***\n> a quote\nthat goes on\n>\n> - with a list\n\n   Indented by three.',
}
