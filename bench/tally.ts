// How fast answers fold into a tally, as ratios to an indexed sum loop over the same data.

import { NPS_SCALE, nps, tally, tallyRows } from "../src/index.ts";
import { compareJobs, type Job, printRatios, seeded, used } from "./harness.ts";

const n = 1_000_000;
const random = seeded(20260309);
const ratings = Array.from({ length: n }, () => Math.floor(random() * 11));
const bytes = Uint8Array.from(ratings);
const doubles = Float64Array.from(ratings);
const rows = ratings.map((rating, i) => ({ id: i, rating, plan: i % 3 }));

const sumOfArray: Job = {
  name: "sum of number[]",
  run: () => {
    let sum = 0;
    for (let i = 0; i < ratings.length; i++) sum += ratings[i] as number;
    return sum;
  },
};
const sumOfBytes: Job = {
  name: "sum of Uint8Array",
  run: () => {
    let sum = 0;
    for (let i = 0; i < bytes.length; i++) sum += bytes[i] as number;
    return sum;
  },
};
const sumOfDoubles: Job = {
  name: "sum of Float64Array",
  run: () => {
    let sum = 0;
    for (let i = 0; i < doubles.length; i++) sum += doubles[i] as number;
    return sum;
  },
};
const sumOfRows: Job = {
  name: "sum of rows[i].rating",
  run: () => {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += (rows[i] as { rating: number }).rating;
    return sum;
  },
};
const threeFilters: Job = {
  name: "three filters",
  run: () => {
    const promoters = ratings.filter((rating) => rating >= 9).length;
    const detractors = ratings.filter((rating) => rating <= 6).length;
    return promoters - detractors + ratings.filter((rating) => rating === 7 || rating === 8).length;
  },
};

console.log(`${n.toLocaleString("en")} seeded ratings, Node ${process.versions.node}`);
printRatios(
  "number[]",
  sumOfArray.name,
  compareJobs(sumOfArray, [
    { name: "tally", run: () => tally(ratings, NPS_SCALE) },
    { name: "nps", run: () => nps(ratings) },
    threeFilters,
  ]),
);
printRatios(
  "Uint8Array",
  sumOfBytes.name,
  compareJobs(sumOfBytes, [{ name: "tally", run: () => tally(bytes, NPS_SCALE) }]),
);
printRatios(
  "Float64Array",
  sumOfDoubles.name,
  compareJobs(sumOfDoubles, [{ name: "tally", run: () => tally(doubles, NPS_SCALE) }]),
);
printRatios(
  "rows with an accessor",
  sumOfRows.name,
  compareJobs(sumOfRows, [
    { name: "tallyRows", run: () => tallyRows(rows, { scale: NPS_SCALE, rating: (row) => row.rating }) },
  ]),
);
if (!used()) throw new Error("nothing was measured");
