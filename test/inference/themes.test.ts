// Contract of the themes of comments: what counts as a mention, and the figures of those who mention.

import { describe, expect, it } from "vitest";
import { type Codebook, ces, compare, csat, nps, type Rating, themes } from "../../src/index.ts";
import { deepFreeze, expectPlainJson } from "../support/plainJson.ts";

interface Response {
  readonly comment: string | null | undefined;
  readonly rating: Rating;
}

const comment = (row: Response) => row.comment;
const rating = (row: Response) => row.rating;

/** Whether a comment mentions a theme with these terms. */
function isFound(terms: readonly string[], text: string): boolean {
  const found = themes([{ comment: text, rating: null }], { codebook: { theme: terms }, comment, rating });
  return found.themes[0]?.mentions.numerator === 1;
}

describe("a comment mentions a theme", () => {
  it.each([
    ["refund", "I want a refund", true],
    ["refund", "Refund!", true],
    ["(refund!)", "a refund", true],
    ["refund", "Late. Refund. Late.", true],
    ["refund", "refunded", false],
    ["late", "a chocolate plate", false],
    ["refund*", "refunded", true],
    ["refund*", "a refund", true],
    ["refund*", "prerefund", false],
    ["*bayar", "dibayar", true],
    ["*bayar", "bayaran", false],
    ["*bayar*", "pembayaran lambat", true],
    ["customer service", "Customer  service", true],
    ["customer service", "customer\r\n\tservice", true],
    ["customer service", "customer-service", true],
    ["customer service", "customer-\nservice", true],
    ["customer service", "customer\u00A0service", true],
    ["customer service", "the customer. Service was fine", false],
    ["customer service", "customer - service", false],
    ["customer serv*", "customer servicing", true],
    ["customer", "the customer’s box", true],
    ["application", "l'application", true],
    ["don't", "I don’t know", true],
    ["don’t", "I don't know", true],
    ["24/7", "open 24/7?", true],
    ["24/7", "24 7", false],
    ["C++", "I use C", true],
    ["e-mail", "e mail", true],
    ["buku", "buku-buku", true],
    ["x", "naïve x̄", false],
  ])("%j in %j: %s", (term, text, expected) => {
    expect(isFound([term], text)).toBe(expected);
  });

  it.each([
    ["café", "CAFE\u0301", true],
    ["cafe", "café", false],
    ["straße", "STRASSE", true],
    ["Strasse", "straße", true],
    ["ΟΔΟΣ", "οδος", true],
    ["οδοσ*", "ΟΔΟΣ", true],
    ["οδο", "ΟΔΟΣ", false],
    ["iade", "İADE", true],
    ["İade", "IADE", true],
    ["ısı", "ISI", true],
    ["file", "ﬁle", true],
    ["refund", "ＲＥＦＵＮＤ", true],
    ["refund", "re\u00ADfund", true],
    ["возврат*", "Возвраты", true],
    ["ΐ", "Ϊ́", true],
    ["cafe", `cafe${"\u0301".repeat(31)}`, false],
    [`e${"\u0301".repeat(30)}`, `e${"\u0301".repeat(40)}`, true],
  ])("whatever the letters' case and encoding: %j in %j: %s", (term, text, expected) => {
    expect(isFound([term], text)).toBe(expected);
  });

  it.each([
    ["退款", "我要退款了", true],
    ["退款", "退貨", false],
    ["退款", "退 款", false],
    ["ที่", "ที", false],
    ["ส่งช้า", "ของส่งช้ามาก", true],
    ["サービス", "サービスが悪い", true],
    ["ｻｰﾋﾞｽ", "サービスが悪い", true],
    ["iphone", "我的iPhone手机", true],
    ["iphone手机", "我的iPhone手机坏了", true],
    ["iphone手机", "我的 iPhone 手机", true],
    ["5日", "5日以内", true],
    ["5日", "15日以内", false],
    ["👎", "so slow👎👎", true],
    ["slow 👎", "so slow👎👎", true],
    ["slow👎", "so slow 👎👎", true],
    ["👍", "so slow👎👎", false],
  ])("anywhere in scripts without spaces: %j in %j: %s", (term, text, expected) => {
    expect(isFound([term], text)).toBe(expected);
  });

  it("takes nothing in a term for a pattern of its own", () => {
    expect(isFound(["a.c"], "abc")).toBe(false);
    expect(isFound(["a.c"], "a.c")).toBe(true);
    expect(isFound(["(a+)+b"], "aaaa")).toBe(false);
    expect(isFound(["[ab]"], "a")).toBe(false);
    expect(isFound(["a|b"], "a")).toBe(false);
    expect(isFound(["a\\d"], "a1")).toBe(false);
  });

  it("understands no negation", () => {
    expect(isFound(["slow"], "not slow at all")).toBe(true);
  });

  it("by any of its terms, once, also where terms overlap, repeat or begin alike", () => {
    const terms = ["refund", "refund", "REFUND ", "refund*", "a refund", "fund*", "refund please now"];
    expect(isFound(terms, "a refund please refund")).toBe(true);
    const { themes: found } = themes([{ comment: "she sells seashells", rating: 5 }], {
      codebook: { a: ["*s"], b: ["she"], c: ["shells"], d: ["*shells"], e: ["she*"], f: ["sells seashells"] },
      comment,
      rating,
    });
    expect(found.map(({ theme, mentions }) => [theme, mentions.numerator])).toEqual([
      ["a", 1],
      ["b", 1],
      ["d", 1],
      ["e", 1],
      ["f", 1],
      ["c", 0],
    ]);
  });
});

