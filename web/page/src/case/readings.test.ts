import { expect, it } from "vitest";
import type { Entry, PartyOnIssue, Show } from "../answers/answers";
import { smallShow } from "../testing/cases";
import { hasReadings } from "./readings";

const entry = (value: unknown): Entry => ({ entry: "e", value, text: "", basis: "assumed", firmness: null });
const rated = (...values: unknown[]): PartyOnIssue => ({
  weight: entry(10),
  stances: Object.fromEntries(["low", "high"].map((id, at) => [id, entry(values[at])])),
});

/// One number for everything that may count.
function single(): Show {
  const show = smallShow();
  const [weir] = show.issues;
  return {
    ...show,
    bonuses: [],
    parties: show.parties.map((party) => ({ ...party, fallback: entry(20) })),
    issues: [
      {
        ...weir!,
        options: weir!.options.slice(0, 2),
        parties: { alta: rated(10, "redline"), bera: { weight: null, scores: { low: entry(3), high: entry("1/3") } } },
      },
    ],
  };
}

it("single numbers leave one reading", () => {
  expect(hasReadings(single())).toBe(false);
});

it.each<[string, (show: Show) => void]>([
  ["a range", (show) => (show.parties[0]!.fallback = entry([1, 2]))],
  ["a value that is not entered", (show) => (show.parties[1]!.fallback = null)],
  ["doubt about an intent", (show) => (show.parties[1]!.intent = entry("doubtful"))],
  ["a word", (show) => (show.issues[0]!.parties["alta"] = rated(10, "bad"))],
  ["a weight that is not entered", (show) => (show.issues[0]!.parties["alta"]!.weight = null)],
  ["an option that is not rated", (show) => delete show.issues[0]!.parties["alta"]!.stances!["low"]],
  ["a party that rates nothing", (show) => delete show.issues[0]!.parties["bera"]],
  ["a curve", (show) => (show.issues[0]!.parties["bera"]!.curve = { ideal: entry(3) })],
  ["an order", (show) => (show.issues[0]!.parties["bera"]!.order = entry("low > high"))],
  ["a bonus that is a range", (show) => show.bonuses.push({ ...entry([1, 2]), party: "alta", when: {} })],
])("%s may leave several", (_, change) => {
  const show = single();
  change(show);
  expect(hasReadings(show)).toBe(true);
});
