import type { Shape, WireOperation } from '../model.ts';

/** An operation's top-level text parameters by their normalised names. */
export class Parameters {
  readonly #paths = new Map<string, string>();

  constructor(operation: WireOperation) {
    for (const [name, member] of operation.members) {
      const shape = member.shape();
      if (isNaming(name, shape)) this.#paths.set(normalise(name), name);
      if (shape.type === 'list' && isNaming(name, shape.item())) {
        this.#paths.set(normalise(name), `${name}[]`);
      }
    }
  }

  find(name: string): string | undefined {
    return this.#paths.get(normalise(name));
  }

  /** Returns all names, normalised. */
  names(): readonly string[] {
    return [...this.#paths.keys()];
  }
}

// A text that is marked as sensitive is recorded only where it is an ARN, as in Chime's models.
function isNaming(name: string, shape: Shape): boolean {
  return shape.type === 'scalar' && (shape.isSensitive !== true || /arns?$/i.test(name));
}

/** Returns a name in lower case without separators, as names are compared. */
export function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
