import { expectTypeOf, it } from "vitest";
import { CxMetricsError, type CxMetricsErrorCode, type PathSegment } from "../src/index.ts";

it("an error says what kind of mistake it is and where", () => {
  expectTypeOf<CxMetricsError>().toExtend<Error>();
  expectTypeOf<CxMetricsError["code"]>().toEqualTypeOf<CxMetricsErrorCode>();
  expectTypeOf<CxMetricsError["path"]>().toEqualTypeOf<readonly PathSegment[]>();
  expectTypeOf<CxMetricsError["name"]>().toEqualTypeOf<"CxMetricsError">();
  expectTypeOf<PathSegment>().toEqualTypeOf<string | number>();
});

it("the codes can be told apart without a default", () => {
  const httpStatus = (code: CxMetricsErrorCode): number => {
    switch (code) {
      case "invalid-argument":
      case "asynchronous-schema":
      case "missing-package":
        return 500;
      case "invalid-rating":
      case "invalid-weight":
      case "invalid-count":
      case "invalid-instant":
      case "scale-mismatch":
      case "impossible-counts":
        return 422;
    }
  };
  expectTypeOf(httpStatus).returns.toEqualTypeOf<number>();
});

it("an error can be made by hand, of a code that there is", () => {
  new CxMetricsError("report: month must be known", "invalid-argument", ["month"]);
  // @ts-expect-error there is no such code
  new CxMetricsError("report: month must be known", "unknown", ["month"]);
});
