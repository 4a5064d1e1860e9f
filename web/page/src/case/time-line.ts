// Places on the line of dates, and what the best agreement is worth above none on each.

import type { TimelineDate, Trend } from "../answers/answers";
import { rangeText } from "./words";

/// Before the first date: what the file gives no date for stands alone.
export const beforeAll = -1;

/// The last date that is not later; a file without a date of its own is read to its end.
export function indexAt(dates: Pick<TimelineDate, "date">[], asOf: string | null): number {
  return asOf === null
    ? dates.length - 1
    : dates.reduce((last, each, at) => (each.date <= asOf ? at : last), beforeAll);
}

/// What is supposed at a place on the line: nothing where the file's own date lies.
export function dateToSuppose(dates: Pick<TimelineDate, "date">[], at: number, own: string | null): string | null {
  return at === indexAt(dates, own) ? null : (dates[at]?.date ?? null);
}

/// From what is sure to what is possible.
export function bestText(best: Trend["best"]): string {
  const { sure = null, possible = null } = best ?? {};
  if (sure === null) {
    return possible === null ? "nothing" : `up to ${rangeText(possible)}`;
  }
  return rangeText(possible === null ? sure : [sure, possible]);
}
