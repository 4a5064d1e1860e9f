// A movement as changes of the case, so that the page can take it as made. A party that bears points
// accepts so many less; what it has without agreement stays what it is.

import { own } from "./own";
import type { ByParty, Exact, Movement, UnderMovement } from "../answers/answers";
import { entriesOf, type ListedEntry } from "./entries";
import { isPositive, plus, pointsText } from "./exact";
import type { Names } from "./names";

export interface Made {
  movement: Movement;
  /// In words.
  name: string;
  /// What the engine is told.
  sets: Record<string, string>;
  /// How many points below what it has without agreement each party that bears some accepts then, with
  /// those that the file supposes itself.
  less: ByParty<Exact>;
}

type Sets = Record<string, string>;

/// An order without its bar. Options behind the bar are worth nothing once it is gone, unless the file rates
/// them beside the order; where the order stands in place of ratings they are rated now.
function withoutBar({ entry, value }: ListedEntry, rated: string[]): Sets {
  const [ranking = "", bar = ""] = String(value).split(/ ?\| ?/);
  const parts = entry.split(".");
  const order = [...parts.slice(0, 2), "order", ...parts.slice(3)].join(".");
  const behind = bar.split(", ").filter((option) => !rated.includes(option));
  const ratings = behind.map((option) => `${JSON.stringify(option)} = 0`);
  const isBeside = entry === order;
  const nothing: Sets = isBeside
    ? Object.fromEntries(behind.map((option) => [[parts[0], parts[1], "stance", parts[3], option].join("."), "0"]))
    : { [entry]: `{ ${ratings.join(", ")} }` };
  return { ...nothing, ...(ranking !== "" ? { [order]: ranking } : isBeside ? { [order]: "missing" } : {}) };
}

/// What takes a limit, rule or red line away.
function opening(address: string, entries: ListedEntry[]): Sets {
  const entry = entries.find((each) => each.entry === address);
  if (entry === undefined || address.startsWith("limit.") || address.startsWith("rule.")) {
    return { [address]: "off" };
  }
  if (entry.kind === "order") {
    const isRating = (each: ListedEntry) => each.kind === "stance" || each.kind === "score";
    const beside = entries.filter((each) => isRating(each) && each.party === entry.party && each.issue === entry.issue);
    return withoutBar(
      entry,
      beside.map((each) => each.entry.split(".").slice(4).join(".")),
    );
  }
  // A red line has the worth that the file gives it once opened, else none.
  return { [address]: entry.kind === "curve" ? "none" : String(entry.worth_if_opened ?? 0) };
}

/// The draft that a party falls back on, if it does.
function fallbackDraft(value: unknown): string | null {
  const draft = (value as { draft?: unknown } | null | undefined)?.draft;
  return typeof draft === "string" ? draft : null;
}

/// Who accepts less than it has without agreement, by the file itself or by a movement taken as made.
export function lessOf({ accepts_less: less = {} }: UnderMovement): ByParty<Exact> {
  return Object.fromEntries(Object.entries(less).filter(([, points]) => isPositive(points)));
}

/// One party accepts less than it has without agreement, which is named. The middle of a sentence.
export function acceptsText(party: string, less: ByParty<Exact>, names: Names): string {
  const fallback = names.show.parties.find(({ id }) => id === party)?.fallback ?? null;
  const draft = fallbackDraft(fallback?.value);
  const has =
    draft === null
      ? fallback === null
        ? "not entered"
        : names.says(fallback)
      : `as good as the draft “${names.draft(draft)}”`;
  return `${names.party(party)} accepts ${pointsText(own(less, party) ?? 0)} less than what it has without agreement: ${has}`;
}

/// What a party bears by a movement, with what the file supposes before it.
export function bearsText(party: string, { movement, less }: Pick<Made, "movement" | "less">, names: Names): string {
  const before = own(lessOf(names.show), party);
  const points = movement.moves.find((move) => move.opened !== true && move.party === party)?.points ?? 0;
  const parts =
    before === undefined ? "" : `, ${pointsText(before)} by this file and ${pointsText(points)} more by this movement`;
  return acceptsText(party, less, names) + parts;
}

function nameOf({ movement, less }: Omit<Made, "name">, names: Names): string {
  const openings = movement.moves.filter((move) => move.opened).map((move) => `opened: ${names.entry(move.entry)}`);
  return [...Object.keys(less).map((party) => bearsText(party, { movement, less }, names)), ...openings].join("; ");
}

/// The movement as taken as made. `names` are those of the case without it.
export function madeOf(movement: Movement, names: Names): Made {
  const before = lessOf(names.show);
  // What is listed comes on top of what the file supposes, and the engine is told of both together.
  const borne = movement.moves.flatMap(({ opened, party, points }): [string, string][] =>
    opened || party === null ? [] : [[party, plus(own(before, party) ?? 0, points ?? 0)]],
  );
  const opened = movement.moves.filter((move) => move.opened).map(({ entry }) => opening(entry, entriesOf(names.show)));
  const points = borne.map(([party, less]) => [`accepts_less.${party}`, less]);
  const sets: Sets = Object.assign(Object.fromEntries(points), ...opened);
  const made = { movement, sets, less: Object.fromEntries(borne) };
  return { ...made, name: nameOf(made, names) };
}
