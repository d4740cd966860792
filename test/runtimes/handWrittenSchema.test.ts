// parseRows without zod: its example takes a schema of zod's, which the root entry does without.

import { describe, expect, it } from "vitest";
import { parseRows } from "../../src/index.ts";

describe("parseRows", () => {
  it("takes a schema written by hand", () => {
    const validate = (value: unknown) =>
      typeof value === "number" ? { value } : { issues: [{ message: "must be a number" }] };
    expect(parseRows({ "~standard": { validate } }, [9, "9"])).toEqual({
      rows: [9],
      issues: [{ index: 1, path: [], message: "must be a number" }],
      rejected: 1,
      issueCount: 1,
    });
  });
});