describe("themes", () => {
  const responses: readonly Response[] = [
    { rating: 2, comment: "Still waiting for my refund!" },
    { rating: 9, comment: "Lovely support team" },
    { rating: 4, comment: "REFUNDED late, and delivery was late too" },
    { rating: 8, comment: "ok" },
    { rating: 10, comment: null },
    { rating: null, comment: "refund?" },
    { rating: 10, comment: " \n " },
    { rating: 0, comment: undefined },
  ];
  const codebook = { delivery: ["delivery", "shipping"], refunds: ["refund*"], parking: ["parking"] };

  it("have a rate, scores and a comparison, the most mentioned first", () => {
    const found = themes(deepFreeze(responses), { codebook: deepFreeze(codebook), comment, rating });
    expect(found).toMatchObject({ n: 5, withoutComment: 3, unmatched: [1, 3], level: 0.95 });
    expect(found.score).toStrictEqual(nps([2, 9, 4, 8, null]));
    expect(found.themes.map(({ theme, responses }) => [theme, responses])).toEqual([
      ["refunds", [0, 2, 5]],
      ["delivery", [2]],
      ["parking", []],
    ]);
    const mentioning = nps([2, 4, null]);
    const others = nps([9, 8]);
    expect(found.themes[0]).toStrictEqual({
      theme: "refunds",
      mentions: {
        rate: 0.6,
        numerator: 3,
        denominator: 5,
        interval: expect.objectContaining({ method: "wilson", level: 0.95 }),
        policy: "mentioned-in-comments",
      },
      mentioning,
      others,
      comparison: compare(others, mentioning),
      impact: -75,
      // 400 of the 500 points that the four lack: a detractor 200, a passive 100.
      shareOfGap: 0.8,
      responses: [0, 2, 5],
    });
    expect(found.themes[2]).toMatchObject({ impact: 0, shareOfGap: 0, mentioning: { score: null } });
    expectPlainJson(found);
  });

  it("take the level and the scorer asked for", () => {
    const metric = (answers: Parameters<typeof csat>[0]) => csat(answers, { scale: { min: 0, max: 10 } });
    const found = themes(responses, { codebook, comment, rating, metric, level: 0.8 });
    expect(found.score.satisfiedFrom).toBe(8);
    expect(found.themes[0]).toMatchObject({
      mentioning: { metric: "csat", score: 0 },
      others: { score: 100 },
      comparison: { method: "newcombe", difference: -100, level: 0.8 },
      mentions: { interval: { level: 0.8 } },
      impact: -50,
      shareOfGap: 1,
    });
    expect(found.level).toBe(0.8);
  });

  it("lack nothing where all are at their best, whichever way the scale runs", () => {
    const easy = (answers: Parameters<typeof ces>[0]) => ces(answers, { direction: "lower-is-easier" });
    const rows = [1, 3].map(
      (given): Response => ({ rating: given, comment: given === 1 ? "fast" : "a form" }),
    );
    const options = { codebook: { form: ["form"], fast: ["fast"] }, comment, rating };
    const lower = themes(rows, { ...options, metric: easy });
    expect(lower.themes.map(({ theme, shareOfGap }) => [theme, shareOfGap])).toEqual([
      ["form", 1],
      ["fast", 0],
    ]);
    expect(lower.themes[0]?.impact).toBe(1);
    const higher = themes(rows, { ...options, metric: ces });
    expect(higher.themes[0]?.shareOfGap).toBe(0.4);
    const best = themes([{ rating: 10, comment: "fast" }], options);
    expect(best.themes[0]).toMatchObject({ theme: "fast", shareOfGap: null, impact: null });
  });

  it("of no comments are null", () => {
    const found = themes([{ rating: 5, comment: null }], { codebook, comment, rating });
    expect(found).toMatchObject({ n: 0, withoutComment: 1, score: { score: null }, unmatched: [] });
    expect(found.themes[0]).toMatchObject({
      theme: "delivery",
      mentions: { rate: null, interval: null },
      impact: null,
      shareOfGap: null,
      comparison: { difference: null },
    });
    expectPlainJson(found);
  });

  it("may have any names", () => {
    const odd: Codebook = JSON.parse('{ "__proto__": ["a"], "constructor": ["b"] }');
    const found = themes([{ rating: 5, comment: "a b" }], { codebook: odd, comment, rating });
    expect(found.themes.map(({ theme, mentions }) => [theme, mentions.rate])).toEqual([
      ["__proto__", 1],
      ["constructor", 1],
    ]);
  });

  it("repeat no comment, neither in results nor in errors", () => {
    const text = "secret refund of Ana";
    const found = themes([{ rating: 5, comment: text }], { codebook, comment, rating });
    expect(JSON.stringify(found)).not.toContain("secret");
    let message = "";
    try {
      themes([{ rating: 11, comment: text }], { codebook, comment, rating });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("themes: rating at index 0 must be an integer from 0 to 10, got 11");
    expect(message).not.toContain("Ana");
  });

  it("check ratings also where there is no comment", () => {
    const rows = [{ rating: 5.5, comment: null }];
    expect(() => themes(rows, { codebook, comment, rating })).toThrow("themes: rating at index 0");
  });

  it("refuse a comment that is neither text nor missing", () => {
    const rows = [
      { rating: 5, comment: "ok" },
      { rating: 5, comment: 7 as never },
    ];
    expect(() => themes(rows, { codebook, comment, rating })).toThrow(
      expect.objectContaining({
        message: "themes: comment at index 1 must be a string or missing, got 7",
        code: "invalid-argument",
        path: ["comment", 1],
      }),
    );
  });

  it("refuse a codebook that could find nothing, by place and not by word", () => {
    const call = (book: unknown) => () => themes(responses, { codebook: book as Codebook, comment, rating });
    expect(call(undefined)).toThrow("themes: codebook must be an object, got undefined");
    expect(call({})).toThrow(
      "themes: codebook must be one theme or more, each with its terms, got an object",
    );
    expect(call({ a: ["x"], secret: [] })).toThrow(
      "themes: codebook at index 1 must be an array of one term or more, got an array",
    );
    expect(call({ a: "x" })).toThrow("themes: codebook at index 0 must be an array of one term or more");
    for (const term of ["", "  ", "*", "**", "a*b", "a* b", "refund *", "* refund", "!?", "*.", 7, null]) {
      expect(call({ a: ["x", term] })).toThrow(
        'themes: codebook at index 0.term at index 1 must be a word or phrase with "*" only at its start or end, got ',
      );
    }
  });

  it("refuse wrong options", () => {
    const options = { codebook, comment, rating };
    const call = (more: object) => () => themes(responses, { ...options, ...more } as never);
    expect(call({ comment: 1 })).toThrow("themes: comment must be a function, got 1");
    expect(call({ rating: null })).toThrow("themes: rating must be a function, got null");
    expect(call({ metric: "nps" })).toThrow("themes: metric must be a function, got a string");
    expect(call({ metric: () => 1 })).toThrow("themes: metric must be ");
    expect(call({ level: 2 })).toThrow("themes: level must be");
    expect(call({ langauge: "en" })).toThrow('got "langauge"');
    expect(() => themes("text" as never, options)).toThrow("themes: responses must be an array");
  });

  // What took time with the square of the text would take hours here, and the test would not end in time.
  it("come to an end with any text, whatever the terms", () => {
    const nested = Array.from({ length: 500 }, (_, i) => `${"a".repeat(i + 1)}*`);
    const book = { a: nested, b: nested.map((term) => `*${term}`), c: nested.map((term) => `b ${term}`) };
    const texts = [
      "a".repeat(300_000),
      "b a ".repeat(100_000),
      // A normaliser sorts each run of marks, which takes minutes for one of these.
      "\u0301".repeat(100_000) + "\u0323".repeat(100_000),
      "- ".repeat(150_000),
      " ".repeat(300_000),
    ];
    const rows = texts.map((text): Response => ({ comment: `${text}.`, rating: 5 }));
    const found = themes(rows, { codebook: book, comment, rating });
    expect(found.themes.map(({ theme, responses }) => [theme, responses])).toEqual([
      ["a", [0, 1]],
      ["b", [0, 1]],
      ["c", [1]],
    ]);
  });
});
