import { expect, it } from "vitest";
import { smallShow } from "../testing/cases";
import { agreersText, isCounting, requiredText } from "./agreers";

function under(required: string[], least: number | null) {
  return { ...smallShow(), agreement: { required, counted: ["alta", "bera"], at_least: least } };
}

it("where the rule counts no others, all have to agree", () => {
  for (const least of [null, 1, 2]) {
    const show = under(["alta", "bera"], least);
    expect([isCounting(show.agreement), agreersText(show)]).toEqual([false, "all who have to agree"]);
    expect(requiredText(show)).toBe("Alta and Bera");
  }
});

it("where it counts others, too, it is told who and how many", () => {
  expect(agreersText(under(["alta"], 2))).toBe("Alta, and at least 2 of 2 parties in all");
  expect(agreersText(under([], 1))).toBe("at least 1 of 2 parties");
  expect(agreersText(under(["gone"], 2))).toContain("gone, and at least 2");
});
