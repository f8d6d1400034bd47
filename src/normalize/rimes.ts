/** Initial consonants of Vietnamese syllables as written, longest first. */
export const ONSETS: readonly string[] =
  'ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ');

/**
 * Every rime (medial, nucleus, coda) as written, without tone. Rarer spellings that occur in
 * names are included (`oong` in Voòng, `y` for `i` in Lynh).
 */
const RIME_LIST = `
a ai ao au ay am an ang anh ap at ac ach
ăm ăn ăng ăp ăt ăc
âm ân âng âp ât âc âu ây
e eo em en eng ep et ec
ê êu êm ên ênh êng êp êt êch
i iu im in inh ip it ich ia iêu iêm iên iêng iêp iêt iêc
y ym yn ynh yt ych yêu yêm yên yêng yêt
o oi om on ong op ot oc oong ooc
ô ôi ôm ôn ông ôp ôt ôc
ơ ơi ơm ơn ơp ơt
u ui um un ung up ut uc ua uôi uôm uôn uông uôt uôc
ư ưi ưu ưng ưt ưc ưa ươi ươu ươm ươn ương ươp ươt ươc
oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oe oeo oen oet
uân uâng uât uây uê uên uênh uêch uơ uy uya uyên uyêt uyn uynh uyt uych uyp uyu
`;
export const RIMES: ReadonlySet<string> = new Set(RIME_LIST.trim().split(/\s+/));

/** Folds the toneless vowels and đ; only for the tables of this folder. */
export function foldToneless(text: string): string {
  return text
    .replace(/[ăâ]/g, 'a')
    .replace(/ê/g, 'e')
    .replace(/[ôơ]/g, 'o')
    .replace(/ư/g, 'u')
    .replace(/đ/g, 'd');
}

/** The rimes as they look when all accents are lost. */
export const FOLDED_RIMES: ReadonlySet<string> = new Set([...RIMES].map(foldToneless));
