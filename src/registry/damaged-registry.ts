/** A registry that opens, but is not what was built; `code` goes through thread borders with the error. */
export class DamagedRegistry extends Error {
  readonly code = 'REGISTRY_DAMAGED';

  constructor(what: string, options?: ErrorOptions) {
    super(`the registry is damaged: ${what}`, options);
    this.name = 'DamagedRegistry';
  }
}
