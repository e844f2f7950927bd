import { remember } from '../../aws/wire/remember.ts';
import { type MaskedText, maskRunSpecific } from './mask-run-specific.ts';
import { numberPattern } from './number-pattern.ts';
import type { MaskRule, VariableRule } from './run-specific-forms.ts';
import type { RunValue } from './run-value.ts';
import { type FoundRunValue, RunValueFinder } from './run-value-finder.ts';

/** Replaces the parts of a name that were made for one run by wildcards. */
export type Mask = (text: string) => MaskedText;

/**
 * Returns what masks names by the known values of their runs and by their form. Values of several words come before forms,
 * which would take a part of them; numbers come after, since a UUID may hold one by chance.
 */
export function createMask(values: readonly RunValue[]): Mask {
  if (values.length === 0) return maskRunSpecific;
  const finder = new RunValueFinder(values);
  return remember((text) => {
    const texts = replaceAll(text, finder.findTexts(text));
    const forms = maskRunSpecific(texts.text);
    const numbers = replaceAll(forms.text, finder.findNumbers(forms.text));
    const rules = [...texts.rules, ...forms.rules, ...numbers.rules];
    return { text: numbers.text, rules: rules.length === 0 ? none : [...new Set(rules)].sort() };
  }, 100_000);
}

const none: readonly MaskRule[] = [];

function replaceAll(text: string, found: readonly FoundRunValue[]): MaskedText {
  if (found.length === 0) return { text, rules: none };
  let masked = '';
  let from = 0;
  for (const { start, end, lettersBefore } of found) {
    const wildcard =
      lettersBefore === '' ? '*' : numberPattern(lettersBefore, text.slice(start, end));
    masked += text.slice(from, start) + wildcard;
    from = end;
  }
  return { text: masked + text.slice(from), rules: found.map(({ runValue }) => ruleOf(runValue)) };
}

function ruleOf({ source }: RunValue): VariableRule {
  return `variable ${source}`;
}
