// A movement as changes of entries, so that the page can take it as made. A party that bears points
// accepts from a lower value on; what it has without agreement stays what it is, and is shown so.

import { own } from "./own";
import type { ByParty, Entry, Exact, Move, Movement, Show } from "../answers/answers";
import { entriesOf, type ListedEntry } from "./entries";
import { exactText, minus, nearestDouble, pointsText } from "./exact";
import type { Names } from "./names";

export interface Made {
  movement: Movement;
  /// In words.
  name: string;
  /// The entries that the engine is told.
  sets: Record<string, string>;
  /// What parties have without agreement, as it is without the movement.
  fallbacks: ByParty<Entry>;
  /// How many points below that each accepts.
  less: ByParty<Exact>;
  /// A value is known to ten decimals only, and was taken lower by less than a millionth.
  isRounded: boolean;
}

/// As much of it as answers are told by.
export type Told = Pick<Made, "less" | "fallbacks">;

/// The value to a party of the draft that it falls back on, where it is one number.
export type DraftValues = ByParty<Exact | undefined>;

/// A fraction of the file reaches the page as a decimal of ten places or more.
function isCutOff(value: Exact): boolean {
  return typeof value === "number" && /\.\d{10}/.test(String(value));
}

function lowered(ends: Exact[], points: Exact): { text: string; isRounded: boolean } {
  const isRounded = ends.some(isCutOff);
  const [low = "", high = low] = ends.map((end) => minus(isRounded ? minus(end, "1/10000000") : end, points));
  const hasFraction = low.includes("/") || high.includes("/");
  const range = hasFraction ? `["${low}", "${high}"]` : `${low}..${high}`;
  return { text: low === high ? low : range, isRounded };
}

function endsOf(value: unknown): Exact[] | null {
  const ends = Array.isArray(value) ? value : [value];
  return ends.every((each) => typeof each === "number" || (typeof each === "string" && /^-?\d+\/\d+$/.test(each)))
    ? ends
    : null;
}

/// The draft that a party falls back on, if it does.
export function fallbackDraft(entry: Entry | null | undefined): string | null {
  const draft = (entry?.value as { draft?: unknown } | null | undefined)?.draft;
  return typeof draft === "string" ? draft : null;
}

function opened(entry: ListedEntry | undefined, address: string): string | null {
  if (address.startsWith("limit.") || address.startsWith("rule.")) {
    return "off";
  }
  if (entry?.kind === "order") {
    return null;
  }
  // A red line has the worth that the file gives it once opened, else none.
  return entry?.kind === "stance" ? String(entry.worth_if_opened ?? 0) : "none";
}

type Step = { address: string; value: string; isRounded: boolean; fallback?: ListedEntry } | { problem: string };

function borne(move: Move, entry: ListedEntry | undefined, names: Names, draftValues: DraftValues): Step {
  const draft = fallbackDraft(entry);
  const value = draft === null ? entry?.value : own(draftValues, move.party ?? "");
  const ends = endsOf(value);
  if (entry === undefined || ends === null) {
    const whose = names.party(move.party);
    return {
      problem:
        draft === null
          ? `what ${whose} has without agreement is given in words, and no number stands for them`
          : `what ${whose} has without agreement is given as the draft “${names.draft(draft)}”, whose value to it is not one number`,
    };
  }
  const { text, isRounded } = lowered(ends, move.points ?? 0);
  return { address: move.entry, value: text, isRounded, fallback: entry };
}

function stepOf(move: Move, entry: ListedEntry | undefined, names: Names, draftValues: DraftValues): Step {
  if (!move.opened) {
    return borne(move, entry, names, draftValues);
  }
  const value = opened(entry, move.entry);
  return value === null
    ? { problem: "a red line in it stands in an order of options, and no entry opens it alone" }
    : { address: move.entry, value, isRounded: false };
}

/// A value of --set to be read: fractions as decimals, and said to be rounded where they are.
function fromText(value: string): string {
  const ends = value.replace(/[[\]"]/g, "").split(/\.\.|, /);
  const text = ends.map((end) => exactText(end).replace("about ", "")).join(" to ");
  return ends.some((end) => exactText(end).startsWith("about ")) ? `about ${text}` : text;
}

/// One party accepts less: from where on, in points. The middle of a sentence.
export function acceptsText(party: string, made: Pick<Made, "sets" | "fallbacks" | "less">, names: Names): string {
  const from = fromText(made.sets[`fallback.${party}`] ?? "");
  const draft = fallbackDraft(own(made.fallbacks, party));
  const has =
    draft === null ? (own(made.fallbacks, party)?.text ?? "") : `as good as the draft “${names.draft(draft)}”`;
  const unit = from === "1" ? "point" : "points";
  return `from ${from} ${unit} on ${names.party(party)} accepts, ${pointsText(own(made.less, party) ?? 0)} below what it has without agreement: ${has}`;
}

function nameOf(made: Omit<Made, "name" | "isRounded">, names: Names): string {
  const openings = made.movement.moves
    .filter((move) => move.opened)
    .map((move) => `opened: ${names.entry(move.entry)}`);
  return [...Object.keys(made.less).map((party) => acceptsText(party, made, names)), ...openings].join("; ");
}

/// The movement as taken as made; a sentence why not where the file gives a value in a way that cannot
/// be moved. `names` are those of the case without it.
export function madeOf(movement: Movement, names: Names, draftValues: DraftValues = {}): Made | { problem: string } {
  const entries = new Map(entriesOf(names.show).map((entry) => [entry.entry, entry]));
  const made = { movement, sets: {}, fallbacks: {}, less: {} } as Omit<Made, "name" | "isRounded">;
  let isRounded = false;
  for (const move of movement.moves) {
    const step = stepOf(move, entries.get(move.entry), names, draftValues);
    if ("problem" in step) {
      return step;
    }
    made.sets[step.address] = step.value;
    isRounded ||= step.isRounded;
    if (step.fallback && move.party !== null) {
      made.fallbacks = { ...made.fallbacks, [move.party]: entryOf(names.show, move.party) ?? step.fallback };
      made.less = { ...made.less, [move.party]: move.points ?? 0 };
    }
  }
  return { ...made, name: nameOf(made, names), isRounded };
}

function entryOf(show: Show, party: string): Entry | null {
  return show.parties.find((each) => each.id === party)?.fallback ?? null;
}

/// For drawing: how far below what it has without agreement a party accepts.
export function lessOf(made: Pick<Made, "less"> | null | undefined, party: string): number {
  return nearestDouble(own(made?.less, party) ?? 0);
}
