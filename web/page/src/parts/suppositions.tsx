// What the reader supposes, on every screen: said plainly, each with a way back.

import type { Check, Show } from "../answers/answers";
import { dateText } from "../case/words";
import { ask, enteredShow, known } from "../state/asking";
import { isAsEntered, type Scenario } from "../state/scenario";
import type { Action } from "../state/update";
import type { Names } from "../case/names";
import type { ScreenProps } from "./props";
import { VerdictTag } from "./tags";
import { T } from "./text";

interface Change {
  text: preact.ComponentChildren;
  back: Action;
  name: string;
}

function Strong({ before, text }: { before: string; text: string }) {
  return (
    <>
      <T>{before}</T>{" "}
      <b>
        <T>{text}</T>
      </b>
    </>
  );
}

function answerChanges(scenario: Scenario, entered: Show): Change[] {
  const questions = new Map(entered.alternatives.map((each) => [each.id, each.question]));
  return Object.entries(scenario.answers).map(([question, answer]) => ({
    text: <Strong before={questions.get(question) ?? question} text={answer.replaceAll("_", " ")} />,
    back: { kind: "suppose", question, answer: null },
    name: `answer to ${question}`,
  }));
}

function entryChanges(scenario: Scenario, names: Names): Change[] {
  return Object.entries(scenario.sets).map(([address, value]) => ({
    text: <Strong before={`${names.entry(address)}:`} text={value} />,
    back: { kind: "set", address, value: null },
    name: `change of ${address}`,
  }));
}

function sourceChanges(scenario: Scenario): Change[] {
  return scenario.without.map((statement) => ({
    text: <Strong before="left out:" text={statement} />,
    back: { kind: "leave-out", statement, leave: false },
    name: `leaving out ${statement}`,
  }));
}

function changesOf(scenario: Scenario, names: Names, entered: Show): Change[] {
  const date: Change = {
    text: <Strong before="as known on" text={dateText(scenario.asOf)} />,
    back: { kind: "as-of", date: null },
    name: "date",
  };
  const movement: Change = {
    text: <Strong before="taken as made:" text="one movement" />,
    back: { kind: "move", movement: null, sets: {} },
    name: "movement",
  };
  return [
    ...(scenario.asOf === null ? [] : [date]),
    ...answerChanges(scenario, entered),
    ...(scenario.movement === null ? [] : [movement]),
    ...entryChanges(scenario, names),
    ...sourceChanges(scenario),
  ];
}

export function Suppositions({ model, names, dispatch }: ScreenProps) {
  if (isAsEntered(model.scenario)) {
    return null;
  }
  const check = known<Check>(model, ask(model, "check"));
  return (
    <aside class="suppositions" aria-label="What you suppose">
      <p>
        <b>You suppose</b>, in this page only; the file stays as it is. Answer then:{" "}
        {check.data ? (
          <VerdictTag verdict={check.data.verdict} />
        ) : check.problem ? (
          <span>{check.problem}</span>
        ) : (
          "working…"
        )}
      </p>
      <ul>
        {changesOf(model.scenario, names, enteredShow(model)).map((change) => (
          <li>
            <span>{change.text}</span>
            <button
              type="button"
              class="small"
              aria-label={`Take back: ${change.name}`}
              onClick={() => dispatch(change.back)}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => dispatch({ kind: "reset" })}>
        Back to the file as entered
      </button>
    </aside>
  );
}
