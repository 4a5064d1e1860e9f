// Limits that are switched off while a question of the file is open: the reader has to know that no
// answer on the screen counts them.

import { own } from "../case/own";
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

function Limits({ off, names }: { off: string[]; names: ScreenProps["names"] }) {
  return (
    <>
      {off.map((address, at) => (
        <>
          {at > 0 && "; "}
          <T>{names.entry(address)}</T>
        </>
      ))}
    </>
  );
}

type NotCountedProps = Pick<ScreenProps, "model" | "names"> & {
  /// With the names of the limits in sight: on the screen that has the questions.
  isFull?: boolean;
};

function TurnsOn() {
  return <a href="#answer/turns">What it turns on</a>;
}

export function NotCounted({ model, names, isFull = false }: NotCountedProps) {
  const { answers, sets, movement } = model.scenario;
  const off = limitsOff(names.show, { ...sets, ...movement?.sets });
  if (off.length === 0) {
    return null;
  }
  const isAnyOpen = enteredCheck(model).alternatives.some((question) => own(answers, question.id) === undefined);
  const start = `In this file ${countedLimits(off)} switched off and not counted`;
  if (!isFull) {
    return (
      <div class="note not-counted">
        {start}
        {isAnyOpen && (
          <>
            : see <TurnsOn />
          </>
        )}
        .
        <details>
          <summary class="quiet">Which</summary>
          <p>
            <Limits off={off} names={names} />.
          </p>
        </details>
      </div>
    );
  }
  return (
    <p class="note not-counted">
      {start}: <Limits off={off} names={names} />.
      {isAnyOpen && (
        <>
          {" "}
          Where an answer to a question puts one in force, it is counted under that answer: see <TurnsOn />.
        </>
      )}
    </p>
  );
}
