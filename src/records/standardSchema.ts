// The part of Standard Schema (standardschema.dev, version 1) that this package calls.

/**
 * A validator of any library that implements Standard Schema: zod, valibot, arktype and others. Only what is called
 * here is required, so every schema of these libraries fits.
 */
export interface StandardSchema<Output = unknown> {
  /** The validator, under the name that the standard reserves. */
  readonly "~standard": SchemaValidator<Output>;
}

/** The part of a schema that reads values. */
export interface SchemaValidator<Output = unknown> {
  /** Version of the standard; never read. */
  readonly version?: 1 | undefined;
  /** Name of the library; never read. */
  readonly vendor?: string | undefined;
  /** Carries the library's types; never read. */
  readonly types?: unknown;
  /** Reads one value. */
  readonly validate: (value: unknown) => SchemaResult<Output> | PromiseLike<SchemaResult<Output>>;
}

/** What a schema answers: the value it made, or what is wrong. */
export type SchemaResult<Output> = SchemaSuccess<Output> | SchemaFailure;

/** The answer to a good value. */
export interface SchemaSuccess<Output> {
  /** The value as the schema passes it on. */
  readonly value: Output;
  /** Absent: nothing is wrong. */
  readonly issues?: undefined;
}

/** The answer to a bad value. */
export interface SchemaFailure {
  /** What is wrong. */
  readonly issues: readonly SchemaIssue[];
}

/** One thing that a schema found wrong. */
export interface SchemaIssue {
  /** What is wrong, in the schema's words. */
  readonly message: string;
  /** The way to the value: keys, or objects that hold one. */
  readonly path?: readonly (PropertyKey | SchemaPathSegment)[] | undefined;
}

/** A step of a path where it is not the bare key. */
export interface SchemaPathSegment {
  /** The property name or index. */
  readonly key: PropertyKey;
}
