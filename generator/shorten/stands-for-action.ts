/** Tells whether an action of a policy is another one, or stands for it by a `*` at its end: `s3:GetObject*`. */
export function standsForAction(written: string, action: string): boolean {
  return written.endsWith('*') ? action.startsWith(written.slice(0, -1)) : written === action;
}
