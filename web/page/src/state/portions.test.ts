import { describe, expect, it } from "vitest";
import { smallModel, smallShow } from "../testing/cases";
import { draftColumns, isFolded, mostRows, portionOf } from "./portions";
import { update } from "./update";

const many = Array.from({ length: 1000 }, (_, at) => at);

describe("a long list", () => {
  it("is drawn in portions, each list by itself, until all is wanted", () => {
    const model = smallModel();
    expect(portionOf(model, "a", many)).toHaveLength(200);
    const more = update(model, { kind: "view", views: { portions: { a: 400 } } });
    expect(portionOf(more, "a", many)).toEqual(many.slice(0, 400));
    expect(portionOf(more, "b", many)).toHaveLength(200);
    expect(portionOf(more, "a", [1, 2])).toEqual([1, 2]);
  });

  it("folds the matrix only where it has too many rows", () => {
    const { issues } = smallShow();
    const option = issues[0]!.options[0]!;
    const long = { ...issues[0]!, options: Array.from({ length: mostRows }, () => option) };
    expect(isFolded(issues)).toBe(false);
    expect(isFolded([long])).toBe(true);
  });

  it("shows drafts by the dozen, the last ones first", () => {
    const model = smallModel();
    expect(draftColumns(model, 3)).toEqual([0, 3]);
    expect(draftColumns(model, 30)).toEqual([24, 30]);
    const first = update(model, { kind: "view", views: { draftsPage: 0 } });
    expect(draftColumns(first, 30)).toEqual([0, 12]);
    expect(draftColumns({ ...first, views: { ...first.views, draftsPage: 9 } }, 13)).toEqual([12, 13]);
  });
});
