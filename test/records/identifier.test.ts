import { describe, expect, it } from "vitest";
import { identifierOrNull, requiredIdentifier } from "../../src/records/identifier.ts";

const PATH = ["orders", 3, "customerId"];

describe("an identifier", () => {
  it.each(["C-1", " C-1 ", "0", 0, -1.5])("may be %j, and stays as it is", (value) => {
    expect(identifierOrNull("rfm", PATH, value)).toBe(value);
    expect(requiredIdentifier("rfm", PATH, value)).toBe(value);
  });

  it.each([null, undefined, "", " \t"])("is missing where it is %j", (value) => {
    expect(identifierOrNull("rfm", PATH, value)).toBeNull();
    expect(() => requiredIdentifier("rfm", PATH, value)).toThrow(
      /^rfm: orders at index 3\.customerId must be a string that is not blank or a finite number, got /,
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, true, 7n, { id: 1 }, ["C-1"]])("cannot be %s", (value) => {
    const refused = expect.objectContaining({ code: "invalid-argument", path: PATH });
    expect(() => identifierOrNull("rfm", PATH, value)).toThrow(refused);
    expect(() => requiredIdentifier("rfm", PATH, value)).toThrow(refused);
    expect(() => identifierOrNull("rfm", PATH, value)).toThrow(
      /^rfm: orders at index 3\.customerId must be a string, a finite number or missing, got /,
    );
  });
});
