// A mixed book of accounts: who each party is and why, where the relationship stands, and what to ask whom.

import { fileURLToPath } from "node:url";
import {
  churnRisk,
  classifyEngagement,
  classifyLoyalty,
  classifyRole,
  classifySector,
  classifySide,
  type EngagementClassification,
  lifecycleStage,
  surveysDue,
} from "cx-metrics";
import { ACCOUNTS, type Account, AS_OF } from "./accountBook.ts";
import { figure, left, right, section, table } from "./table.ts";

const asOf = AS_OF;

/** What this example prints. */
export function accounts(book: readonly Account[] = ACCOUNTS): string {
  const sections = [whoTheyAre(book), rolesAndSectors(book), whereTheyStand(book), whatToAsk(book)];
  return `${sections.join("\n\n\n")}\n`;
}

function whoTheyAre(book: readonly Account[]): string {
  return section(
    "Client or customer",
    [
      "Seven criteria vote, with one vote each. Confidence: how clear it is; coverage: how much is known.",
      "A candidate is a customer whose needs look like a client's.",
    ],
    table(
      [left("Account"), left("Label"), right("Confidence"), right("Coverage"), left("Decided by")],
      book.map(({ name, engagement }) => {
        const found = classifyEngagement(engagement);
        const label = found.clientCandidate ? `${found.label}, candidate` : found.label;
        return [name, label, figure(found.confidence, 2), figure(found.coverage, 2), decisiveVotes(found)];
      }),
    ),
  );
}

/** The criteria that voted for the label: the first two by name. */
function decisiveVotes({ label, votes }: EngagementClassification<string>): string {
  const names = votes.filter(({ supports }) => supports === label).map(({ criterion }) => criterion);
  const others = names.length - 2;
  return [names.slice(0, 2).join(", ") || "-", ...(others > 0 ? [`+${others}`] : [])].join(" ");
}

function rolesAndSectors(book: readonly Account[]): string {
  return section(
    "Role, side and sector",
    ["One word each, or undetermined where what is known does not tell."],
    table(
      [left("Account"), left("Role"), left("Side"), left("Sector")],
      book.map(({ name, party }) => {
        const found = [classifyRole(party), classifySide(party), classifySector(party)];
        return [name, ...found.map(({ label }) => label)];
      }),
    ),
  );
}

function whereTheyStand(book: readonly Account[]): string {
  return section(
    "Lifecycle, loyalty and churn risk",
    ["Each stage with the rule that decided. The risk is a scorecard of what is known, no probability."],
    table(
      [left("Account"), left("Stage"), left("Because"), left("Loyalty"), right("Risk"), right("Coverage")],
      book.map(({ name, history, signals }) => {
        const scorecard = churnRisk(signals);
        const { risk, coverage } = scorecard;
        const stage = lifecycleStage(history, { asOf, risk: scorecard });
        const loyalty = classifyLoyalty(history, { asOf });
        const reason = stage.because[0]?.rule ?? "-";
        return [name, stage.label, reason, loyalty.label, figure(risk, 2), figure(coverage, 2)];
      }),
    ),
  );
}

function whatToAsk(book: readonly Account[]): string {
  return section(
    "Surveys",
    ["One survey at most is due for each; the others say what holds them, and until when."],
    table(
      [left("Account"), left("Survey"), left("Status"), left("Why"), left("Until")],
      book.flatMap(({ name, party, consent, events, invitations }) =>
        surveysDue({ ...party, consent, events, invitations }, { asOf }).decisions.map(
          ({ survey, status, reason, heldUntil }) => [
            name,
            survey,
            status,
            reason,
            heldUntil?.slice(0, 10) ?? "-",
          ],
        ),
      ),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(accounts());
