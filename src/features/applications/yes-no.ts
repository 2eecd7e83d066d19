import { fold } from './fold.ts'

/**
 * Yes and no of a form. Only a whole answer that is known to mean one of them counts; an empty box is a no.
 *
 * @returns null when it is neither for sure: "I have read it", "yes, but not by e-mail"
 */
export function yesOf(written: string): boolean | null {
  const plain = written.trim()
  if (plain === '') return false
  if (ticks.test(plain)) return true
  const key = fold(plain)
  const isYes = yes.some((answers) => answers.test(key))
  const isNo = no.some((answers) => answers.test(key))
  return isYes === isNo ? null : isYes
}

const ticks = /^[✓✔☑✅]\ufe0f?$/u

/** What people write in one language, folded. A word, a sentence or both, and what it is about, and a thank you. */
type Answers = { words: string; sentences: string; about: string; thanks: string }

/** Lists in one line each, their items divided by a stroke. */
function wholeAnswers({ words, sentences, about, thanks }: Answers): RegExp {
  const said = `(?:${sentences})(?: (?:${about}))?`
  return new RegExp(`^(?:(?:${words})(?: ${said})?|${said})(?: (?:${thanks}))?$`, 'u')
}

const english = {
  about:
    'it|this|that|them|to it|with it|to this|with this|to that|the code|the code of conduct|your code of conduct|' +
    'this code of conduct|the iln code of conduct|to the code of conduct|with the code of conduct|the terms|to the terms',
  thanks: 'please|thanks|thank you|many thanks',
}
const spanish = {
  about:
    'el codigo|el codigo de conducta|este codigo de conducta|su codigo de conducta|con el codigo de conducta|con el|eso|esto',
  thanks: 'gracias|muchas gracias|por favor',
}
const french = {
  about:
    'le code|le code de conduite|ce code de conduite|votre code de conduite|avec le code de conduite|cela|ca|avec cela',
  thanks: 'merci|merci beaucoup|sil vous plait|svp',
}
const portuguese = {
  about: 'o codigo|o codigo de conduta|este codigo de conduta|com o codigo de conduta|com isso|isso',
  thanks: 'obrigado|obrigada|muito obrigado|muito obrigada|por favor',
}
const arabic = {
  about:
    'ميثاق السلوك|على ميثاق السلوك|مدونه السلوك|مدونة السلوك|قواعد السلوك|على مدونة السلوك|على مدونه السلوك|على قواعد السلوك|على ذلك|عليها|عليه|ذلك|هذا',
  thanks: 'شكرا|شكرا لكم|شكرا جزيلا|من فضلكم|من فضلك',
}
const chinese = {
  about: '行为准则|行为守则|行为规范|本准则|该准则',
  thanks: '谢谢|谢谢您|谢谢你们|多谢',
}

const yes: readonly RegExp[] = [
  wholeAnswers({
    ...english,
    words:
      'yes|y|yeah|yep|true|1|checked|ticked|on|ok|okay|sure|of course|yes of course|certainly|absolutely|definitely',
    sentences:
      'accept|accepted|agree|agreed|i accept|i agree|i do|i consent|i have read and accept|i have read and agree|' +
      'i have read and i accept|i have read and i agree|i have read and accepted|i have read and agreed|' +
      'i have read understood and accept|i have read and understood and accept|i have read it and accept|' +
      'i have read it and agree|i have read it and i accept|i have read it and i agree|' +
      'i have read the code of conduct and accept|i have read the code of conduct and agree|' +
      'you may|you can|you may give it|you may share it|please do|please share|go ahead|that is fine|thats fine|' +
      'that is ok|thats ok|fine|fine with me|i am happy to share|happy to share',
  }),
  wholeAnswers({
    ...spanish,
    words:
      'si|si claro|claro|claro que si|por supuesto|desde luego|de acuerdo|vale|conforme|correcto|verdadero',
    sentences:
      'acepto|lo acepto|aceptado|estoy de acuerdo|he leido y acepto|lo he leido y lo acepto|he leido y estoy de acuerdo|' +
      'he leido el codigo de conducta y lo acepto|puede|pueden|puede darla|pueden darla|pueden compartirla|' +
      'puede compartirla|sin problema',
  }),
  wholeAnswers({
    ...french,
    words: 'oui|oui bien sur|bien sur|daccord|certainement|volontiers|vrai',
    sentences:
      'accepte|jaccepte|je laccepte|je suis daccord|jai lu et jaccepte|jai lu et accepte|jai lu et je suis daccord|' +
      'je lai lu et je laccepte|jai lu le code de conduite et je laccepte|vous pouvez|je veux bien|sans probleme',
  }),
  wholeAnswers({
    ...portuguese,
    words: 'sim|sim claro|claro|claro que sim|com certeza|de acordo|verdadeiro',
    sentences:
      'aceito|eu aceito|concordo|eu concordo|estou de acordo|li e aceito|eu li e aceito|li e concordo|' +
      'li o codigo de conduta e aceito|li o codigo de conduta e concordo|pode|podem|sem problema|sem problemas',
  }),
  wholeAnswers({
    ...arabic,
    words: 'نعم|اجل|بلى|بالتاكيد|بالطبع|طبعا|نعم بالطبع|نعم بالتاكيد|حسنا|صحيح',
    sentences:
      'اوافق|انا اوافق|موافق|موافقة|موافقه|انا موافق|انا موافقة|اقبل|انا اقبل|قبلت|وافقت|قرات واوافق|قرات ووافقت|قراتها واوافق|' +
      'لقد قرات واوافق|قرات ميثاق السلوك واوافق|قرات مدونة السلوك واوافق|قرات مدونة السلوك ووافقت|يمكنكم|لا مانع|لا مانع لدي',
  }),
  wholeAnswers({
    ...chinese,
    words: '是|是的|对|对的|好|好的|可以|没问题|当然|当然可以|行|愿意|我愿意',
    sentences:
      '同意|我同意|接受|我接受|已接受|已同意|我已阅读并同意|已阅读并同意|我已阅读并接受|已阅读并接受|我已阅读并同意行为准则|' +
      '已阅读并同意行为准则|我已阅读并接受行为准则|我同意行为准则|我接受行为准则|同意行为准则|接受行为准则|可以提供|可以告知|可以分享',
  }),
  wholeAnswers({
    words: 'ja|ja gerne|gerne|wahr',
    sentences: 'ich stimme zu|einverstanden',
    about: 'dem',
    thanks: 'danke|bitte',
  }),
]

