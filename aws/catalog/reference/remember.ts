/** Returns a look-up that finds each name once and then remembers what it found, be it nothing. */
export function remember<Value>(find: (name: string) => Value): (name: string) => Value {
  const found = new Map<string, { readonly value: Value }>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known.value;
    const value = find(name);
    found.set(name, { value });
    return value;
  };
}
