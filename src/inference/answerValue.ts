// What one answer contributes to a score.

import type { ComparableScore } from "./comparableScore.ts";

/** For a score that has been checked: the value of a rating, of which the score is the mean. In the unit of the score. */
export function answerValue(score: ComparableScore): (rating: number) => number {
  switch (score.metric) {
    case "nps": {
      const { passive, promoter } = score.bands;
      return (rating) => (rating >= promoter ? 100 : rating < passive ? -100 : 0);
    }
    case "csat": {
      const { satisfiedFrom } = score;
      return (rating) => (rating >= satisfiedFrom ? 100 : 0);
    }
    case "ces":
      return (rating) => rating;
  }
}
