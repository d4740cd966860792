// Words for people to read, in the two languages of the guides.

/** The same words in English and Indonesian. */
export interface Wording {
  /** In English. */
  readonly en: string;
  /** In Indonesian. */
  readonly id: string;
}