const no: readonly RegExp[] = [
  wholeAnswers({
    ...english,
    words:
      'no|n|nope|false|0|unchecked|off|never|not at all|no way|certainly not|of course not|absolutely not',
    sentences:
      'not accepted|not agreed|i do not|i dont|i do not accept|i dont accept|i do not agree|i dont agree|i cannot accept|' +
      'i cannot agree|i will not accept|i wont accept|i did not accept|i do not consent|i dont consent|' +
      'i have read it but do not agree|i have read it but i do not agree|i have read it but do not accept|' +
      'i have read but do not agree|i have read but do not accept|i disagree|disagree|i refuse|i decline|declined|' +
      'i do not want|i dont want|do not|dont|please do not|please dont|do not share|please do not share|dont share|' +
      'please dont share|please do not give|you may not|you can not|you cannot|you must not|rather not|id rather not|' +
      'i would rather not|i prefer not|i prefer not to|prefer not to|i would prefer not|i would prefer not to|' +
      'please use a contact address|use a contact address',
  }),
  wholeAnswers({
    ...spanish,
    words: 'no|nunca|jamas|claro que no|por supuesto que no|de ninguna manera|en absoluto|falso',
    sentences:
      'no acepto|no lo acepto|no estoy de acuerdo|no quiero|no lo quiero|no deseo|no autorizo|no pueden|no puede|rechazo|' +
      'prefiero que no|preferiria que no|mejor no|lo he leido pero no lo acepto|lo he leido pero no estoy de acuerdo',
  }),
  wholeAnswers({
    ...french,
    words: 'non|jamais|surtout pas|pas du tout|bien sur que non|certainement pas|faux',
    sentences:
      'je naccepte pas|je ne laccepte pas|je ne suis pas daccord|pas daccord|je ne veux pas|je ne souhaite pas|je refuse|' +
      'je prefere pas|je prefere que non|je preferais pas|vous ne pouvez pas|je lai lu mais je ne suis pas daccord|' +
      'je lai lu mais je ne laccepte pas',
  }),
  wholeAnswers({
    ...portuguese,
    words: 'nao|nunca|jamais|claro que nao|de modo algum|de jeito nenhum|falso',
    sentences:
      'nao aceito|eu nao aceito|nao concordo|eu nao concordo|nao estou de acordo|nao quero|eu nao quero|nao desejo|' +
      'nao autorizo|nao pode|nao podem|recuso|discordo|prefiro que nao|prefiro nao|melhor nao|li mas nao concordo|' +
      'li mas nao aceito',
  }),
  wholeAnswers({
    ...arabic,
    words: 'لا|كلا|ابدا|مطلقا|لا ابدا|طبعا لا|بالطبع لا|بالتاكيد لا',
    sentences:
      'لا اوافق|انا لا اوافق|لا اقبل|انا لا اقبل|غير موافق|غير موافقة|انا غير موافق|انا غير موافقة|لست موافقا|لست موافقة|' +
      'ارفض|انا ارفض|لا اريد|لا ارغب|لا يمكنكم|افضل عدم ذلك|افضل الا|قرات ولا اوافق|قراتها لكني لا اوافق',
  }),
  wholeAnswers({
    ...chinese,
    words: '否|不|不是|不行|不可以|不用|不要|不必|不愿意|从不|当然不',
    sentences:
      '不同意|我不同意|不接受|我不接受|我拒绝|拒绝|不希望|我不希望|我不愿意|请不要|请勿|不要提供|请不要提供|不要分享|' +
      '请不要分享|不同意行为准则|我不同意行为准则|不接受行为准则|我不接受行为准则|已阅读 ?但不同意|我已阅读 ?但不同意|已阅读 ?但不接受|最好不要',
  }),
  wholeAnswers({
    words: 'nein|falsch|niemals',
    sentences: 'ich stimme nicht zu|nicht einverstanden|lieber nicht',
    about: 'dem',
    thanks: 'danke|bitte',
  }),
]
