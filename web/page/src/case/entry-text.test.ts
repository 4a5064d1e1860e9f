import { describe, expect, it } from "vitest";
import { smallShow } from "../testing/cases";
import { basisOf, entryAt } from "./entry-at";
import { namesFor, namesOf } from "./names";
import { packageText, shortText } from "./package-text";

const names = namesOf(smallShow());
const worded = (entry: string, value: unknown, text = String(value)) => names.says({ entry, value, text });

describe("what is entered, in titles", () => {
  it.each([
    [{ needs: { weir: ["low", "high"] } }, "needs \u201cHeight of the weir\u201d: low or high"],
    [{ never: { share: 20 } }, "never \u201cShare of the flow\u201d: 20 %"],
    [
      { if: { weir: "high" }, then: { share: [10, 20, 30] } },
      "where \u201cHeight of the weir\u201d: high, needs \u201cShare of the flow\u201d: 10 to 30 %",
    ],
    [
      { at_most: 1, of: [{ weir: "low" }, { share: 10 }] },
      "at most 1 of: \u201cHeight of the weir\u201d: low; \u201cShare of the flow\u201d: 10 %",
    ],
  ])("%j is %s", (value, text) => {
    expect(worded("limit.x", value)).toBe(text);
    expect(worded("limit.x", value, "needs x (off)")).toBe(`${text} (switched off in this file)`);
  });

  it("orders, ranges, drafts and what is not known", () => {
    const order = (text: string) => worded("issue.weir.order.alta", text);
    expect(order("low > high | none")).toBe("low, then high; past a red line: no weir (invented)");
    expect(order("low = high")).toBe("low and high alike");
    expect(order("low > high = none")).toBe("low, then high and no weir (invented) alike");
    expect(order("low | high, none")).toBe("low; past a red line: high and no weir (invented)");
    expect(order("| low")).toBe("past a red line: low");
    expect(worded("issue.share.curve.alta.redline", "> 20")).toBe("> 20");
    expect(worded("issue.weir.weight.alta", 1e-12, "0")).toBe("0.000000000001");
    expect(worded("issue.weir.weight.alta", 0, "0")).toBe("0");
    expect(worded("bonus.1", [2, 6], "share = 20 is worth another 2..6")).toBe("2 to 6");
    expect(worded("fallback.alta", { draft: "first" }, "as good as draft first (falling)")).toBe(
      "as good as \u201cFirst text\u201d (falling)",
    );
    expect(worded("fallback.alta", [20, 40], "20..40")).toBe("20..40");
    expect(worded("rule.x", { other: 1 }, "in its own words (off)")).toBe(
      "in its own words (switched off in this file)",
    );
  });

  it("titles that could be read as several stand in quotation marks", () => {
    const show = smallShow();
    show.issues[0]!.options[0]!.title = "Russia, Ukraine and Europe";
    expect(namesOf(show).value("weir", ["low", "high"])).toBe(
      "\u201cRussia, Ukraine and Europe\u201d or \u201chigh\u201d",
    );
  });

  it("drafts have their date, statements their speaker, clauses their title", () => {
    expect(names.draft("first")).toBe("First text, no date");
    expect(names.statement("s1")).toBe("miller, no date");
    expect(names.statement("heard-of")).toBe("heard-of");
    expect(names.record("draft", "first")).toBe("draft \u201cFirst text, no date\u201d");
    const points = [
      { id: "7", title: "Water", document: null, content_is_unknown: false },
      { id: "gates", title: "The gates", document: null, content_is_unknown: true },
    ];
    const more = namesOf({ ...smallShow(), points });
    expect([more.point("7"), more.point("gates"), more.point("9")]).toEqual(["7 Water", "The gates", "9"]);
  });

  it("what nobody reported says so inside a condition", () => {
    const show = smallShow();
    show.issues[0]!.options[1]!.invented = true;
    const said = namesOf(show);
    expect(said.isInvented("weir", "high")).toBe(true);
    expect(said.says({ entry: "limit.x", value: { never: { weir: "high" } }, text: "" })).toContain("high (invented)");
  });

  it("names of one case are worked out once", () => {
    const show = smallShow();
    expect(namesFor(show)).toBe(namesFor(show));
  });
});

