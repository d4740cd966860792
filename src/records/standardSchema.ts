// The part of Standard Schema (standardschema.dev, version 1) that this package calls.

/**
 * A validator of any library that implements Standard Schema: zod, valibot, arktype and others. Only what is called
 * here is required, so every schema of these libraries fits.
 */
export interface StandardSchema<Output = unknown> {
  /** The validator, under the name that the standard reserves. */
  readonly "~standard": {
    /** Reads one value. */
    readonly validate: (value: unknown) => SchemaResult<Output> | PromiseLike<SchemaResult<Output>>;
    /** Carries the types; never read. */
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What a schema answers: the value it made, or what is wrong. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** One thing that a schema found wrong. */
export interface SchemaIssue {
  /** What is wrong, in the schema's words. */
  readonly message: string;
  /** The way to the value: keys, or objects that hold one. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
