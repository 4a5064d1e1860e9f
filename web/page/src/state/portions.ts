// Long lists are drawn a portion at a time: tens of thousands of elements stall a browser.

import type { Issue } from "../answers/answers";
import type { Model } from "./model";

export const portion = 200;

/// What is drawn of a list that goes by this name.
export function portionOf<T>(model: Model, list: string, all: T[]): T[] {
  return all.slice(0, model.views.portions[list] ?? portion);
}

export const mostRows = 500;

/// A matrix with more rows than can be drawn at once has its issues folded.
export function isFolded(issues: Issue[]): boolean {
  return issues.reduce((rows, issue) => rows + issue.options.length + 1, 0) > mostRows;
}

export const mostDrafts = 12;

/// Which drafts stand side by side, as places in their list: the last ones until others are chosen.
export function draftColumns(model: Model, count: number): [number, number] {
  const pages = Math.max(1, Math.ceil(count / mostDrafts));
  const page = Math.min(model.views.draftsPage ?? pages - 1, pages - 1);
  return [page * mostDrafts, Math.min(count, (page + 1) * mostDrafts)];
}