describe("what an entry rests on", () => {
  it("is supposed where an answer sets it, and what the file says where not", () => {
    const [entered, now] = [smallShow(), smallShow()];
    now.parties[1]!.fallback!.text = "10";
    const of = (address: string, answers = {}) => basisOf(address, now, entered, { answers });
    expect(of("fallback.bera")).toBe("assumed");
    expect(of("fallback.bera", { price: "price" })).toBe("supposed");
    expect(of("fallback.alta", { price: "price" })).toBe("assumed");
    expect(of("issue.weir.stance.alta.low")).toBe("reported");
    expect(of("fallback.nobody")).toBeNull();
    expect(entryAt(now, "fallback.nobody")).toBeUndefined();
  });
});

describe("a package in words", () => {
  const state = (agreement: "surely" | "possibly" | "never", openCount: number, isRanged: boolean) => ({
    agreement,
    openCount,
    isRanged,
    contradicts: false,
    agreers: null as string | null,
    counted: 6,
    refusing: 0,
  });

  it("speaks of readings and of completing only where there are some", () => {
    expect(packageText(state("never", 0, false))).toBe("Not acceptable to all who have to agree.");
    expect(packageText(state("never", 2, true))).toBe(
      "Not acceptable to all who have to agree, in any reading, however it is completed.",
    );
    expect(packageText(state("surely", 0, false))).toBe("All who have to agree accept this package.");
    expect(packageText(state("possibly", 1, true))).toContain("1 issue still open");
    expect(packageText(state("possibly", 0, true))).toContain("in some readings");
  });

  it("names who has to accept where the rule counts others, and how many do not", () => {
    const counting = (agreement: "surely" | "possibly" | "never", refusing: number, openCount = 0) =>
      packageText({
        ...state(agreement, openCount, false),
        agreers: "Alta, and at least 5 of 6 parties in all",
        refusing,
      });
    expect(counting("never", 2)).toBe(
      "Not acceptable to Alta, and at least 5 of 6 parties in all. 2 of the 6 that count do not accept it.",
    );
    expect(counting("surely", 1)).toBe(
      "Acceptable to Alta, and at least 5 of 6 parties in all. 1 of the 6 that count does not accept it.",
    );
    expect(counting("surely", 0)).toBe("Acceptable to Alta, and at least 5 of 6 parties in all.");
    expect(counting("possibly", 0, 2)).toContain(
      "become acceptable to Alta, and at least 5 of 6 parties in all: 2 issues",
    );
    expect(counting("possibly", 0)).toContain("in some readings, not in all, it is acceptable to Alta,");
    const short = (agreement: "surely" | "never") => shortText({ ...state(agreement, 0, false), agreers: "five" });
    expect([short("surely"), short("never")]).toEqual(["enough accept", "too few accept, or not those required"]);
    expect(packageText({ ...state("never", 0, false), refusing: 2 })).toBe("Not acceptable to all who have to agree.");
  });

  it("says nothing of acceptance where entries contradict each other", () => {
    for (const agreement of ["surely", "possibly", "never"] as const) {
      const none = { ...state(agreement, 1, true), contradicts: true };
      expect(packageText(none)).toBe("No answer: the entries contradict each other.");
      expect(shortText(none)).not.toContain("accept");
    }
  });

  it("is short on a narrow screen", () => {
    expect(shortText(state("surely", 0, true))).toBe("all accept");
    expect(shortText(state("possibly", 3, true))).toBe("3 issues open");
    expect(shortText(state("never", 0, true))).toBe("not acceptable to all");
  });
});
