// Markup in which text stays text: a template that escapes whatever is put into it.

/** Markup, as opposed to text. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template whose texts are escaped, between tags and in quoted attributes, and whose markup is put in as it is. */
export function html(
  literals: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const put = values.map((value) => {
    if (typeof value === "string") return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
    return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("\n");
  });
  return trusted(literals.map((literal, i) => literal + (put[i] ?? "")).join(""));
}

/** Markup that another program wrote and that is safe as it is. */
export const trusted = (markup: string): Html => ({ markup });
