/** How an ARN variable got its parameter; counted in the manifest. */
export type BindingRule =
  | 'alias'
  | 'exact'
  | 'plural'
  | 'named after the type'
  | 'same stem'
  | 'bare name'
  | 'bare identifier'
  | 'end of the type';

/** The parameter expression that fills a variable, and the rule that found it. */
export interface Binding {
  readonly expression: string;
  readonly rule: BindingRule;
}
