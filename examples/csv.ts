// CSV files as rows of text, by the headings of their columns.

import Papa from "papaparse";

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a file. A renamed column must not pass for one in which every cell is empty. */
export function readCsv(text: string, columns: readonly string[]): readonly CsvRow[] {
  const { data, errors, meta } = Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true });
  const [first] = errors;
  if (first !== undefined) throw new Error(`CSV row ${(first.row ?? 0) + 2}: ${first.message}`);
  const absent = columns.filter((column) => !meta.fields?.includes(column));
  if (absent.length > 0) throw new Error(`CSV columns not found: ${absent.join(", ")}`);
  return data;
}
