// What a search for movements has found, in words: no more is said than was proved.

import { own } from "./own";
import type { Bridge, ByParty, Effect, Exact, ListEnd, UnderMovement } from "../answers/answers";
import { exactText, isPositive, isSameNumber, largest, minus, pointsText } from "./exact";
import { lessOf } from "./movement";
import type { Names } from "./names";

type Alone = Bridge["alone"][string];

/// What one party alone would have to bear.
export function aloneText(alone: Alone, party: string): string {
  if (alone === null) {
    return "nothing it alone could bear is enough.";
  }
  if (!("burden" in alone)) {
    return "not decided: the search was ended before.";
  }
  const points = pointsText(own(alone.burden, party) ?? 0);
  return alone.proved === "optimal"
    ? `${points} of its own, and no fewer.`
    : `${points} of its own or less; whether fewer are enough was not decided.`;
}

/// Null where nobody has to bear points.
export function leastText(least: Bridge["smallest_largest"]): string | null {
  const burdens = Object.values(least?.burden ?? {});
  if (least === null || burdens.length === 0 || !isPositive(largest(burdens))) {
    return null;
  }
  const most = pointsText(largest(burdens));
  const own = "each in its own points, which do not compare";
  return least.proved === "optimal"
    ? `One movement keeps every party at or below ${most}, ${own}; none keeps all below that.`
    : `One movement keeps every party at or below ${most}, ${own}; whether one keeps all below that was not decided.`;
}

/// Also where nothing was found.
export function listEndText(ends: ListEnd[]): string {
  if (ends.includes("cut")) {
    return "The search was ended before all were found: there may be more.";
  }
  return ends.includes("full")
    ? "These are as many as one list holds: there may be others."
    : "These are all; any other movement asks for more.";
}

/// What is told of an effect beside it.
export interface Around extends UnderMovement {
  question: string;
  /// Some number is not known exactly, so that there are several readings.
  isRanged: boolean;
}

function whereText({ question, isRanged }: Around): string {
  return !isRanged ? "" : question === "sure" ? " in every reading" : " in any reading";
}

function gainsOf(gains: ByParty<Exact | null>, names: Names): string {
  const known = Object.entries(gains).filter((pair): pair is [string, Exact] => pair[1] !== null);
  return known.map(([party, gain]) => `${names.party(party)} ${exactText(gain)}`).join(", ");
}

function shortfallText({ smallest_gain: gain }: Effect, around: Around): string {
  const isMoved = Object.keys(lessOf(around)).length > 0;
  const start = isMoved ? "where it begins to accept by the movement supposed" : "what it has without agreement";
  return gain !== null && isPositive(minus(0, gain))
    ? `; in every combination that limits leave some party it needs is ${pointsText(minus(0, gain))} or more below ${start}`
    : "";
}

/// What is acceptable to all who have to agree: as entered, or without one limit.
export function effectText(effect: Effect, around: Around, names: Names): string {
  const gains = gainsOf(effect.best_gain, names);
  const isProved = effect.proved === "optimal";
  if (gains === "") {
    return isProved
      ? `no combination is acceptable${whereText(around)}${shortfallText(effect, around)}`
      : "no acceptable combination was found, and it was not decided whether there is one";
  }
  return isProved
    ? `gains of at most: ${gains}`
    : `gains of at least: ${gains}; whether they can be larger was not decided`;
}

function isSameGain(one: Exact | null, other: Exact | null | undefined): boolean {
  return one === null || other === null || other === undefined ? one === (other ?? null) : isSameNumber(one, other);
}

/// Whether leaving it out changes nothing, which is known only where both are proved.
export function isWithoutEffect(effect: Effect, entered: Effect): boolean {
  const isProved = effect.proved === "optimal" && entered.proved === "optimal";
  const isSame = Object.entries(effect.best_gain).every(([party, gain]) =>
    isSameGain(gain, own(entered.best_gain, party)),
  );
  return isProved && isSame && isSameGain(effect.smallest_gain, entered.smallest_gain);
}
