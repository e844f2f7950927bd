const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Returns the twelve digits of the account that an access key id belongs to; null where the id does not say it.
 * Ids whose fifth character sorts before `Q` are of a format that holds no account. An id that is itself twelve digits
 * names the account: so do the keys of LocalStack.
 * Source: measured layout, 40 bits after the four-character prefix, shifted left by 7.
 */
export function accountOfAccessKey(accessKeyId: string): string | null {
  if (/^\d{12}$/.test(accessKeyId)) return accessKeyId;
  if (!/^[A-Z]{4}[Q-Z2-7][A-Z2-7]{11,}$/.test(accessKeyId)) return null;
  let bits = 0n;
  for (const character of accessKeyId.slice(4, 14)) {
    bits = (bits << 5n) | BigInt(base32.indexOf(character));
  }
  const account = ((bits >> 2n) & 0x7fffffffff80n) >> 7n;
  return account.toString().padStart(12, '0');
}

/** Returns an access key id as it may be shown: its first and last four characters, or fewer where it is short. */
export function maskAccessKey(accessKeyId: string): string {
  const shown = accessKeyId.length >= 12 ? 4 : 1;
  return `${accessKeyId.slice(0, shown)}…${accessKeyId.slice(-shown)}`;
}
