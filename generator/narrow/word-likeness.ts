// Pairs of letters that English words, and the abbreviations that stand in names of resources, are made of.
const commonPairs = new Set(
  [
    'ab ac ad ag ai al am an ap ar as at au av ay az ba be bi bl bo br bs bu ca cc ce ch ci ck cl co cr cs ct cu',
    'da db de di do dr ds du ea eb ec ed ee ef eg el em en ep eq er es et eu ev ew ex fa fe ff fi fl fo fr fy',
    'ga ge gh gi gl gn go gr gs gu ha he hi ho hr hu ia ib ic id ie if ig il im in io ip ir is it iv iz',
    'ke ki ks la ld le li ll lo ls lt lu ly ma mb me mi mm mo mp ms mu my na nc nd ne nf ng ni nk nn no ns nt nu nv',
    'oa ob oc od of og oi ok ol om on oo op or os ot ou ov ow pa pe ph pi pl po pp pr ps pt pu py qu',
    'ra rc rd re rg ri rk rm rn ro rr rs rt ru rv ry sa sc se sh si sl so sp ss st su sw sy',
    'ta tc te th ti tl to tr ts tt tu tw ty ua ub uc ue ug ui ul um un up ur us ut va ve vi wa we wi wn wo wr ws',
    'xl xp xt yp ys ze',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Returns which part of a token's pairs of neighbouring letters are ones that words are made of, from 0 to 1; undefined
 * where it has fewer than two pairs. Words come near 1, random letters near 0.35. A change of case, as in `OrderTable`,
 * begins a new word.
 */
export function wordLikeness(token: string): number | undefined {
  let pairs = 0;
  let common = 0;
  for (const [run] of token.matchAll(/[A-Z]?[a-z]+|[A-Z]+/g)) {
    const letters = run.toLowerCase();
    for (let at = 1; at < letters.length; at += 1) {
      pairs += 1;
      if (commonPairs.has(letters.slice(at - 1, at + 1))) common += 1;
    }
  }
  return pairs < 2 ? undefined : common / pairs;
}
