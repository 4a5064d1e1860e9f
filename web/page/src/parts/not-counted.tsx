// Limits that are switched off while a question of the file is open: the reader has to know that no
// answer on the screen counts them.

import { limitsOff } from "../case/entries";
import { counted } from "../case/words";
import { enteredCheck } from "../state/asking";
import type { ScreenProps } from "./props";
import { T } from "./text";

function countedLimits(off: string[]): string {
  return off.every((address) => address.startsWith("limit."))
    ? counted(off.length, "limit is", "limits are")
    : counted(off.length, "limit or rule is", "limits or rules are");
}

export function NotCounted({ model, names }: Pick<ScreenProps, "model" | "names">) {
  const { answers, sets, movement } = model.scenario;
  const off = limitsOff(names.show, { ...sets, ...movement?.sets });
  if (off.length === 0) {
    return null;
  }
  const isAnyOpen = enteredCheck(model).alternatives.some((question) => answers[question.id] === undefined);
  return (
    <p class="note not-counted">
      {isAnyOpen ? "While questions of this file are open, " : "In this file "}
      {countedLimits(off)} switched off and not counted:{" "}
      {off.map((address, at) => (
        <>
          {at > 0 && "; "}
          <T>{names.entry(address)}</T>
        </>
      ))}
      .
      {isAnyOpen && (
        <>
          {" "}
          Answers to the questions may put them in force: see <a href="#answer">What it turns on</a>.
        </>
      )}
    </p>
  );
}
