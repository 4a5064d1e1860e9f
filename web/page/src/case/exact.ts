// Exact numbers as the engine writes them: whole numbers, decimals and fractions such as 100/3. What
// the page supposes is worked out with these and not with doubles.

import type { Exact } from "../answers/answers";

interface Fraction {
  over: bigint;
  /// Above 0.
  under: bigint;
}

function divisor(one: bigint, other: bigint): bigint {
  return other === 0n ? (one < 0n ? -one : one) : divisor(other, one % other);
}

function reduced(over: bigint, under: bigint): Fraction {
  const common = divisor(over, under) || 1n;
  return { over: over / common, under: under / common };
}

function fractionOf(value: Exact): Fraction {
  const text = String(value);
  const [over, under] = text.split("/");
  if (under !== undefined) {
    return reduced(BigInt(over ?? ""), BigInt(under));
  }
  const [digits = "", power = "0"] = text.split("e");
  const [whole = "", part = ""] = digits.split(".");
  const places = part.length - Number(power);
  const all = BigInt(whole + part);
  return places > 0 ? reduced(all, 10n ** BigInt(places)) : reduced(all * 10n ** BigInt(-places), 1n);
}

/// Places after the point, or null where no decimal says it exactly.
function placesOf({ under }: Fraction): number | null {
  let rest = under;
  let places = 0;
  for (; rest % 10n === 0n; rest /= 10n) {
    ++places;
  }
  for (const prime of [2n, 5n]) {
    for (; rest % prime === 0n; rest /= prime) {
      ++places;
    }
  }
  return rest === 1n ? places : null;
}

function textOf(fraction: Fraction): string {
  const places = placesOf(fraction);
  if (places === null) {
    return `${fraction.over}/${fraction.under}`;
  }
  const all = (fraction.over * 10n ** BigInt(places)) / fraction.under;
  const digits = String(all < 0n ? -all : all).padStart(places + 1, "0");
  const cut = digits.length - places;
  const part = digits.slice(cut).replace(/0+$/, "");
  return `${all < 0n ? "-" : ""}${digits.slice(0, cut)}${part === "" ? "" : `.${part}`}`;
}

/// A decimal where one says it exactly, else a fraction.
export function minus(value: Exact, less: Exact): string {
  const [one, other] = [fractionOf(value), fractionOf(less)];
  return textOf(reduced(one.over * other.under - other.over * one.under, one.under * other.under));
}

export function plus(value: Exact, more: Exact): string {
  return minus(value, minus(0, more));
}

export function plainText(value: Exact): string {
  return minus(value, 0);
}

export function isSameNumber(one: Exact, other: Exact): boolean {
  return minus(one, other) === "0";
}

export function isPositive(value: Exact): boolean {
  return fractionOf(value).over > 0n;
}

export function largest(values: Exact[]): Exact {
  return values.reduce((most, each) => (minus(each, most).startsWith("-") ? most : each));
}

/// Only to draw and to write: no verdict rests on it.
export function nearestDouble(value: Exact): number {
  const { over, under } = fractionOf(value);
  return Number(over) / Number(under);
}

/// With two decimals at most; what has more is said to be rounded, and nothing but zero reads 0.
export function exactText(value: Exact): string {
  const fraction = fractionOf(value);
  const places = placesOf(fraction);
  const sign = fraction.over < 0n ? "\u2212" : "";
  const size = nearestDouble(textOf({ ...fraction, over: fraction.over < 0n ? -fraction.over : fraction.over }));
  if (size > 0 && size < 0.005) {
    return `${sign}less than 0.01`;
  }
  const [whole = "0", part = ""] = String(Math.round(size * 100) / 100).split(".");
  const text = sign + whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") + (part === "" ? "" : `.${part}`);
  return places !== null && places <= 2 ? text : `about ${text}`;
}

export function pointsText(value: Exact): string {
  return `${exactText(value)} ${isSameNumber(value, 1) ? "point" : "points"}`;
}
