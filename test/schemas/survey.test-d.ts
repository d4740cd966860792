import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import {
  type CesResponse,
  type CsatResponse,
  type Instant,
  type NpsResponse,
  parseRows,
  type SurveyResponse,
} from "../../src/index.ts";
import {
  cesResponse,
  csatResponse,
  instant,
  npsResponse,
  type ResponseOf,
  type SurveyResponseOptions,
  surveyResponse,
  surveyResponseOn,
} from "../../src/schemas/index.ts";

it("the schemas are zod types of the records", () => {
  expectTypeOf(npsResponse).toEqualTypeOf<z.ZodType<NpsResponse>>();
  expectTypeOf(csatResponse).toEqualTypeOf<z.ZodType<CsatResponse>>();
  expectTypeOf(cesResponse).toEqualTypeOf<z.ZodType<CesResponse>>();
  expectTypeOf(surveyResponse).toEqualTypeOf<z.ZodType<SurveyResponse>>();
  expectTypeOf(instant).toEqualTypeOf<z.ZodType<Instant>>();
  expectTypeOf<z.infer<typeof npsResponse>>().toEqualTypeOf<NpsResponse>();
  expectTypeOf<z.infer<typeof surveyResponse>>().toEqualTypeOf<SurveyResponse>();
});

it("surveyResponseOn gives the schema of its metric's record", () => {
  const scale = { min: 1, max: 10 };
  expectTypeOf(surveyResponseOn("nps", scale)).toEqualTypeOf<z.ZodType<NpsResponse>>();
  expectTypeOf(surveyResponseOn("csat", scale)).toEqualTypeOf<z.ZodType<CsatResponse>>();
  expectTypeOf(surveyResponseOn("ces", scale)).toEqualTypeOf<z.ZodType<CesResponse>>();
  expectTypeOf<keyof ResponseOf>().toEqualTypeOf<SurveyResponse["metric"]>();
  // @ts-expect-error there is no such metric
  surveyResponseOn("nsp", scale);
});

it("the option cells changes what is read, not the record", () => {
  const scale = { min: 1, max: 10 };
  expectTypeOf(surveyResponseOn("csat", scale, { cells: "text" })).toEqualTypeOf<z.ZodType<CsatResponse>>();
  expectTypeOf(surveyResponseOn("ces", scale, { cells: "typed" })).toEqualTypeOf<z.ZodType<CesResponse>>();
  expectTypeOf(surveyResponseOn<SurveyResponse["metric"]>).returns.toEqualTypeOf<z.ZodType<SurveyResponse>>();
  expectTypeOf(surveyResponseOn).parameter(2).toEqualTypeOf<SurveyResponseOptions | undefined>();
  expectTypeOf<SurveyResponseOptions["cells"]>().toEqualTypeOf<"typed" | "text" | undefined>();
  surveyResponseOn("nps", scale, {});
  surveyResponseOn("nps", scale, { cells: undefined });
  // @ts-expect-error cells hold values or text
  surveyResponseOn("nps", scale, { cells: "csv" });
  // @ts-expect-error there is no such option
  surveyResponseOn("nps", scale, { cell: "text" });
});

it("rows that went through a schema are its records", () => {
  expectTypeOf(parseRows(surveyResponse, []).rows).toEqualTypeOf<readonly SurveyResponse[]>();
  expectTypeOf(parseRows(surveyResponseOn("ces", { min: 1, max: 5 }), []).rows).toEqualTypeOf<
    readonly CesResponse[]
  >();
});

it("an intersection adds its columns to the record's", () => {
  const { rows } = parseRows(npsResponse.and(z.object({ plan: z.string() })), []);
  expectTypeOf(rows).toEqualTypeOf<readonly (NpsResponse & { plan: string })[]>();
  expectTypeOf<(typeof rows)[number]["plan"]>().toEqualTypeOf<string>();
  expectTypeOf<(typeof rows)[number]["rating"]>().toEqualTypeOf<number | null | undefined>();
});

it("a survey response is narrowed by its metric", () => {
  const narrow = (response: SurveyResponse): void => {
    expectTypeOf(response.metric).toEqualTypeOf<"nps" | "csat" | "ces">();
    if (response.metric === "nps") expectTypeOf(response).toEqualTypeOf<NpsResponse>();
    else if (response.metric === "csat") expectTypeOf(response).toEqualTypeOf<CsatResponse>();
    else expectTypeOf(response).toEqualTypeOf<CesResponse>();
  };
  expectTypeOf(narrow).parameter(0).toEqualTypeOf<SurveyResponse>();
});

it("every field but the metric may be absent or undefined", () => {
  expectTypeOf<{ metric: "nps" }>().toExtend<SurveyResponse>();
  expectTypeOf<{
    metric: "csat";
    rating: undefined;
    responseId: undefined;
    respondentId: undefined;
    at: undefined;
    channel: undefined;
    touchpoint: undefined;
    segment: undefined;
    comment: undefined;
    weight: undefined;
  }>().toExtend<SurveyResponse>();
  expectTypeOf<NpsResponse["responseId"]>().toEqualTypeOf<string | number | null | undefined>();
  expectTypeOf<NpsResponse["respondentId"]>().toEqualTypeOf<string | number | null | undefined>();
  expectTypeOf<{ rating: 9 }>().not.toExtend<SurveyResponse>();
  expectTypeOf<NpsResponse["at"]>().toEqualTypeOf<Instant | null | undefined>();
});
